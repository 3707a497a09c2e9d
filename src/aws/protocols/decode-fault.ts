/**
 * Why a request could not be decoded, in terms that no protocol owns. Codecs throw it; each protocol words it as
 * its AWS services do.
 */
export class DecodeFault extends Error {
  readonly reason: DecodeFaultReason;
  /** From the input's member down to the place of the fault; numbers count a list's items from 1. */
  readonly path: (string | number)[];
  /** Where the value stood, when that was not the body. */
  readonly binding: Binding | undefined;

  constructor(
    reason: DecodeFaultReason,
    message: string,
    path: (string | number)[] = [],
    binding?: Binding,
  ) {
    super(message);
    this.name = 'DecodeFault';
    this.reason = reason;
    this.path = path;
    this.binding = binding;
  }
}

export type DecodeFaultReason =
  /** The document as a whole cannot be read, or a limit is passed. */
  | 'malformed'
  /** A value is not of its member's type. */
  | 'invalid'
  /** A required member is absent. */
  | 'missing'
  /** There is no body, where one is required. */
  | 'empty';

export interface Binding {
  readonly place: 'header' | 'query' | 'label';
  readonly name: string;
  /** `undefined` when it is missing. */
  readonly value: string | undefined;
}

export const malformed = (message: string) => new DecodeFault('malformed', message);
export const invalid = (message: string) => new DecodeFault('invalid', message);
export const missing = (member: string) =>
  new DecodeFault('missing', `${member} is missing`, [member]);

/** To rethrow what a nested value threw: `catch (cause) { throw within('Entries', cause); }`. */
export function within(step: string | number, cause: unknown): unknown {
  if (cause instanceof DecodeFault) cause.path.unshift(step);
  return cause;
}

/** More than any AWS request holds: CompleteMultipartUpload lists 10,000 parts. */
export const LIST_ITEMS_MAX = 10_000;
export const MAP_ENTRIES_MAX = 10_000;

export function checkCount(count: number, max: number): void {
  if (count > max) throw malformed(`more than ${max} items`);
}
