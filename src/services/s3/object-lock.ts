import type { DefaultRetention, ObjectLockConfiguration } from '../../aws/models/s3.ts';
import type { BucketRow } from '../../storage/tables/buckets.ts';
import type { ObjectRow } from '../../storage/tables/objects.ts';
import { accessDenied, invalidArgument, invalidRequest, objectLockMissing } from './errors.ts';

/**
 * What keeps a version from being deleted: a retention, which ends by itself, and a legal hold,
 * which does not. Stored as JSON.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export interface ObjectLock {
  readonly mode?: RetentionMode | undefined;
  /** Milliseconds; there with `mode`. */
  readonly until?: number | undefined;
  readonly hold?: HoldStatus | undefined;
}

export type RetentionMode = 'GOVERNANCE' | 'COMPLIANCE';
export type HoldStatus = 'ON' | 'OFF';

export const isRetentionMode = (text: string | undefined): text is RetentionMode =>
  text === 'GOVERNANCE' || text === 'COMPLIANCE';
export const isHoldStatus = (text: string | undefined): text is HoldStatus =>
  text === 'ON' || text === 'OFF';

/** The members by which a write asks for a lock. */
export interface LockInput {
  readonly ObjectLockMode?: string | undefined;
  readonly ObjectLockRetainUntilDate?: Date | undefined;
  readonly ObjectLockLegalHoldStatus?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_DAYS = 365;

export const lockFromJson = (json: string | null): ObjectLock =>
  json === null ? {} : JSON.parse(json);

export function lockToJson(lock: ObjectLock): string | null {
  const json = JSON.stringify(lock);
  return json === '{}' ? null : json;
}

/**
 * As GET, HEAD and no other answers show it.
 *
 * Deviation from AWS: every reader of the object sees it, not only who has `s3:GetObjectRetention` and
 * `s3:GetObjectLegalHold`.
 */
export function lockToOutput(json: string | null) {
  const { mode, until, hold } = lockFromJson(json);
  return {
    ObjectLockMode: mode,
    ObjectLockRetainUntilDate: until === undefined ? undefined : new Date(until),
    ObjectLockLegalHoldStatus: hold,
  };
}

/** `undefined` for a bucket without Object Lock. */
export const lockConfiguration = (
  bucket: Pick<BucketRow, 'object_lock'>,
): ObjectLockConfiguration | undefined =>
  bucket.object_lock === null ? undefined : JSON.parse(bucket.object_lock);

/**
 * The lock that a write's headers ask for. Throws InvalidArgument, even where the bucket has no
 * Object Lock.
 */
export function lockFromHeaders(input: LockInput, nowMs: number): ObjectLock {
  const mode = input.ObjectLockMode;
  const until = input.ObjectLockRetainUntilDate;
  const hold = input.ObjectLockLegalHoldStatus;
  if ((mode === undefined) !== (until === undefined))
    throw invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
      mode === undefined ? 'x-amz-object-lock-mode' : 'x-amz-object-lock-retain-until-date',
      '',
    );
  if (mode !== undefined && !isRetentionMode(mode))
    throw invalidArgument('Unknown wormMode directive.', 'x-amz-object-lock-mode', mode);
  if (until && until.getTime() <= nowMs)
    throw invalidArgument(
      'The retain until date must be in the future!',
      'x-amz-object-lock-retain-until-date',
      until.toISOString(),
    );
  if (hold !== undefined && !isHoldStatus(hold))
    throw invalidArgument(
      "Legal Hold must be either of 'ON' or 'OFF'",
      'x-amz-object-lock-legal-hold',
      hold,
    );
  return { mode, until: until?.getTime(), hold };
}

/**
 * The lock of a new version in this bucket: the one that was asked for, with the bucket's default
 * retention where that names none. Throws InvalidRequest in a bucket without Object Lock.
 */
export function lockInBucket(
  bucket: Pick<BucketRow, 'object_lock'>,
  asked: ObjectLock,
  nowMs: number,
): ObjectLock {
  const configuration = lockConfiguration(bucket);
  if (!configuration) {
    if (lockToJson(asked) !== null) throw objectLockMissing();
    return asked;
  }
  const byDefault = configuration.Rule?.DefaultRetention;
  if (asked.mode !== undefined || !byDefault) return asked;
  return { ...asked, mode: byDefault.Mode as RetentionMode, until: nowMs + lengthMs(byDefault) };
}

const lengthMs = ({ Days, Years = 0 }: DefaultRetention): number =>
  (Days ?? Years * YEAR_DAYS) * DAY_MS;

/** For anonymous callers. Throws InvalidArgument. */
export function refuseLockOfNobody(asked: ObjectLock): void {
  if (lockToJson(asked) === null) return;
  throw invalidArgument(
    'Put Object requests with Object Lock parameters require AWS Signature Version 4',
    'Authorization',
    '',
  );
}

/**
 * A body that is to be locked must say what it hashes to. Throws InvalidRequest.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function checkLockedBody(lock: ObjectLock, announced: boolean): void {
  if (announced || lockToJson(lock) === null) return;
  throw invalidRequest(
    'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
  );
}

/** Throws AccessDenied for a version that may not be deleted yet. */
export function refuseLocked(
  row: Pick<ObjectRow, 'object_lock'>,
  bypass: boolean | undefined,
  nowMs: number,
): void {
  const { mode, until = 0, hold } = lockFromJson(row.object_lock);
  const retained = until > nowMs && !(mode === 'GOVERNANCE' && bypass === true);
  if (retained || hold === 'ON') throw protectedByLock();
}

/**
 * Throws AccessDenied where `next` protects a version for less long than now, or in another mode.
 * GOVERNANCE may be bypassed.
 */
export function checkRetentionChange(
  { mode, until = 0 }: ObjectLock,
  next: ObjectLock,
  bypass: boolean | undefined,
  nowMs: number,
): void {
  if (mode === undefined || until <= nowMs) return;
  const strengthened = next.mode === mode && (next.until ?? 0) >= until;
  if (strengthened || (mode === 'GOVERNANCE' && bypass === true)) return;
  throw protectedByLock();
}

const protectedByLock = () =>
  accessDenied('Access Denied because object protected by object lock.');
