import type { UpdateArchiveRequest, UpdateArchiveResponse } from '../../aws/models/eventbridge.ts';
import {
  ARCHIVE_DELETED_SIGNAL,
  updateArchive as updateRow,
} from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { requireArchive } from './archive-name.ts';
import { ARCHIVE_NAME, checkConstraints } from './constraints.ts';
import { checkArchive } from './create-archive.ts';
import { errors } from './errors.ts';
import { reviseBus } from './event-bus.ts';

/**
 * Changes what an archive keeps, and for how long.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_UpdateArchive.html
 */
export async function updateArchive(
  input: UpdateArchiveRequest,
  context: Context,
): Promise<UpdateArchiveResponse> {
  const { ArchiveName, Description, EventPattern, RetentionDays } = input;
  checkConstraints(['archiveName', ArchiveName, ARCHIVE_NAME]);
  checkArchive(input);
  return context.storage.transaction(async (tx) => {
    const archive = await requireArchive(tx, context, ArchiveName);
    if (Description === undefined && EventPattern === undefined && RetentionDays === undefined)
      throw errors.ValidationException(
        'At least one of EventPattern, RetentionDays or Description must be provided.',
      );
    await updateRow(tx, archive.arn, {
      description: Description ?? archive.description,
      event_pattern: EventPattern === undefined ? archive.event_pattern : EventPattern || null,
      retention_days: RetentionDays ?? archive.retention_days,
    });
    await reviseBus(tx, context, archive.bus_arn);
    // A shorter retention may make events due for the sweep.
    tx.wake(ARCHIVE_DELETED_SIGNAL);
    return {
      ArchiveArn: archive.arn,
      State: 'ENABLED',
      CreationTime: new Date(archive.created_at),
    };
  });
}
