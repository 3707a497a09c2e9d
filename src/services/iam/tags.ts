import type { Tag } from '../../aws/models/iam.ts';
import { lengthConstraint } from '../constraint.ts';
import { identityTags } from '../identity-tags.ts';
import { errors, invalidMember, quotaExceeded } from './errors.ts';
import { TAG_KEY_CHARACTERS, TAG_VALUE_CHARACTERS, TAGS_MAX } from './limits.ts';

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';

/**
 * The tags of a user, role or policy after some are set. A key is the same in every spelling of its
 * case.
 * Throws ValidationError, InvalidInput and LimitExceeded; `quota` names the latter.
 */
export function setTags(stored: string, tags: readonly Tag[], quota: string): string {
  for (const [index, tag] of tags.entries()) checkTag(tag, index + 1);
  const keys = new Set(tags.map(({ Key }) => Key.toLowerCase()));
  if (keys.size < tags.length)
    throw errors.InvalidInputException(
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  const others = identityTags(stored).filter(({ Key }) => !keys.has(Key.toLowerCase()));
  const changed = [...others, ...tags];
  if (changed.length > TAGS_MAX) throw quotaExceeded(quota, TAGS_MAX);
  return JSON.stringify(changed);
}

export function removeTags(stored: string, keys: readonly string[]): string {
  const removed = new Set(keys.map((key) => key.toLowerCase()));
  return JSON.stringify(identityTags(stored).filter(({ Key }) => !removed.has(Key.toLowerCase())));
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
  if (constraint) throw invalidMember(member, text, constraint);
  if (!TAG_TEXT.test(text))
    throw invalidMember(
      member,
      text,
      `satisfy regular expression pattern: ${TAG_PATTERN}${min === 0 ? '*' : '+'}`,
    );
}
