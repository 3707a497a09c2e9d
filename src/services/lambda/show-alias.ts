import type { AliasConfiguration } from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import { type FunctionAliasRow, getFunctionAlias } from '../../storage/tables/function-aliases.ts';
import { aliasNotFound, functionNotFound, invalidParameter } from './errors.ts';
import { findVersion } from './find-version.ts';
import { LATEST } from './function-name.ts';

export const aliasArn = ({ function_arn, name }: Pick<FunctionAliasRow, 'function_arn' | 'name'>) =>
  `${function_arn}:${name}`;

export const showAlias = (row: FunctionAliasRow): AliasConfiguration => ({
  AliasArn: aliasArn(row),
  Name: row.name,
  FunctionVersion: row.version,
  Description: row.description,
  RoutingConfig:
    row.routing === null ? undefined : { AdditionalVersionWeights: JSON.parse(row.routing) },
  RevisionId: row.revision_id,
});

/** Throws ResourceNotFoundException. */
export async function requireAlias(
  reader: Reader,
  functionArn: string,
  name: string,
): Promise<FunctionAliasRow> {
  const row = await getFunctionAlias(reader, functionArn, name);
  if (!row) throw aliasNotFound(aliasArn({ function_arn: functionArn, name }));
  return row;
}

/** Throws ResourceNotFoundException when the alias is to lead to a version, or of a function, that there is not. */
export async function checkAliasVersion(
  reader: Reader,
  functionArn: string,
  version: string,
): Promise<void> {
  if (!(await findVersion(reader, { arn: functionArn, qualifier: version })))
    throw functionNotFound(`${functionArn}:${version}`);
}

/**
 * What is stored of a routing; `null` for one that routes nothing. Throws as AWS does for those it
 * cannot do.
 */
export async function checkRouting(
  reader: Reader,
  functionArn: string,
  version: string,
  weights: Readonly<Record<string, number>> | undefined,
): Promise<string | null> {
  const others = Object.keys(weights ?? {});
  const [other] = others;
  if (other === undefined) return null;
  if (others.length > 1)
    throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (version === LATEST)
    throw invalidParameter('$LATEST is not supported for an alias pointing to more than 1 version');
  if (other === version)
    throw invalidParameter(
      `Invalid function version ${other}. Function version ${other} is already included in routing configuration.`,
    );
  await checkAliasVersion(reader, functionArn, other);
  return JSON.stringify(weights);
}
