import type { Tag } from '../../aws/models/eventbridge.ts';
import { checkConstraints } from './constraints.ts';
import { errors } from './errors.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-tagging.html */
const TAGS_MAX = 50;
const RESERVED_PREFIX = /^aws:/i;

/** The tags of a bus or rule, JSON text, with others added or replaced. Throws ValidationException. */
export function addTags(tags: string, added: readonly Tag[]): string {
  const members = added.flatMap(({ Key, Value }, at) => [
    [`tags.${at + 1}.member.key`, Key, { min: 1, max: 128 }] as const,
    [`tags.${at + 1}.member.value`, Value, { max: 256 }] as const,
  ]);
  checkConstraints(...members);
  if (added.some(({ Key }) => RESERVED_PREFIX.test(Key)))
    throw errors.ValidationException(`Tag keys starting with 'aws:' are reserved for system use.`);
  const changed = new Map(Object.entries<string>(JSON.parse(tags)));
  for (const { Key, Value } of added) changed.set(Key, Value);
  if (changed.size > TAGS_MAX)
    throw errors.LimitExceededException(`A resource can have at most ${TAGS_MAX} tags.`);
  return JSON.stringify(Object.fromEntries(changed));
}

export function removeTags(tags: string, keys: readonly string[]): string {
  const rest = Object.entries(JSON.parse(tags)).filter(([key]) => !keys.includes(key));
  return JSON.stringify(Object.fromEntries(rest));
}

export const tagList = (tags: string): Tag[] =>
  Object.entries<string>(JSON.parse(tags)).map(([Key, Value]) => ({ Key, Value }));
