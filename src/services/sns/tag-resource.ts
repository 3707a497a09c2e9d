import { fail } from '../../aws/error.ts';
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from '../../aws/models/sns.ts';
import type { Reader } from '../../storage/storage.ts';
import { getTopic, type TopicRow, updateTopicTags } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { readArn } from './require-topic.ts';
import { listTags, mergeTags, readTags, type Tags } from './topic-tags.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html */
export async function tagResource(
  { ResourceArn, Tags }: TagResourceRequest,
  context: Context,
): Promise<TagResourceResponse> {
  const changes = readTags(Tags);
  return changeTags(context, ResourceArn, (tags) => mergeTags(tags, changes));
}

/** https://docs.aws.amazon.com/sns/latest/api/API_UntagResource.html */
export async function untagResource(
  { ResourceArn, TagKeys }: UntagResourceRequest,
  context: Context,
): Promise<UntagResourceResponse> {
  return changeTags(context, ResourceArn, (tags) =>
    Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))),
  );
}

/** https://docs.aws.amazon.com/sns/latest/api/API_ListTagsForResource.html */
export async function listTagsForResource(
  { ResourceArn }: ListTagsForResourceRequest,
  { storage }: Context,
): Promise<ListTagsForResourceResponse> {
  const topic = await storage.read((reader) => requireResource(reader, ResourceArn));
  return { Tags: listTags(JSON.parse(topic.tags)) };
}

const changeTags = (
  { storage }: Context,
  arn: string,
  change: (tags: Tags) => Tags,
): Promise<object> =>
  storage.transaction(async (tx) => {
    const topic = await requireResource(tx, arn);
    await updateTopicTags(tx, topic.id, JSON.stringify(change(JSON.parse(topic.tags))));
    return {};
  });

async function requireResource(reader: Reader, arn: string): Promise<TopicRow> {
  readArn(arn, 'ResourceArn');
  const missing = errors.ResourceNotFoundException('Resource does not exist');
  return (await getTopic(reader, arn)) ?? fail(missing);
}
