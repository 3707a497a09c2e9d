import { type Explanation, explainPattern, matchPattern } from '../pattern/index.ts';
import type { FilterPolicy } from './compile.ts';
import { fiveDecimals } from './numbers.ts';

/** What a filter policy can look at of a message. */
export interface FilteredMessage {
  readonly attributes: Readonly<Record<string, FilteredAttribute>>;
  readonly body: string;
}

/** A message attribute as published; `Binary` ones take no part in filtering. */
export interface FilteredAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
}

/** Whether a subscription with this policy gets the message. */
export function matchFilterPolicy(policy: FilterPolicy, message: FilteredMessage): boolean {
  const event = eventOf(policy, message);
  return event !== undefined && matchPattern(policy.pattern, event);
}

/** Why a subscription with this policy does not get the message. */
export function explainFilterPolicy(policy: FilterPolicy, message: FilteredMessage): Explanation {
  const event = eventOf(policy, message);
  if (event !== undefined) return explainPattern(policy.pattern, event);
  return {
    matched: false,
    path: '',
    reason: 'the message body is not a JSON object, and the filter policy is for the message body',
  };
}

/** The message as the event that the pattern is asked about; `undefined` when it is none. */
function eventOf(
  { scope, numeric }: FilterPolicy,
  { attributes, body }: FilteredMessage,
): object | undefined {
  if (scope === 'MessageBody') return parseObject(body, numeric);
  const event: Record<string, unknown> = Object.create(null);
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = attributeValue(attribute);
    if (value !== undefined) event[name] = value;
  }
  return event;
}

/** Types may carry a label of the publisher's (`Number.int`), which means nothing. */
function attributeValue({ DataType, StringValue = '' }: FilteredAttribute): unknown {
  if (DataType === 'String.Array') return parseList(StringValue) ?? StringValue;
  const [type] = DataType.split('.', 1);
  if (type === 'String') return StringValue;
  if (type === 'Number') return fiveDecimals(Number(StringValue));
  return undefined;
}

function parseObject(text: string, numeric: boolean): object | undefined {
  const value = parse(text, numeric);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function parseList(text: string): unknown[] | undefined {
  const value = parse(text, true);
  return Array.isArray(value) ? value : undefined;
}

function parse(text: string, numeric: boolean): unknown {
  try {
    return numeric ? JSON.parse(text, rounded) : JSON.parse(text);
  } catch {
    return undefined; // not JSON, which filtering treats as a value like any other
  }
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? fiveDecimals(value) : value;
