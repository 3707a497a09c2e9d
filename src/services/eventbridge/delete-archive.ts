import type { DeleteArchiveRequest, DeleteArchiveResponse } from '../../aws/models/eventbridge.ts';
import { deleteArchive as deleteRow } from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { requireArchive } from './archive-name.ts';
import { ARCHIVE_NAME, checkConstraints } from './constraints.ts';
import { reviseBus } from './event-bus.ts';

/**
 * Deletes an archive with its events.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteArchive.html
 */
export async function deleteArchive(
  { ArchiveName }: DeleteArchiveRequest,
  context: Context,
): Promise<DeleteArchiveResponse> {
  checkConstraints(['archiveName', ArchiveName, ARCHIVE_NAME]);
  return context.storage.transaction(async (tx) => {
    const archive = await requireArchive(tx, context, ArchiveName);
    await deleteRow(tx, archive.arn);
    await reviseBus(tx, context, archive.bus_arn);
    return {};
  });
}
