import type { Reader } from '../../storage/storage.ts';
import { getFunctionAlias } from '../../storage/tables/function-aliases.ts';
import { getFunctionVersion } from '../../storage/tables/function-versions.ts';
import { type FunctionRow, getFunction, type Revision } from '../../storage/tables/functions.ts';
import { type FunctionReference, isVersionNumber, LATEST } from './function-name.ts';

/** What a reference to a function comes down to: one revision of its code and configuration. */
export interface FoundVersion {
  readonly owner: FunctionRow;
  /** 0 for `$LATEST`. */
  readonly version: number;
  readonly revision: Revision;
  /** When the qualifier names one. */
  readonly alias: string | undefined;
}

/**
 * Where an alias divides its invocations between two versions, `share` in [0, 1) decides for one.
 */
export type Share = () => number;

const mainVersion: Share = () => 1;

/** `undefined` when there is no such function, version or alias. */
export async function findVersion(
  reader: Reader,
  { arn, qualifier = LATEST }: Pick<FunctionReference, 'arn' | 'qualifier'>,
  share: Share = mainVersion,
): Promise<FoundVersion | undefined> {
  const owner = await getFunction(reader, arn);
  if (!owner) return undefined;
  if (qualifier === LATEST || isVersionNumber(qualifier))
    return versionOf(reader, owner, qualifier, undefined);
  const alias = await getFunctionAlias(reader, arn, qualifier);
  if (!alias) return undefined;
  const weights = Object.entries(JSON.parse(alias.routing ?? '{}') as Record<string, number>);
  const drawn = share();
  const [other] = weights.filter(([, weight]) => drawn < weight);
  return versionOf(reader, owner, other?.[0] ?? alias.version, alias.name);
}

async function versionOf(
  reader: Reader,
  owner: FunctionRow,
  version: string,
  alias: string | undefined,
): Promise<FoundVersion | undefined> {
  if (version === LATEST) return { owner, version: 0, revision: owner, alias };
  const revision = await getFunctionVersion(reader, owner.arn, Number(version));
  return revision && { owner, version: revision.version, revision, alias };
}
