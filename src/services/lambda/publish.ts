import type { FunctionConfiguration } from '../../aws/models/lambda.ts';
import type { Transaction } from '../../storage/storage.ts';
import { listFunctionLayers, putFunctionLayers } from '../../storage/tables/function-layers.ts';
import {
  getFunctionVersion,
  insertFunctionVersion,
} from '../../storage/tables/function-versions.ts';
import { type FunctionRow, updateFunction } from '../../storage/tables/functions.ts';
import type { Platform } from '../context.ts';
import { readConfiguration } from './configuration.ts';
import { describeVersion } from './describe-version.ts';

/**
 * Makes a version of what `$LATEST` is now, and answers it; `$LATEST` is at another revision then.
 * When nothing has changed since the last version was published, that one is answered instead.
 */
export async function publish(
  tx: Transaction,
  { ids, clock }: Pick<Platform, 'ids' | 'clock'>,
  owner: FunctionRow,
  description?: string | undefined,
): Promise<FunctionConfiguration> {
  const last = await getFunctionVersion(tx, owner.arn, owner.last_version);
  if (last?.revision === owner.revision) {
    const { version } = last;
    return describeVersion(tx, { owner, version, revision: last }, String(version));
  }
  const version = owner.last_version + 1;
  const configuration = readConfiguration(owner);
  const row = {
    function_arn: owner.arn,
    version,
    configuration: JSON.stringify({
      ...configuration,
      Description: description ?? configuration.Description,
    }),
    package: owner.package,
    revision: owner.revision,
    revision_id: ids.uuid(),
    modified_at: clock.now(),
  };
  await insertFunctionVersion(tx, row);
  await putFunctionLayers(tx, owner.arn, version, await listFunctionLayers(tx, owner.arn, 0));
  await updateFunction(tx, owner.arn, { last_version: version, revision_id: ids.uuid() });
  return describeVersion(tx, { owner, version, revision: row }, String(version));
}
