import type { AddPermissionRequest } from '../../aws/models/lambda.ts';
import { invalidParameter } from './errors.ts';
import type { Statement } from './policy-document.ts';

const ACCOUNT = /^\d{12}$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
const IAM_ARN = /^arn:aws[a-zA-Z-]*:(iam|sts)::\d{12}:(root|(user|role|assumed-role)\/.+)$/;

/** What is asked for, whatever it is asked for. */
type Permission = Omit<AddPermissionRequest, 'FunctionName'>;

/**
 * The statement that Lambda makes of a permission, in its own order of members. Throws
 * InvalidParameterValueException.
 */
export function renderStatement(input: Permission, resource: string): Statement {
  const condition = conditionOf(input);
  return {
    Sid: input.StatementId,
    Effect: 'Allow',
    Principal: principalOf(input.Principal),
    Action: input.Action,
    Resource: resource,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

function principalOf(principal: string): Statement['Principal'] {
  if (principal === '*') return '*';
  if (ACCOUNT.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (IAM_ARN.test(principal)) return { AWS: principal };
  if (SERVICE.test(principal)) return { Service: principal };
  throw invalidParameter(
    'The provided principal was invalid. Please check the principal and try again.',
  );
}

function conditionOf(input: Permission): NonNullable<Statement['Condition']> {
  const equals = {
    'AWS:SourceAccount': input.SourceAccount,
    'lambda:EventSourceToken': input.EventSourceToken,
    'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType,
    'aws:PrincipalOrgID': input.PrincipalOrgID,
  };
  const given = Object.entries(equals).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  const { InvokedViaFunctionUrl: viaUrl, SourceArn } = input;
  return {
    ...(given.length > 0 && { StringEquals: Object.fromEntries(given) }),
    ...(viaUrl !== undefined && { Bool: { 'lambda:InvokedViaFunctionUrl': String(viaUrl) } }),
    ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
  };
}
