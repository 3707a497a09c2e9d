import { AwsError } from '../error.ts';
import { s3Error } from './errors.ts';

/**
 * The policy of a browser's form upload: until when it may be sent, and what its fields must hold.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export interface PostPolicy {
  readonly expiresAtMs: number;
  readonly conditions: readonly PostCondition[];
  readonly contentLength: ContentLengthRange | undefined;
}

export interface PostCondition {
  readonly operator: 'eq' | 'starts-with';
  /** Lower case. */
  readonly field: string;
  readonly value: string;
}

export interface ContentLengthRange {
  readonly bytesMin: number;
  readonly bytesMax: number;
}

/** Fields by lower-case name, with `${filename}` already replaced. */
export type FormFields = ReadonlyMap<string, string>;

/** They carry the policy and its signature, so no condition can cover them. */
const UNCONDITIONAL = new Set(['policy', 'x-amz-signature', 'file', 'awsaccesskeyid', 'signature']);

/** Reads the policy from its JSON. Throws InvalidPolicyDocument. */
export function parsePostPolicy(text: string): PostPolicy {
  const { expiration, conditions } = parseJson(text);
  if (typeof expiration !== 'string') throw invalidPolicy('Policy missing expiration.');
  const expiresAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(expiration)
    ? Date.parse(expiration)
    : Number.NaN;
  if (Number.isNaN(expiresAtMs)) throw invalidPolicy(`Invalid 'expiration' value: '${expiration}'`);
  if (!Array.isArray(conditions)) throw invalidPolicy('Policy missing conditions.');

  const parsed: PostCondition[] = [];
  let contentLength: ContentLengthRange | undefined;
  for (const condition of conditions as unknown[]) {
    if (!Array.isArray(condition)) parsed.push(parseSimpleCondition(condition));
    else if (isContentLengthRange(condition)) contentLength = parseContentLengthRange(condition);
    else parsed.push(parseCondition(condition));
  }
  return { expiresAtMs, conditions: parsed, contentLength };
}

/**
 * Checks a form against its policy: expiry, every condition, and that every field has a condition.
 * The size of the file is checked by `checkContentLength` once it is known. Throws AccessDenied.
 */
export function checkPostPolicy(policy: PostPolicy, fields: FormFields, nowMs: number): void {
  if (nowMs > policy.expiresAtMs) throw notAccordingToPolicy('Policy expired.');
  const covered = new Set<string>();
  for (const condition of policy.conditions) {
    covered.add(condition.field);
    if (!holds(condition, fields.get(condition.field) ?? '')) {
      const written = [condition.operator, `$${condition.field}`, condition.value];
      const text = written.map((part) => JSON.stringify(part)).join(', ');
      throw notAccordingToPolicy(`Policy Condition failed: [${text}]`);
    }
  }
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !UNCONDITIONAL.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw notAccordingToPolicy(`Extra input fields: ${extra.join(', ')}`);
}

/** Throws EntityTooLarge, also for a file still arriving, and EntityTooSmall. */
export function checkContentLength({ contentLength }: PostPolicy, bytes: number): void {
  if (!contentLength) return;
  const { bytesMin, bytesMax } = contentLength;
  const members = { ProposedSize: String(bytes) };
  if (bytes > bytesMax) {
    throw s3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', {
      ...members,
      MaxSizeAllowed: String(bytesMax),
    });
  }
  if (bytes < bytesMin) {
    throw s3Error(
      'EntityTooSmall',
      400,
      'Your proposed upload is smaller than the minimum allowed size',
      { ...members, MinSizeAllowed: String(bytesMin) },
    );
  }
}

function holds({ operator, field, value }: PostCondition, given: string): boolean {
  if (operator === 'eq') return given === value;
  // A list of content types must start as wanted in each of its items.
  const items = field === 'content-type' ? given.split(',') : [given];
  return items.every((item) => item.startsWith(value));
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null) return { ...document };
  } catch (cause) {
    throw new AwsError('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.', { cause });
  }
  throw invalidPolicy('Invalid JSON.');
}

/** `{"field": "value"}` */
function parseSimpleCondition(condition: unknown): PostCondition {
  const [entry, ...others] = Object.entries(condition ?? {});
  if (!entry || others.length > 0) {
    throw invalidPolicy(
      'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    );
  }
  const [field, value] = entry;
  if (typeof value !== 'string') {
    throw invalidPolicy('Invalid Simple-Condition: value must be a string.');
  }
  return { operator: 'eq', field: field.toLowerCase(), value };
}

/** `["eq" | "starts-with", "$field", "value"]` */
function parseCondition(condition: unknown[]): PostCondition {
  const [name, field, value] = condition;
  const operator = String(name).toLowerCase();
  if (operator !== 'eq' && operator !== 'starts-with') {
    throw invalidPolicy(`Unknown operation '${name}' in condition.`);
  }
  if (condition.length !== 3 || typeof field !== 'string' || typeof value !== 'string') {
    throw invalidPolicy(`Invalid Condition: ${operator} takes a field and a value.`);
  }
  if (!field.startsWith('$')) throw invalidPolicy(`Invalid Condition: ${field} must start with $.`);
  return { operator, field: field.slice(1).toLowerCase(), value };
}

const isContentLengthRange = ([name]: unknown[]) =>
  String(name).toLowerCase() === 'content-length-range';

/** `["content-length-range", least, most]`, in bytes. */
function parseContentLengthRange([, ...limits]: unknown[]): ContentLengthRange {
  const [bytesMin, bytesMax] = limits.map((limit) =>
    /^\d{1,15}$/.test(String(limit)) ? Number(limit) : undefined,
  );
  if (bytesMin !== undefined && bytesMax !== undefined && limits.length === 2) {
    return { bytesMin, bytesMax };
  }
  throw invalidPolicy('Invalid Condition: content-length-range takes two numbers.');
}

const invalidPolicy = (reason: string) =>
  s3Error('InvalidPolicyDocument', 400, `Invalid Policy: ${reason}`);

const notAccordingToPolicy = (reason: string) =>
  s3Error('AccessDenied', 403, `Invalid according to Policy: ${reason}`);
