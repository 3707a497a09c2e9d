import { createHash, hash } from 'node:crypto';
import type { MessageAttributeValue } from '../../aws/models/sqs.ts';

const STRING_VALUE = 1;
const BINARY_VALUE = 2;

/** MD5 of a body, which clients check. */
export const bodyDigest = (body: string): string => hash('md5', body);

/**
 * MD5 of message attributes, which clients check: over all of them by name, the name, the type and the value, each with its
 * length in front. `undefined` when there are none.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function attributesDigest(
  attributes: Readonly<Record<string, MessageAttributeValue>> | undefined,
): string | undefined {
  const names = Object.keys(attributes ?? {}).sort(byBytes);
  if (names.length === 0) return undefined;
  const digest = createHash('md5');
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    digest.update(length).update(bytes);
  };
  for (const name of names) {
    const value = attributes?.[name];
    if (!value) continue;
    const binary = value.DataType.startsWith('Binary');
    add(name);
    add(value.DataType);
    digest.update(Uint8Array.of(binary ? BINARY_VALUE : STRING_VALUE));
    add((binary ? value.BinaryValue : value.StringValue) ?? '');
  }
  return digest.digest('hex');
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
