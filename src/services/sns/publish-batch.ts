import { AwsError } from '../../aws/error.ts';
import {
  type BatchResultErrorEntry,
  errors as modelledErrors,
  type PublishBatchInput,
  type PublishBatchRequestEntry,
  type PublishBatchResponse,
  type PublishBatchResultEntry,
} from '../../aws/models/sns.ts';
import type { Context } from '../context.ts';
import { errors } from './errors.ts';
import { MESSAGE_BYTES_MAX, publicationBytes } from './publication.ts';
import { publishEntry, readPublication } from './publish.ts';
import { requireTopic } from './require-topic.ts';

const ENTRIES_MAX = 10;
const ENTRY_ID_LENGTH_MAX = 80;
const ENTRY_ID = /^[A-Za-z0-9_-]+$/;

/**
 * Publishes up to ten messages. Each succeeds or fails alone, but for what is wrong with the
 * request as a whole.
 * https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export async function publishBatch(
  { TopicArn, PublishBatchRequestEntries: entries }: PublishBatchInput,
  context: Context,
): Promise<PublishBatchResponse> {
  checkEntries(entries);
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, TopicArn);
    const Successful: PublishBatchResultEntry[] = [];
    const Failed: BatchResultErrorEntry[] = [];
    for (const entry of entries) {
      try {
        const published = await publishEntry(tx, topic, readPublication(entry), context);
        Successful.push({ Id: entry.Id, ...published });
      } catch (error) {
        if (!(error instanceof AwsError) || error.fault === 'server') throw error;
        Failed.push(failedEntry(entry.Id, error));
      }
    }
    return { Successful, Failed };
  });
}

function checkEntries(entries: readonly PublishBatchRequestEntry[]): void {
  if (entries.length === 0)
    throw errors.EmptyBatchRequestException("The batch request doesn't contain any entries.");
  if (entries.length > ENTRIES_MAX)
    throw errors.TooManyEntriesInBatchRequestException(
      'The batch request contains more entries than permissible.',
    );
  const ids = new Set<string>();
  let bytes = 0;
  for (const { Id, Message } of entries) {
    checkId(Id);
    if (ids.has(Id))
      throw errors.BatchEntryIdsNotDistinctException(
        'Two or more batch entries in the request have the same Id.',
      );
    ids.add(Id);
    bytes += publicationBytes({ message: Message });
  }
  if (bytes > MESSAGE_BYTES_MAX)
    throw errors.BatchRequestTooLongException(
      'The length of all the messages put together is more than the limit.',
    );
}

function checkId(id: string): void {
  if (id.length > ENTRY_ID_LENGTH_MAX)
    throw errors.InvalidBatchEntryIdException(
      `The Id of a batch entry in the batch request is too long: ${id}`,
    );
  if (!ENTRY_ID.test(id))
    throw errors.InvalidBatchEntryIdException(
      `The Id of a batch entry in the batch request contains an impermissible character: ${id}`,
    );
}

function failedEntry(Id: string, { code, message }: AwsError): BatchResultErrorEntry {
  const modelled: Readonly<Record<string, { readonly code: string }>> = modelledErrors;
  return { Id, Code: modelled[code]?.code ?? code, Message: message, SenderFault: true };
}
