import type {
  Archive,
  DescribeArchiveRequest,
  DescribeArchiveResponse,
} from '../../aws/models/eventbridge.ts';
import type { ArchiveRow } from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { requireArchive } from './archive-name.ts';
import { ARCHIVE_NAME, checkConstraints } from './constraints.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeArchive.html */
export async function describeArchive(
  { ArchiveName }: DescribeArchiveRequest,
  context: Context,
): Promise<DescribeArchiveResponse> {
  checkConstraints(['archiveName', ArchiveName, ARCHIVE_NAME]);
  const archive = await context.storage.read((reader) =>
    requireArchive(reader, context, ArchiveName),
  );
  return {
    ArchiveArn: archive.arn,
    Description: archive.description ?? undefined,
    EventPattern: archive.event_pattern ?? undefined,
    ...describe(archive),
  };
}

export const describe = (archive: ArchiveRow): Archive => ({
  ArchiveName: archive.name,
  EventSourceArn: archive.bus_arn,
  State: 'ENABLED',
  RetentionDays: archive.retention_days,
  SizeBytes: archive.size_bytes,
  EventCount: archive.event_count,
  CreationTime: new Date(archive.created_at),
});
