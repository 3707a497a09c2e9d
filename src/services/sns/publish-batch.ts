import type {
  PublishBatchInput,
  PublishBatchRequestEntry,
  PublishBatchResponse,
  PublishBatchResultEntry,
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
 * Publishes up to ten messages, all or none: AWS, too, refuses the whole request for what is wrong
 * with one message, so nothing is ever in `Failed`.
 * https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export async function publishBatch(
  { TopicArn, PublishBatchRequestEntries: entries }: PublishBatchInput,
  context: Context,
): Promise<PublishBatchResponse> {
  checkEntries(entries);
  const publications = entries.map((entry) => ({ Id: entry.Id, ...readPublication(entry) }));
  const bytes = publications.reduce((sum, each) => sum + publicationBytes(each), 0);
  if (bytes > MESSAGE_BYTES_MAX)
    throw errors.BatchRequestTooLongException(
      'The length of all the messages put together is more than the limit.',
    );
  return context.storage.transaction(async (tx) => {
    const topic = await requireTopic(tx, context, TopicArn);
    const Successful: PublishBatchResultEntry[] = [];
    for (const { Id, ...publication } of publications)
      Successful.push({ Id, ...(await publishEntry(tx, topic, publication, context)) });
    return { Successful, Failed: [] };
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
  for (const { Id } of entries) {
    checkId(Id);
    if (ids.has(Id))
      throw errors.BatchEntryIdsNotDistinctException(
        'Two or more batch entries in the request have the same Id.',
      );
    ids.add(Id);
  }
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
