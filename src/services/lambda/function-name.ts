import { functionArn } from '../../aws/arn.ts';
import type { Context } from '../context.ts';
import { invalidParameter, resourceNotFound } from './errors.ts';

/** Which function a request means, and which version or alias of it. */
export interface FunctionReference {
  /** Without a qualifier. */
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
  /** `$LATEST`, a number or an alias, when the request has one. */
  readonly qualifier: string | undefined;
  /** With the qualifier, when there is one. */
  readonly qualifiedArn: string;
}

const FORM =
  /^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9-_.]+)(?::(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?$/;

type Requester = Pick<Context, 'region' | 'account'>;

/**
 * Reads `FunctionName` in all its forms: a name, `account:function:name`, an ARN, each with or
 * without `:qualifier`. A qualifier given apart must not contradict it. Throws
 * InvalidParameterValueException and, for ARNs of other regions, ResourceNotFoundException.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_RequestParameters
 */
export function referToFunction(
  context: Requester,
  functionName: string,
  qualifier?: string | undefined,
): FunctionReference {
  const parts = FORM.exec(functionName)?.groups;
  if (!parts) throw invalidParameter(`Invalid function name: ${functionName}`);
  const { region = context.region, account = context.account, name = '' } = parts;
  if (region !== context.region)
    throw resourceNotFound(
      `Functions from '${region}' are not reachable in this region ('${context.region}')`,
    );
  if (parts.qualifier !== undefined && qualifier !== undefined && parts.qualifier !== qualifier)
    throw invalidParameter(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  const arn = functionArn(region, account, name);
  const chosen = qualifier ?? parts.qualifier;
  return {
    arn,
    region,
    account,
    name,
    qualifier: chosen,
    qualifiedArn: chosen === undefined ? arn : `${arn}:${chosen}`,
  };
}

/** For what belongs to the function as a whole: a qualifier is refused. */
export function referToWholeFunction(context: Requester, functionName: string): FunctionReference {
  const reference = referToFunction(context, functionName);
  if (reference.qualifier === undefined) return reference;
  throw invalidParameter(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
}

export const isVersionNumber = (qualifier: string): boolean => /^\d+$/.test(qualifier);
/** Whether an alias could be called so, whatever is true of versions. */
export const isAliasName = (qualifier: string): boolean =>
  !isVersionNumber(qualifier) && !qualifier.includes('$');
export const LATEST = '$LATEST';
