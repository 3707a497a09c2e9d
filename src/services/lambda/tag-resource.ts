import type {
  ListTagsRequest,
  ListTagsResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '../../aws/models/lambda.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import type { Reader, Transaction } from '../../storage/storage.ts';
import {
  getEventSourceMapping,
  updateEventSourceMapping,
} from '../../storage/tables/event-source-mappings.ts';
import { getFunction, updateFunction } from '../../storage/tables/functions.ts';
import type { Context } from '../context.ts';
import { functionNotFound, invalidParameter, resourceNotFound, unsupported } from './errors.ts';
import { changeTags, readTags, removeTags } from './tags.ts';

/**
 * Adds tags to a function or an event source mapping. A function is at another revision then.
 * https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
 */
export async function tagResource(
  { Resource, Tags }: TagResourceRequest,
  { storage, ids }: Context,
): Promise<Unit> {
  if (Object.keys(Tags).length === 0)
    throw invalidParameter('An error occurred and the request cannot be processed: no tags.');
  await storage.transaction(async (tx) => {
    const tagged = await findTagged(tx, Resource);
    await tagged.write(tx, changeTags(tagged.tags, Tags), ids.uuid());
  });
  return {};
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html */
export async function untagResource(
  { Resource, TagKeys }: UntagResourceRequest,
  { storage, ids }: Context,
): Promise<Unit> {
  await storage.transaction(async (tx) => {
    const tagged = await findTagged(tx, Resource);
    await tagged.write(tx, removeTags(tagged.tags, TagKeys), ids.uuid());
  });
  return {};
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html */
export async function listTags(
  { Resource }: ListTagsRequest,
  { storage }: Context,
): Promise<ListTagsResponse> {
  const { tags } = await storage.read((reader) => findTagged(reader, Resource));
  return { Tags: readTags(tags) };
}

/** What can have tags. */
interface Tagged {
  /** JSON. */
  readonly tags: string;
  write(tx: Transaction, tags: string, revisionId: string): Promise<void>;
}

const FUNCTION_PARTS = 7;

async function findTagged(reader: Reader, arn: string): Promise<Tagged> {
  const parts = arn.split(':');
  const [kind, id = ''] = parts.slice(5);
  if (kind === 'event-source-mapping') {
    const mapping = await getEventSourceMapping(reader, id);
    if (!mapping) throw resourceNotFound('The resource you requested does not exist.');
    return {
      tags: mapping.tags,
      write: (tx, tags) => updateEventSourceMapping(tx, id, { tags }),
    };
  }
  if (kind !== 'function') throw unsupported(`Resource ${arn}`);
  if (parts.length > FUNCTION_PARTS)
    throw invalidParameter(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  const found = await getFunction(reader, arn);
  if (!found) throw functionNotFound(arn);
  return {
    tags: found.tags,
    write: (tx, tags, revision_id) => updateFunction(tx, arn, { tags, revision_id }),
  };
}
