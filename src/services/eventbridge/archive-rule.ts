import { ruleArn } from '../../aws/arn.ts';
import type { Rule, Target } from '../../aws/models/eventbridge.ts';
import type { Reader } from '../../storage/storage.ts';
import { type ArchiveRow, getArchive } from '../../storage/tables/archives.ts';
import { archiveArn } from './archive-name.ts';
import type { BusName } from './bus-name.ts';
import { errors } from './errors.ts';

/**
 * The managed rule that a bus shows for each of its archives, by which AWS fills them. Here it is only shown: an archive
 * is asked about an event itself (`put-event.ts`), so the rule lies in no table and nothing is sent to its target.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive-event.html
 *
 * Deviation from AWS: `Force` does not remove it, because an archive without its rule would silently keep nothing.
 */
export const archiveRule = (archive: ArchiveRow, bus: BusName): Rule => ({
  Name: nameOf(archive),
  Arn: ruleArn(bus.region, bus.account, bus.name, nameOf(archive)),
  EventPattern: JSON.stringify({
    ...JSON.parse(archive.event_pattern ?? '{}'),
    'replay-name': [{ exists: false }],
  }),
  State: 'ENABLED',
  ManagedBy: 'prod.vhs.events.aws.internal',
  EventBusName: bus.name,
});

export const archiveTarget = (archive: ArchiveRow, { region }: BusName): Target => ({
  Id: nameOf(archive),
  Arn: `arn:aws:events:${region}:::`,
  InputTransformer: {
    InputPathsMap: {},
    InputTemplate:
      `{"archive-arn": "${archive.arn}:${archive.id}", "event": <aws.events.event.json>, ` +
      '"ingestion-time": <aws.events.event.ingestion-time>}',
  },
});

const NAME_PREFIX = 'Events-Archive-';

const nameOf = ({ name }: ArchiveRow) => NAME_PREFIX + name;

/** The archive whose rule has that name on the bus. */
export async function archiveOfRule(
  reader: Reader,
  bus: BusName,
  rule: string,
): Promise<ArchiveRow | undefined> {
  if (!rule.startsWith(NAME_PREFIX)) return undefined;
  const archive = await getArchive(reader, archiveArn(bus, rule.slice(NAME_PREFIX.length)));
  return archive?.bus_arn === bus.arn ? archive : undefined;
}

/** Throws ManagedRuleException for a rule that only its archive may change. */
export async function refuseArchiveRule(reader: Reader, bus: BusName, rule: string): Promise<void> {
  if (await archiveOfRule(reader, bus, rule))
    throw errors.ManagedRuleException(
      `Rule ${rule} is managed by an AWS service and cannot be changed.`,
    );
}
