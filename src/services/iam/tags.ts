import type { Tag } from '../../aws/models/iam.ts';
import { lengthConstraint } from '../constraint.ts';
import { identityTags } from '../identity-tags.ts';
import { errors, invalidMember, quotaExceeded } from './errors.ts';
import { TAG_KEY_CHARACTERS, TAG_VALUE_CHARACTERS, TAGS_MAX } from './limits.ts';

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';
const LIST_TOO_LONG = `have length less than or equal to ${TAGS_MAX}`;

/**
 * Whose tags they are. Users and roles have one key in all spellings of its case, policies one for
 * each.
 */
export type Tagged = 'user' | 'role' | 'policy';

const QUOTAS = { user: 'TagsPerUser', role: 'TagsPerRole', policy: 'TagsPerPolicy' } as const;

const sameKeys = (of: Tagged) => (key: string) => (of === 'policy' ? key : key.toLowerCase());

/** Tags as a request brings them. Throws ValidationError and InvalidInput. */
export function checkTags(tags: readonly Tag[], of: Tagged): void {
  if (tags.length > TAGS_MAX) throw invalidMember('tags', LIST_TOO_LONG);
  for (const [index, tag] of tags.entries()) checkTag(tag, index + 1);
  const keys = new Set(tags.map(({ Key }) => sameKeys(of)(Key)));
  if (keys.size === tags.length) return;
  const hint = of === 'policy' ? '' : ' Please note that Tag keys are case insensitive.';
  throw errors.InvalidInputException(`Duplicate tag keys found.${hint}`);
}

/** The tags after some, which were checked, are set. Throws LimitExceeded. */
export function setTags(stored: string, tags: readonly Tag[], of: Tagged): string {
  const keyOf = sameKeys(of);
  const keys = new Set(tags.map(({ Key }) => keyOf(Key)));
  const others = identityTags(stored).filter(({ Key }) => !keys.has(keyOf(Key)));
  const changed = [...others, ...tags];
  if (changed.length > TAGS_MAX) throw quotaExceeded(QUOTAS[of], TAGS_MAX);
  return JSON.stringify(changed);
}

/** The tags of what is being made. Throws ValidationError and InvalidInput. */
export function newTags(tags: readonly Tag[] = [], of: Tagged): string {
  checkTags(tags, of);
  return JSON.stringify(tags);
}

/** Throws ValidationError. */
export function checkTagKeys(keys: readonly string[]): void {
  if (keys.length > TAGS_MAX) throw invalidMember('tagKeys', LIST_TOO_LONG);
  if (!keys.every((key) => isLength(key) && TAG_TEXT.test(key)))
    throw invalidMember(
      'tagKeys',
      `satisfy constraint: [Member must have length less than or equal to ${TAG_KEY_CHARACTERS}, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${TAG_PATTERN}+, Member must not be null]`,
    );
}

const isLength = (key: string) => lengthConstraint(key, 1, TAG_KEY_CHARACTERS) === undefined;

export function removeTags(stored: string, keys: readonly string[], of: Tagged): string {
  const keyOf = sameKeys(of);
  const removed = new Set(keys.map(keyOf));
  return JSON.stringify(identityTags(stored).filter(({ Key }) => !removed.has(keyOf(Key))));
}

/** As answers show them: an answer without tags leaves the list out. */
export function shownTags(stored: string): { Tags?: Tag[] } {
  const tags = identityTags(stored);
  return tags.length === 0 ? {} : { Tags: tags.map(({ Key, Value }) => ({ Key, Value })) };
}

function checkTag({ Key, Value }: Tag, position: number): void {
  const member = `tags.${position}.member`;
  checkText(`${member}.key`, Key, 1, TAG_KEY_CHARACTERS);
  checkText(`${member}.value`, Value, 0, TAG_VALUE_CHARACTERS);
  if (Key.toLowerCase().startsWith('aws:'))
    throw errors.InvalidInputException(
      `Tag keys starting with 'aws:' are reserved for system use: ${Key}`,
    );
}

function checkText(member: string, text: string, min: number, max: number): void {
  const constraint = lengthConstraint(text, min, max);
  if (constraint) throw invalidMember(member, constraint);
  if (!TAG_TEXT.test(text))
    throw invalidMember(
      member,
      `satisfy regular expression pattern: ${TAG_PATTERN}${min === 0 ? '*' : '+'}`,
    );
}
