import type { Reader, Transaction } from '../../storage/storage.ts';
import { getLayerVersion, updateLayerPolicy } from '../../storage/tables/layers.ts';
import type { Context } from '../context.ts';
import { policyRevisionMismatch, resourceNotFound } from './errors.ts';
import { checkLayerVersionNumber, layerArn } from './layer-name.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A version of a layer with its policy. */
export interface LayerPolicy {
  /** ARN of the version. */
  readonly arn: string;
  readonly policy: PolicyDocument | undefined;
  readonly revisionId: string | undefined;
  /** Sets the policy, or removes it. */
  write(tx: Transaction, policy: PolicyDocument | undefined, revisionId: string): Promise<void>;
}

interface LayerPolicyRequest {
  readonly LayerName: string;
  readonly VersionNumber: number;
  readonly RevisionId?: string | undefined;
}

/**
 * Throws ResourceNotFoundException, and PreconditionFailedException when the policy is not at the
 * revision that the caller expects.
 */
export async function requireLayerPolicy(
  reader: Reader,
  context: Context,
  { LayerName, VersionNumber, RevisionId }: LayerPolicyRequest,
): Promise<LayerPolicy> {
  checkLayerVersionNumber(VersionNumber);
  const name = layerArn(context, LayerName);
  const arn = `${name}:${VersionNumber}`;
  const row = await getLayerVersion(reader, name, VersionNumber);
  if (!row) throw resourceNotFound(`Layer version ${arn} does not exist.`);
  if (RevisionId !== undefined && RevisionId !== row.policy_revision)
    throw policyRevisionMismatch();
  return {
    arn,
    policy: row.policy === null ? undefined : JSON.parse(row.policy),
    revisionId: row.policy_revision ?? undefined,
    write: (tx, policy, revisionId) =>
      updateLayerPolicy(tx, row, policy === undefined ? null : JSON.stringify(policy), revisionId),
  };
}
