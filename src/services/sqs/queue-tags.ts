import type { QueueRow } from '../../storage/tables/queues.ts';
import { invalidParameter } from './errors.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-tags.html */
const TAGS_MAX = 50;
const KEY_LENGTH_MAX = 128;
const VALUE_LENGTH_MAX = 256;
const RESERVED_PREFIX = /^aws:/i;

/** The tags of a queue, JSON text, with others added or replaced. Throws InvalidParameterValue. */
export function changeTags(
  { name, tags }: Pick<QueueRow, 'name' | 'tags'>,
  changes: Readonly<Record<string, string>>,
): string {
  for (const [key, value] of Object.entries(changes)) {
    if (key.length < 1 || key.length > KEY_LENGTH_MAX) throw invalidTagKey();
    if (value.length > VALUE_LENGTH_MAX)
      throw invalidParameter(`Tag values cannot be longer than ${VALUE_LENGTH_MAX} characters.`);
    if (RESERVED_PREFIX.test(key))
      throw invalidParameter(`Tag keys starting with 'aws:' are reserved for system use.`);
  }
  const changed = { ...JSON.parse(tags), ...changes };
  if (Object.keys(changed).length > TAGS_MAX)
    throw invalidParameter(`Too many tags added for queue ${name}.`);
  return JSON.stringify(changed);
}

export const invalidTagKey = () =>
  invalidParameter(`Tag keys must be between 1 and ${KEY_LENGTH_MAX} characters in length.`);
