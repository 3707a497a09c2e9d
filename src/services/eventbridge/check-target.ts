import { parseArn } from '../../aws/arn.ts';
import type { Target } from '../../aws/models/eventbridge.ts';
import { compileInput } from '../../events/input-transformer/index.ts';
import type { BusName } from './bus-name.ts';
import { checkRole } from './check-role.ts';
import { ARN, type Member, ROLE_ARN, TARGET_ID } from './constraints.ts';
import { errors, invalidParameter } from './errors.ts';
import { targetKind } from './target-kind.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html */
export const RETRY_ATTEMPTS_MAX = 185;
export const EVENT_AGE_SECONDS = { min: 60, max: 86_400 } as const;

/** Members that belong to kinds of targets that there are none of here. */
const FOREIGN_MEMBERS = [
  'KinesisParameters',
  'RunCommandParameters',
  'EcsParameters',
  'BatchParameters',
  'HttpParameters',
  'RedshiftDataParameters',
  'SageMakerPipelineParameters',
  'AppSyncParameters',
] as const;

const WRONG_ARN = 'Provided Arn is not in correct format.';

/** The lengths and patterns that the model gives for the target at this place of the list, counted from 1. */
export function targetConstraints(target: Target, place: number): Member[] {
  const { Id, Arn, RoleArn, Input, InputPath, InputTransformer, RetryPolicy } = target;
  const at = (member: string) => `targets.${place}.member.${member}`;
  return [
    [at('id'), Id, TARGET_ID],
    [at('arn'), Arn, ARN],
    [at('roleArn'), RoleArn, ROLE_ARN],
    [at('input'), Input, { max: 8192 }],
    [at('inputPath'), InputPath, { max: 256 }],
    [at('inputTransformer.inputTemplate'), InputTransformer?.InputTemplate, { min: 1, max: 8192 }],
    [at('sqsParameters.messageGroupId'), target.SqsParameters?.MessageGroupId, { max: 100 }],
    [at('deadLetterConfig.arn'), target.DeadLetterConfig?.Arn, ARN],
    [
      at('retryPolicy.maximumRetryAttempts'),
      RetryPolicy?.MaximumRetryAttempts,
      { min: 0, max: RETRY_ATTEMPTS_MAX },
    ],
    [
      at('retryPolicy.maximumEventAgeInSeconds'),
      RetryPolicy?.MaximumEventAgeInSeconds,
      EVENT_AGE_SECONDS,
    ],
  ];
}

/**
 * Throws ValidationException for targets that events cannot be sent to, or not in the way they say. What is no ARN is told of
 * before any other fault.
 */
export function checkTargets(
  targets: readonly Target[],
  bus: Pick<BusName, 'account' | 'region'>,
): void {
  for (const { Arn } of targets)
    if (targetKind(Arn) === 'malformed') throw invalidParameter(Arn, WRONG_ARN);
  for (const target of targets) checkTarget(target, bus);
}

function checkTarget(target: Target, bus: Pick<BusName, 'account' | 'region'>): void {
  checkArn(target, bus.region);
  checkRole(target.RoleArn, bus);
  for (const member of FOREIGN_MEMBERS) {
    if (target[member] !== undefined)
      throw errors.ValidationException(
        `Parameter(s) ${member} not valid for target: ${target.Id}.`,
      );
  }
  compileInput(target);
  checkDeadLetterQueue(target, bus.region);
}

function checkArn({ Id, Arn, SqsParameters, ...target }: Target, ruleRegion: string): void {
  const kind = targetKind(Arn);
  const { service = '', region } = parseArn(Arn) ?? {};
  if (kind === 'unsupported')
    throw errors.ValidationException(`${service} is not a supported service for a target.`);
  if (kind !== 'event-bus' && region !== ruleRegion)
    throw invalidParameter(Arn, 'The target must be in the same region as the rule.');
  if (kind === 'queue' && Arn.endsWith('.fifo') && !SqsParameters?.MessageGroupId)
    throw errors.ValidationException(
      `Parameter(s) SqsParameters must be specified for target: ${Id}.`,
    );
  if (kind !== 'queue' && SqsParameters !== undefined)
    throw errors.ValidationException(`Parameter(s) SqsParameters not valid for target: ${Id}.`);
  const shaped = target.Input ?? target.InputPath ?? target.InputTransformer;
  if (kind === 'event-bus' && shaped !== undefined)
    throw errors.ValidationException(
      `Input, InputPath and InputTransformer cannot be used with an event bus as target: ${Id}.`,
    );
}

function checkDeadLetterQueue({ DeadLetterConfig }: Target, ruleRegion: string): void {
  const arn = DeadLetterConfig?.Arn;
  if (arn === undefined) return;
  const invalid = (reason: string) => invalidParameter('DeadLetterConfig.Arn', reason);
  if (targetKind(arn) !== 'queue') throw invalid('Must be the ARN of an SQS queue.');
  if (arn.endsWith('.fifo')) throw invalid('A FIFO queue cannot be a dead-letter queue.');
  if (parseArn(arn)?.region !== ruleRegion) throw invalid('Must be in the region of the rule.');
}
