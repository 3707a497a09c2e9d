import { rootArn } from '../../aws/arn.ts';
import type { PutPermissionRequest } from '../../aws/models/eventbridge.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { updateEventBus } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import { type BusStatement, checkBusPolicy, readBusPolicy } from './bus-policy.ts';
import { checkConstraints } from './constraints.ts';
import { errors } from './errors.ts';
import { openBus, requestedBus } from './event-bus.ts';

const GRANTABLE_ACTION = 'events:PutEvents';

/**
 * Lets another account put events on a bus, by adding a statement to its policy or replacing the one of that id; or
 * replaces the whole policy.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
 */
export async function putPermission(input: PutPermissionRequest, context: Context): Promise<Unit> {
  const bus = requestedBus(context, input.EventBusName);
  checkInput(input);
  return context.storage.transaction(async (tx) => {
    const row = await openBus(tx, context, bus);
    const policy = input.Policy ?? withStatement(row.policy, statementOf(input, bus.arn));
    checkBusPolicy(policy);
    const { description } = row;
    await updateEventBus(tx, bus.arn, { description, policy, modified_at: context.clock.now() });
    return {};
  });
}

function checkInput(input: PutPermissionRequest): void {
  const { Action, Principal, StatementId, Condition, Policy } = input;
  checkConstraints(
    ['action', Action, { min: 1, max: 64, pattern: 'events:[a-zA-Z]+' }],
    ['principal', Principal, { min: 1, max: 12, pattern: '(\\d{12}|\\*)' }],
    ['statementId', StatementId, { min: 1, max: 64, pattern: '[a-zA-Z0-9-_]+' }],
  );
  if (Policy !== undefined) {
    if ([Action, Principal, StatementId, Condition].some((member) => member !== undefined))
      throw errors.ValidationException(
        'Parameter Policy cannot be combined with Action, Principal, StatementId or Condition.',
      );
    return;
  }
  if (Action === undefined || Principal === undefined || StatementId === undefined)
    throw errors.ValidationException(
      'Parameter(s) Action, Principal and StatementId, or Policy must be specified.',
    );
  if (Action !== GRANTABLE_ACTION)
    throw errors.ValidationException("Provided value in parameter 'action' is not supported.");
}

function statementOf(
  { Action, Principal = '', StatementId = '', Condition }: PutPermissionRequest,
  busArn: string,
): BusStatement {
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: Principal === '*' ? '*' : { AWS: rootArn(Principal) },
    Action,
    Resource: busArn,
    ...(Condition && { Condition: { [Condition.Type]: { [Condition.Key]: Condition.Value } } }),
  };
}

function withStatement(policy: string | null, statement: BusStatement): string {
  const known = readBusPolicy(policy);
  const others = known.Statement.filter(({ Sid }) => Sid !== statement.Sid);
  return JSON.stringify({ ...known, Statement: [...others, statement] });
}
