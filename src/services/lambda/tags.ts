import { invalidParameter } from './errors.ts';

const TAGS_MAX = 50;
const KEY_LENGTH_MAX = 128;
const VALUE_LENGTH_MAX = 256;

/**
 * Adds tags to stored ones (JSON), overwriting those of the same name. Throws
 * InvalidParameterValueException.
 */
export function changeTags(stored: string, added: Readonly<Record<string, string>>): string {
  for (const [key, value] of Object.entries(added)) {
    if (key === '' || key.length > KEY_LENGTH_MAX || value.length > VALUE_LENGTH_MAX)
      throw invalidParameter(
        `Tag keys must have 1 to ${KEY_LENGTH_MAX} characters and tag values at most ${VALUE_LENGTH_MAX}.`,
      );
    if (key.toLowerCase().startsWith('aws:'))
      throw invalidParameter('Tag keys starting with aws: are reserved for system use.');
  }
  const tags = { ...readTags(stored), ...added };
  if (Object.keys(tags).length > TAGS_MAX)
    throw invalidParameter('Number of tags exceeds resource tag limit.');
  return JSON.stringify(tags);
}

export function removeTags(stored: string, keys: readonly string[]): string {
  const kept = Object.entries(readTags(stored)).filter(([key]) => !keys.includes(key));
  return JSON.stringify(Object.fromEntries(kept));
}

export const readTags = (stored: string) => JSON.parse(stored) as Record<string, string>;
