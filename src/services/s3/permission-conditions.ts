import type { LockInput } from './object-lock.ts';

/** Condition keys of what requests ask for, in lower case, as `Access` wants them. */
export type Conditions = Readonly<Record<string, string | readonly string[]>>;

export interface Acl {
  ACL?: string | undefined;
  GrantFullControl?: string | undefined;
  GrantRead?: string | undefined;
  GrantReadACP?: string | undefined;
  GrantWrite?: string | undefined;
  GrantWriteACP?: string | undefined;
}

export const aclConditions = (input: Acl): Conditions =>
  present({
    's3:x-amz-acl': input.ACL,
    's3:x-amz-grant-full-control': input.GrantFullControl,
    's3:x-amz-grant-read': input.GrantRead,
    's3:x-amz-grant-read-acp': input.GrantReadACP,
    's3:x-amz-grant-write': input.GrantWrite,
    's3:x-amz-grant-write-acp': input.GrantWriteACP,
  });

export function tagConditions(tags: Iterable<readonly [string, string]>): Conditions {
  const entries = [...tags];
  return {
    's3:requestobjecttagkeys': entries.map(([key]) => key),
    ...Object.fromEntries(
      entries.map(([key, value]) => [`s3:requestobjecttag/${key.toLowerCase()}`, value]),
    ),
  };
}

/** Leaves out what a request does not have. */
export function present(conditions: Record<string, string | undefined>): Conditions {
  const entries = Object.entries(conditions).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Conditions;
}

export const lockConditions = (input: LockInput): Conditions =>
  present({
    's3:object-lock-mode': input.ObjectLockMode,
    's3:object-lock-retain-until-date': input.ObjectLockRetainUntilDate?.toISOString(),
    's3:object-lock-legal-hold': input.ObjectLockLegalHoldStatus,
  });
