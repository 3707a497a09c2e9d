import { parseArn } from '../../aws/arn.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from '../../aws/models/eventbridge.ts';
import type { Transaction } from '../../storage/storage.ts';
import { updateEventBusTags } from '../../storage/tables/event-buses.ts';
import { updateRuleTags } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { ARN, checkConstraints } from './constraints.ts';
import { invalidParameter } from './errors.ts';
import { busNamed, busOfArn, DEFAULT_BUS, openBus, requireRule } from './event-bus.ts';
import { addTags, removeTags, tagList } from './tags.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TagResource.html */
export const tagResource = (
  { ResourceARN, Tags }: TagResourceRequest,
  context: Context,
): Promise<TagResourceResponse> =>
  withTags(context, ResourceARN, async ({ tags, store }) => {
    await store(addTags(tags, Tags));
    return {};
  });

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_UntagResource.html */
export const untagResource = (
  { ResourceARN, TagKeys }: UntagResourceRequest,
  context: Context,
): Promise<UntagResourceResponse> =>
  withTags(context, ResourceARN, async ({ tags, store }) => {
    await store(removeTags(tags, TagKeys));
    return {};
  });

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTagsForResource.html */
export const listTagsForResource = (
  { ResourceARN }: ListTagsForResourceRequest,
  context: Context,
): Promise<ListTagsForResourceResponse> =>
  withTags(context, ResourceARN, async ({ tags }) => ({ Tags: tagList(tags) }));

interface Tagged {
  readonly tags: string;
  store(tags: string): Promise<void>;
}

function withTags<Output>(
  context: Context,
  arn: string,
  work: (tagged: Tagged) => Promise<Output>,
): Promise<Output> {
  checkConstraints(['resourceARN', arn, ARN]);
  return context.storage.transaction(async (tx) => work(await taggedResource(tx, context, arn)));
}

/** The bus or rule that an ARN names: nothing else has tags. Throws ResourceNotFoundException. */
async function taggedResource(tx: Transaction, context: Context, arn: string): Promise<Tagged> {
  const bus = busOfArn(arn);
  if (bus) {
    const { tags } = await openBus(tx, context, bus);
    return { tags, store: (changed) => updateEventBusTags(tx, arn, changed) };
  }
  const rule = ruleOfArn(arn);
  if (!rule) throw invalidParameter('ResourceARN', 'Must be the ARN of an event bus or a rule.');
  const { tags } = await requireRule(tx, rule.bus, rule.name);
  return { tags, store: (changed) => updateRuleTags(tx, arn, changed) };
}

/** `rule/name` is on the default bus, `rule/bus/name` on another. */
function ruleOfArn(arn: string) {
  const parsed = parseArn(arn);
  const [, busName = DEFAULT_BUS, name] =
    /^rule\/(?:(.+)\/)?([^/]+)$/.exec(parsed?.resource ?? '') ?? [];
  if (parsed?.service !== 'events' || name === undefined) return undefined;
  return { bus: busNamed(parsed, busName), name };
}
