import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import { type AttributeFault, errors, invalidParameter } from './errors.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
const DEFAULT_ACTIONS = [
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'Subscribe',
  'ListSubscriptionsByTopic',
  'Publish',
];
/** What a topic's policy can speak about. */
const POLICY_ACTIONS = new Set([...DEFAULT_ACTIONS, 'Receive'].map((name) => name.toLowerCase()));
const POLICY_BYTES_MAX = 30 * 1024;

/**
 * A topic's policy, as far as AddPermission and RemovePermission care: statements by their label.
 */
export interface TopicPolicy {
  readonly Version: string;
  readonly Id?: string;
  readonly Statement: readonly ({ readonly Sid?: string } & Readonly<Record<string, unknown>>)[];
}

/**
 * The policy that every topic begins with. It lets in AWS services that name themselves by
 * `AWS:SourceOwner`, of which there are none here, so everybody but the owner needs a statement of
 * their own. S3 does in AWS, too.
 */
export const defaultPolicy = ({ arn, account }: Pick<TopicRow, 'arn' | 'account'>): string =>
  JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: DEFAULT_ACTIONS.map((action) => `SNS:${action}`),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });

/** A policy allows one statement that is not in a list. */
export function readTopicPolicy({ policy }: Pick<TopicRow, 'policy'>): TopicPolicy {
  const { Statement, ...rest } = JSON.parse(policy);
  return { ...rest, Statement: Array.isArray(Statement) ? Statement : [Statement] };
}

/** Throws InvalidParameter for what is no policy, or none for a topic. */
export function checkPolicy(text: string, prefix: AttributeFault): void {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX)
    throw errors.InvalidParameterException(`${prefix}Policy Error: the policy is too long`);
  try {
    const { statements } = parsePolicy(text, 'resource');
    for (const { action } of statements) action.names.forEach(checkAction);
  } catch (cause) {
    if (!(cause instanceof PolicySyntaxError)) throw cause;
    throw errors.InvalidParameterException(`${prefix}Policy Error: ${cause.message}`, { cause });
  }
}

/** `SNS:Publish`, or with wildcards. */
function checkAction(action: string): void {
  if (action === '*') return;
  const [service, name = ''] = action.toLowerCase().split(':');
  if (service === 'sns' && (/[*?]/.test(name) || POLICY_ACTIONS.has(name))) return;
  throw invalidParameter('Policy statement action out of service scope!');
}
