import type { Reader, Transaction } from '../../storage/storage.ts';
import { getFunctionAlias, putFunctionAlias } from '../../storage/tables/function-aliases.ts';
import { getFunctionVersion, updateVersionPolicy } from '../../storage/tables/function-versions.ts';
import { getFunction, updateFunction } from '../../storage/tables/functions.ts';
import { type FunctionReference, isVersionNumber } from './function-name.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A function, version or alias: each has a policy of its own. */
export interface PolicyHolder {
  readonly revisionId: string;
  readonly policy: PolicyDocument | undefined;
  /** Sets the policy, or removes it. */
  write(tx: Transaction, policy: PolicyDocument | undefined, revisionId: string): Promise<void>;
}

type Row = { readonly revision_id: string; readonly policy: string | null };

/** `undefined` when there is no such function, version or alias. */
export async function findPolicyHolder(
  reader: Reader,
  { arn, qualifier }: FunctionReference,
): Promise<PolicyHolder | undefined> {
  if (qualifier === undefined)
    return holder(await getFunction(reader, arn), (tx, policy, revision_id) =>
      updateFunction(tx, arn, { policy, revision_id }),
    );
  if (isVersionNumber(qualifier)) {
    const version = Number(qualifier);
    return holder(await getFunctionVersion(reader, arn, version), (tx, policy, revisionId) =>
      updateVersionPolicy(tx, arn, version, policy, revisionId),
    );
  }
  const alias = await getFunctionAlias(reader, arn, qualifier);
  if (!alias) return undefined;
  return holder(alias, (tx, policy, revision_id) =>
    putFunctionAlias(tx, { ...alias, policy, revision_id }),
  );
}

function holder(
  row: Row | undefined,
  write: (tx: Transaction, policy: string | null, revisionId: string) => Promise<void>,
): PolicyHolder | undefined {
  if (!row) return undefined;
  return {
    revisionId: row.revision_id,
    policy: row.policy === null ? undefined : JSON.parse(row.policy),
    write: (tx, policy, revisionId) =>
      write(tx, policy === undefined ? null : JSON.stringify(policy), revisionId),
  };
}
