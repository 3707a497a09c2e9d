import type { CreateArchiveRequest, CreateArchiveResponse } from '../../aws/models/eventbridge.ts';
import { compilePattern } from '../../events/pattern/index.ts';
import { getArchive, insertArchive, listArchives } from '../../storage/tables/archives.ts';
import type { Context } from '../context.ts';
import { archiveArn } from './archive-name.ts';
import { ARCHIVE_NAME, ARN, checkConstraints, DESCRIPTION, RETENTION_DAYS } from './constraints.ts';
import { busDoesNotExist, errors, invalidParameter, limitExceeded } from './errors.ts';
import { openBus, requiredBusArn, reviseBus } from './event-bus.ts';

/** In an account and region. */
const ARCHIVES_MAX = 100;

/**
 * Creates an archive, which from now on keeps the events of a bus, or those that match a pattern.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html
 *
 * Deviation from AWS: it cannot be encrypted with a KMS key.
 */
export async function createArchive(
  input: CreateArchiveRequest,
  context: Context,
): Promise<CreateArchiveResponse> {
  const { ArchiveName, EventSourceArn, Description, EventPattern, RetentionDays } = input;
  checkConstraints(
    ['archiveName', ArchiveName, ARCHIVE_NAME],
    ['eventSourceArn', EventSourceArn, ARN],
  );
  checkArchive(input);
  const bus = requiredBusArn(EventSourceArn);
  // Otherwise it would keep what happens on a bus that others do not share.
  if (bus.account !== context.account || bus.region !== context.region)
    throw busDoesNotExist(bus.name);
  const arn = archiveArn(context, ArchiveName);

  return context.storage.transaction(async (tx) => {
    if (await getArchive(tx, arn))
      throw errors.ResourceAlreadyExistsException(`Archive ${ArchiveName} already exists.`);
    await openBus(tx, context, bus);
    const others = await listArchives(tx, archiveArn(context, ''), null, '', ARCHIVES_MAX);
    if (others.length >= ARCHIVES_MAX) throw limitExceeded();
    const created_at = context.clock.now();
    await insertArchive(tx, {
      arn,
      id: context.ids.sequence(),
      name: ArchiveName,
      bus_arn: bus.arn,
      description: Description ?? null,
      event_pattern: EventPattern || null,
      retention_days: RetentionDays ?? 0,
      created_at,
      event_count: 0,
      size_bytes: 0,
    });
    await reviseBus(tx, context, bus.arn);
    return { ArchiveArn: arn, State: 'ENABLED', CreationTime: new Date(created_at) };
  });
}

/** Throws ValidationException or InvalidEventPatternException. */
export function checkArchive(
  input: Pick<
    CreateArchiveRequest,
    'Description' | 'EventPattern' | 'RetentionDays' | 'KmsKeyIdentifier'
  >,
): void {
  checkConstraints(
    ['description', input.Description, DESCRIPTION],
    ['retentionDays', input.RetentionDays, RETENTION_DAYS],
  );
  if (input.KmsKeyIdentifier) throw invalidParameter('KmsKeyIdentifier', 'Key does not exist.');
  if (input.EventPattern) compilePattern(input.EventPattern);
}
