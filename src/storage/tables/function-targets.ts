import type { Reader } from '../storage.ts';
import { getFunction } from './functions.ts';

/** What an ARN names that can be invoked: a function, or one of its versions or aliases. */
export interface FunctionTarget {
  /** Without the qualifier. */
  readonly functionArn: string;
  readonly qualifier: string | undefined;
  /** The resource policy of exactly this: a version or alias does not share the function's. */
  readonly policy: string | null;
}

const ARN_PARTS = 7;

/** Divides `arn:aws:lambda:region:account:function:name[:qualifier]`. */
export function splitFunctionArn(arn: string): Omit<FunctionTarget, 'policy'> {
  const parts = arn.split(':');
  return { functionArn: parts.slice(0, ARN_PARTS).join(':'), qualifier: parts[ARN_PARTS] };
}

/**
 * By ARN with or without a qualifier; `undefined` when there is no such function, version or alias.
 */
export async function findFunctionTarget(
  reader: Reader,
  arn: string,
): Promise<FunctionTarget | undefined> {
  const { functionArn, qualifier } = splitFunctionArn(arn);
  const found = await findPolicy(reader, functionArn, qualifier);
  return found && { functionArn, qualifier, policy: found.policy };
}

function findPolicy(
  reader: Reader,
  functionArn: string,
  qualifier: string | undefined,
): Promise<{ policy: string | null } | undefined> {
  if (qualifier === undefined || qualifier === '$LATEST') return getFunction(reader, functionArn);
  if (/^\d+$/.test(qualifier))
    return reader.get(
      'SELECT policy FROM function_versions WHERE function_arn = ? AND version = ?',
      functionArn,
      Number(qualifier),
    );
  return reader.get(
    'SELECT policy FROM function_aliases WHERE function_arn = ? AND name = ?',
    functionArn,
    qualifier,
  );
}
