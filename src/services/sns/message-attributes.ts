import type { MessageAttributeValue } from '../../aws/models/sns.ts';
import { errors } from './errors.ts';
import type { MessageAttribute } from './message.ts';

const NAME_BYTES_MAX = 255;
const TYPE = /^(String|Number|Binary)(\..+)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Message attributes in the form that subscribers get. Throws ParameterValueInvalid.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
export const readMessageAttributes = (
  attributes: Readonly<Record<string, MessageAttributeValue>>,
): Record<string, MessageAttribute> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      checkName(name);
      return [name, readValue(name, value)];
    }),
  );

function checkName(name: string): void {
  if (name === '' || Buffer.byteLength(name) > NAME_BYTES_MAX)
    throw invalid('Length of message attribute name must be less than 256 bytes.');
  const foreign = /[^A-Za-z0-9_.-]/u.exec(name)?.[0];
  if (foreign !== undefined)
    throw invalid(
      `Invalid non-alphanumeric character '#x${foreign.codePointAt(0)?.toString(16).toUpperCase()}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.`,
    );
  if (name.startsWith('.'))
    throw invalid("Invalid message attribute name starting with character '.' was found.");
  if (name.endsWith('.'))
    throw invalid("Invalid message attribute name ending with character '.' was found.");
  if (name.includes('..'))
    throw invalid("Message attribute name can not have successive '.' character.");
}

function readValue(
  name: string,
  { DataType, StringValue, BinaryValue }: MessageAttributeValue,
): MessageAttribute {
  const type = TYPE.exec(DataType)?.[1];
  if (type === undefined)
    throw invalid(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  const binary = type === 'Binary';
  if (binary ? StringValue !== undefined : BinaryValue !== undefined)
    throw invalid(
      `The message attribute '${name}' with type '${DataType}' must use field '${binary ? 'Binary' : 'String'}'.`,
    );
  const text = binary ? Buffer.from(BinaryValue ?? []).toString('base64') : (StringValue ?? '');
  if (text === '')
    throw invalid(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${DataType}'.`,
    );
  if (type === 'Number' && !NUMBER.test(text))
    throw invalid(`Could not cast message attribute '${name}' value to number.`);
  return { Type: DataType, Value: text };
}

const invalid = (message: string) => errors.InvalidParameterValueException(message);
