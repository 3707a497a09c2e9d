import type { Tag } from '../../aws/models/sns.ts';
import { errors, invalidParameter } from './errors.ts';

/** Values by key. https://docs.aws.amazon.com/sns/latest/dg/sns-tags.html */
export type Tags = Readonly<Record<string, string>>;

const TAGS_MAX = 50;
const KEY_LENGTH_MAX = 128;
const VALUE_LENGTH_MAX = 256;
const RESERVED_PREFIX = /^aws:/i;

/** Throws InvalidParameter for keys and values that no tag can have. */
export function readTags(list: readonly Tag[]): Tags {
  const tags = new Map<string, string>();
  for (const { Key, Value } of list) {
    if (Key.length < 1 || Key.length > KEY_LENGTH_MAX)
      throw invalidParameter(
        `Tag keys must be between 1 and ${KEY_LENGTH_MAX} characters in length.`,
      );
    if (Value.length > VALUE_LENGTH_MAX)
      throw invalidParameter(`Tag values cannot be longer than ${VALUE_LENGTH_MAX} characters.`);
    if (RESERVED_PREFIX.test(Key))
      throw invalidParameter(`Tag keys starting with 'aws:' are reserved for system use.`);
    if (tags.has(Key)) throw invalidParameter('Duplicated keys are not allowed.');
    tags.set(Key, Value);
  }
  checkCount(tags.size);
  return Object.fromEntries(tags);
}

/** Throws TagLimitExceeded. */
export function mergeTags(tags: Tags, changes: Tags): Tags {
  const merged = { ...tags, ...changes };
  checkCount(Object.keys(merged).length);
  return merged;
}

function checkCount(count: number): void {
  if (count > TAGS_MAX)
    throw errors.TagLimitExceededException(
      'Could not complete request: tag quota of per resource exceeded',
    );
}

export const includesTags = (tags: Tags, some: Tags): boolean =>
  Object.entries(some).every(([key, value]) => tags[key] === value);

export const listTags = (tags: Tags): Tag[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
