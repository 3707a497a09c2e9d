import { parseArn, topicArn } from '../../aws/arn.ts';
import { getTopic } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';

/** Any input of SNS: what of it says which permission is needed. */
export interface TopicInput {
  readonly TopicArn?: string;
  readonly TargetArn?: string;
  readonly ResourceArn?: string;
  readonly PhoneNumber?: string;
  readonly Name?: string;
  readonly Protocol?: string;
  readonly Endpoint?: string;
}

/**
 * Operations that an endpoint calls by a link: who has the token, or the subscription's ARN, may.
 */
const BY_LINK = new Set(['ConfirmSubscription', 'Unsubscribe']);
/** Operations that are not about one topic, as far as permissions go. */
const WITHOUT_RESOURCE = new Set([
  'CheckIfPhoneNumberIsOptedOut',
  'GetSubscriptionAttributes',
  'ListPhoneNumbersOptedOut',
  'ListSubscriptions',
  'ListTopics',
  'SetSubscriptionAttributes',
  'Unsubscribe',
]);
/** What the policies of other accounts' topics have no say in. */
const OWN_ACCOUNT = new Set(['ConfirmSubscription', 'CreateTopic']);

/**
 * Which permission a call needs: that of its own name, on its topic.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
export async function access(
  operation: string,
  input: TopicInput,
  context: Context,
): Promise<readonly Access[]> {
  const { storage, caller, account, region } = context;
  if (caller.principal.kind === 'anonymous' && BY_LINK.has(operation)) return [];
  const action = `SNS:${operation.replace(/Batch$/, '')}`;
  if (WITHOUT_RESOURCE.has(operation) || input.PhoneNumber !== undefined)
    return [{ action, resource: '*', resourceAccount: account }];
  const { TopicArn, TargetArn, ResourceArn, Name = '' } = input;
  const arn = TopicArn ?? TargetArn ?? ResourceArn ?? topicArn(region, account, Name);
  const topic = OWN_ACCOUNT.has(operation)
    ? undefined
    : await storage.read((reader) => getTopic(reader, arn));
  const owner = topic?.account ?? parseArn(arn)?.account ?? '';
  return [
    {
      action,
      resource: arn,
      resourceAccount: OWN_ACCOUNT.has(operation) || owner === '' ? account : owner,
      resourcePolicy: topic?.policy,
      conditions: conditionsOf(input),
    },
  ];
}

function conditionsOf({ Protocol, Endpoint }: TopicInput): Record<string, string> {
  return {
    ...(Protocol !== undefined && { 'sns:protocol': Protocol }),
    ...(Endpoint !== undefined && { 'sns:endpoint': Endpoint }),
  };
}
