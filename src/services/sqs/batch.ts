import { AwsError } from '../../aws/error.ts';
import { type BatchResultErrorEntry, errors as modelledErrors } from '../../aws/models/sqs.ts';
import { errors } from './errors.ts';

const ENTRIES_MAX = 10;
const ENTRY_ID = /^[A-Za-z0-9_-]{1,80}$/;

/** What holds for every batch: one to ten entries, with distinct ids. */
export function checkEntries(entries: readonly { readonly Id: string }[], entryType: string): void {
  if (entries.length === 0)
    throw errors.EmptyBatchRequest(`There should be at least one ${entryType} in the request.`);
  if (entries.length > ENTRIES_MAX)
    throw errors.TooManyEntriesInBatchRequest(
      `Maximum number of entries per request are ${ENTRIES_MAX}. You have sent ${entries.length}.`,
    );
  const ids = new Set<string>();
  for (const { Id } of entries) {
    if (!ENTRY_ID.test(Id))
      throw errors.InvalidBatchEntryId(
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    if (ids.has(Id)) throw errors.BatchEntryIdsNotDistinct(`Id ${Id} repeated.`);
    ids.add(Id);
  }
}

export interface BatchResult<Success> {
  Successful: Success[];
  Failed: BatchResultErrorEntry[];
}

/**
 * Runs the entries of a batch one after the other; one that the client is to blame for fails alone, anything else fails all.
 * An empty list is left out of the answer, as AWS does although its model requires both.
 */
export async function runEntries<Entry extends { readonly Id: string }, Success>(
  entries: readonly Entry[],
  run: (entry: Entry) => Promise<Success>,
): Promise<BatchResult<Success>> {
  const result: Partial<BatchResult<Success>> = {};
  for (const entry of entries) {
    try {
      const success = await run(entry);
      result.Successful ??= [];
      result.Successful.push(success);
    } catch (error) {
      if (!(error instanceof AwsError) || error.fault === 'server') throw error;
      result.Failed ??= [];
      result.Failed.push(failedEntry(entry.Id, error));
    }
  }
  return result as BatchResult<Success>;
}

function failedEntry(Id: string, { code, message }: AwsError): BatchResultErrorEntry {
  const modelled: Readonly<Record<string, { readonly code: string }>> = modelledErrors;
  return { Id, Code: modelled[code]?.code ?? code, Message: message, SenderFault: true };
}
