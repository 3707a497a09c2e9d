import type { Reader } from '../../storage/storage.ts';
import { type FunctionRow, getFunction } from '../../storage/tables/functions.ts';
import { functionNotFound, revisionMismatch } from './errors.ts';
import type { FunctionReference } from './function-name.ts';

/**
 * The function, whatever the qualifier. Throws ResourceNotFoundException, and
 * PreconditionFailedException when it is not at the revision that the caller expects.
 */
export async function requireFunction(
  reader: Reader,
  { arn }: Pick<FunctionReference, 'arn'>,
  revisionId?: string | undefined,
): Promise<FunctionRow> {
  const found = await getFunction(reader, arn);
  if (!found) throw functionNotFound(arn);
  if (revisionId !== undefined && revisionId !== found.revision_id) throw revisionMismatch();
  return found;
}
