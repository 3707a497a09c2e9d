import type { Tag } from '../../aws/models/s3.ts';
import { invalidArgument, invalidTag, tooManyTags } from './errors.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export const OBJECT_TAGS_MAX = 10;
const TAG_KEY_CHARACTERS_MAX = 128;
const TAG_VALUE_CHARACTERS_MAX = 256;
const TAG_CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags of a header, `a=1&b=2` in URL encoding, checked like all others; S3 sorts them by key. */
export function tagsFromHeader(header: string | undefined): readonly Tag[] {
  if (header === undefined || header === '') return [];
  const tags: Tag[] = [];
  const keys = new Set<string>();
  for (const [Key, Value] of new URLSearchParams(header)) {
    const strange = !TAG_CHARACTERS.test(Key) || !TAG_CHARACTERS.test(Value);
    if (strange || keys.has(Key)) throw notAQuery(header);
    keys.add(Key);
    tags.push({ Key, Value });
  }
  checkTags(tags, OBJECT_TAGS_MAX);
  return tags.sort((a, b) => (a.Key < b.Key ? -1 : 1));
}

const notAQuery = (header: string) =>
  invalidArgument(
    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
    'x-amz-tagging',
    header,
  );

const FOR_AWS = 'Your TagKey cannot be prefixed with aws:';

/**
 * Throws InvalidTag, or BadRequest when there are too many; `forAws` is what is said of tags that
 * only AWS may give.
 */
export function checkTags(tags: readonly Tag[], tagsMax: number, forAws = FOR_AWS): void {
  if (tags.length > tagsMax) throw tooManyTags(tagsMax);
  const keys = new Set<string>();
  for (const { Key, Value } of tags) {
    if (Key === '' || Key.length > TAG_KEY_CHARACTERS_MAX || !TAG_CHARACTERS.test(Key))
      throw invalidTag('The TagKey you have provided is invalid', { TagKey: Key });
    if (Key.toLowerCase().startsWith('aws:')) throw invalidTag(forAws, { TagKey: Key });
    if (Value.length > TAG_VALUE_CHARACTERS_MAX || !TAG_CHARACTERS.test(Value))
      throw invalidTag('The TagValue you have provided is invalid', {
        TagKey: Key,
        TagValue: Value,
      });
    if (keys.has(Key))
      throw invalidTag('Cannot provide multiple Tags with the same key', { TagKey: Key });
    keys.add(Key);
  }
}

export const tagsToJson = (tags: readonly Tag[]): string | null =>
  tags.length === 0 ? null : JSON.stringify(tags);

export const tagsFromJson = (json: string | null): Tag[] => (json === null ? [] : JSON.parse(json));
