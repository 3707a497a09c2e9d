import { notModified, preconditionFailed } from './errors.ts';
import { quote, unquote } from './write-conditions.ts';

export interface ReadConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

export type ConditionName = keyof ReadConditions;

/**
 * Which condition does not hold, `undefined` when the request may go on. An ETag condition
 * outweighs the date condition of its pair: If-Match over If-Unmodified-Since, If-None-Match over
 * If-Modified-Since. `modifiedAt` and `now` in milliseconds, the former in whole seconds.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function failedCondition(
  input: ReadConditions,
  etag: string,
  modifiedAt: number,
  now: number,
): ConditionName | undefined {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = input;
  if (IfMatch !== undefined) {
    if (!matches(IfMatch, etag)) return 'IfMatch';
  } else if (IfUnmodifiedSince && modifiedAt > IfUnmodifiedSince.getTime()) {
    return 'IfUnmodifiedSince';
  }
  if (IfNoneMatch !== undefined) {
    if (matches(IfNoneMatch, etag)) return 'IfNoneMatch';
  } else if (IfModifiedSince && isSince(modifiedAt, IfModifiedSince.getTime(), now)) {
    return 'IfModifiedSince';
  }
  return undefined;
}

/** A date still to come says nothing about the past, and is passed over. */
const isSince = (modifiedAt: number, since: number, now: number): boolean =>
  modifiedAt <= since && since <= now;

const matches = (header: string, etag: string): boolean =>
  header.split(',').some((candidate) => {
    const text = unquote(candidate.trim().replace(/^W\//, ''));
    return text === '*' || text === etag;
  });

/** GET and HEAD: 412 where the client wanted this very object, 304 where it has it already. */
export function checkReadConditions(
  input: ReadConditions,
  row: { readonly etag: string; readonly modified_at: number },
  now: number,
): void {
  const failed = failedCondition(input, row.etag, row.modified_at, now);
  if (failed === undefined) return;
  if (failed === 'IfMatch') throw preconditionFailed('If-Match');
  if (failed === 'IfUnmodifiedSince') throw preconditionFailed('If-Unmodified-Since');
  throw notModified({
    etag: quote(row.etag),
    'last-modified': new Date(row.modified_at).toUTCString(),
  });
}
