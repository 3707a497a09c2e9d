import { awsManagedPolicies } from '../../aws/managed-policies.ts';
import type { AssumeRoleRequest } from '../../aws/models/sts.ts';
import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import type { Reader } from '../../storage/storage.ts';
import { getManagedPolicy, listPolicyVersionRows } from '../../storage/tables/managed-policies.ts';
import { checkLength, errors } from './errors.ts';

const POLICY_CHARACTERS = 2048;

/**
 * The policies that narrow a session, as documents: those it is given, and what managed ones say
 * now.
 * Throws ValidationError and MalformedPolicyDocument.
 *
 * Deviation from AWS: a managed policy that changes later changes no session that has begun.
 */
export async function sessionPolicies(
  reader: Reader,
  account: string,
  { Policy, PolicyArns = [] }: Pick<AssumeRoleRequest, 'Policy' | 'PolicyArns'>,
): Promise<string[]> {
  const documents: string[] = [];
  if (Policy !== undefined) documents.push(checkPolicy(Policy));
  for (const { arn = '' } of PolicyArns) documents.push(await managedPolicy(reader, account, arn));
  return documents;
}

function checkPolicy(text: string): string {
  checkLength('policy', text, 1, POLICY_CHARACTERS);
  try {
    parsePolicy(text, 'identity');
    return text;
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    throw errors.MalformedPolicyDocumentException(error.message, { cause: error });
  }
}

async function managedPolicy(reader: Reader, account: string, arn: string): Promise<string> {
  const provided = awsManagedPolicies.get(arn);
  if (provided) return provided.document;
  const policy = await getManagedPolicy(reader, arn);
  const versions = policy?.account === account ? await listPolicyVersionRows(reader, arn) : [];
  const inForce = versions.find(({ version }) => version === policy?.default_version);
  if (!inForce) throw errors.ValidationError(`Policy ${arn} does not exist or is not attachable.`);
  return inForce.document;
}
