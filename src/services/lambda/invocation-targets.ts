import { parseArn } from '../../aws/arn.ts';
import type { Platform } from '../context.ts';
import { serviceRoleMay } from '../service-role.ts';
import type { Configuration } from './configuration.ts';
import { invalidParameter } from './errors.ts';
import type { FunctionReference } from './function-name.ts';

/**
 * What a function's role must be able to do with a destination, by the service of the destination's
 * ARN.
 */
export const TARGET_ACTIONS: Readonly<Record<string, { action: string; shown: string }>> = {
  sqs: { action: 'sqs:SendMessage', shown: 'SendMessage on SQS' },
  sns: { action: 'sns:Publish', shown: 'Publish on SNS' },
  lambda: { action: 'lambda:InvokeFunction', shown: 'InvokeFunction on Lambda' },
  events: { action: 'events:PutEvents', shown: 'PutEvents on EventBridge' },
};

type FunctionWithRole = Pick<FunctionReference, 'arn' | 'account'>;
type Shared = Pick<Platform, 'storage' | 'clock' | 'settings'>;

/**
 * A dead-letter queue is an SQS queue or an SNS topic that the function's role may send to.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq
 */
export async function checkDeadLetterTarget(
  platform: Shared,
  reference: FunctionWithRole,
  { DeadLetterTargetArn, Role }: Pick<Configuration, 'DeadLetterTargetArn' | 'Role'>,
): Promise<void> {
  if (DeadLetterTargetArn === undefined) return;
  const service = parseArn(DeadLetterTargetArn)?.service ?? '';
  if (service !== 'sqs' && service !== 'sns')
    throw invalidParameter(
      `The dead-letter target ${DeadLetterTargetArn} is neither an SQS queue nor an SNS topic.`,
    );
  await checkTarget(platform, reference, Role, DeadLetterTargetArn);
}

/** Throws InvalidParameterValueException when the function's role may not send to the target. */
export async function checkTarget(
  platform: Shared,
  { arn, account }: FunctionWithRole,
  roleArn: string,
  targetArn: string,
): Promise<void> {
  const target = parseArn(targetArn);
  const wanted = TARGET_ACTIONS[target?.service ?? ''];
  if (!target || !wanted) throw invalidParameter(`The destination ARN ${targetArn} is invalid.`);
  const user = { service: 'lambda.amazonaws.com', roleArn, account, sourceArn: arn };
  const verdict = await serviceRoleMay(platform, user, {
    action: wanted.action,
    resource: targetArn,
    resourceAccount: target.account,
    resourcePolicy: null,
    region: target.region,
  });
  if (!verdict.allowed)
    throw invalidParameter(
      `The function's execution role does not have permissions to call ${wanted.shown}`,
    );
}
