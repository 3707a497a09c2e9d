import { parseArn } from '../../aws/arn.ts';
import type { NotificationConfiguration } from '../../aws/models/s3.ts';
import { expandEventName } from '../s3/names.ts';
import {
  ARN_ELEMENTS,
  type ConfigurationEntry,
  type DestinationKind,
  entriesOf,
} from './entries.ts';
import * as errors from './errors.ts';
import { type FilterName, filterName } from './key-filter.ts';
import { checkOverlap } from './overlap.ts';

/** How many configurations one bucket may have. */
const CONFIGURATIONS_MAX = 100;
const FILTER_VALUE_BYTES_MAX = 1024;

export interface CheckOptions {
  /** The bucket's: destinations have to be in the same one. */
  readonly region: string;
  /** Leaves out what concerns the destinations themselves, but not whether their ARNs are ARNs. */
  readonly skipDestinationValidation?: boolean | undefined;
}

/**
 * Checks all of a notification configuration that can be checked without asking its destinations.
 * Throws S3's error for the first fault: the document, then names and filters, then ARNs, then what
 * the configurations are to each other.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
 */
export function checkNotificationConfiguration(
  configuration: NotificationConfiguration,
  { region, skipDestinationValidation = false }: CheckOptions,
): void {
  const entries = entriesOf(configuration);
  if (entries.length > CONFIGURATIONS_MAX) {
    throw errors.tooManyConfigurations(entries.length, CONFIGURATIONS_MAX);
  }
  for (const entry of entries) checkEvents(entry);
  for (const entry of entries) checkFilter(entry);
  const regions = entries.map(checkArn);
  checkIds(entries);
  checkOverlap(entries);
  if (skipDestinationValidation) return;
  for (const [at, { kind, arn }] of entries.entries()) {
    if (regions[at] !== region) throw errors.regionNotValid(ARN_ELEMENTS[kind], arn);
  }
}

function checkEvents({ events }: ConfigurationEntry): void {
  if (events.length === 0) throw errors.malformedXml();
  for (const event of events) {
    if (!expandEventName(event)) throw errors.eventNotSupported(event);
  }
}

function checkFilter({ filter }: ConfigurationEntry): void {
  const seen = new Set<FilterName>();
  for (const { Name, Value } of filter?.Key?.FilterRules ?? []) {
    if (Name === undefined || Value === undefined) throw errors.malformedXml();
    const name = filterName(Name);
    if (!name) throw errors.filterRuleNameNotValid(Name);
    if (seen.has(name)) throw errors.filterRuleRepeated(name);
    seen.add(name);
    if (Buffer.byteLength(Value) > FILTER_VALUE_BYTES_MAX) {
      throw errors.filterValueTooLong(Value, FILTER_VALUE_BYTES_MAX);
    }
  }
}

/** What the resource of an ARN looks like, and in which service. */
const DESTINATIONS: Readonly<Record<DestinationKind, { service: string; resource: RegExp }>> = {
  queue: { service: 'sqs', resource: /^[A-Za-z0-9_.-]+$/ },
  topic: { service: 'sns', resource: /^[A-Za-z0-9_.-]+$/ },
  function: { service: 'lambda', resource: /^function:[A-Za-z0-9_-]+(?::[A-Za-z0-9$_-]+)?$/ },
};

/** The region of the destination. */
function checkArn({ kind, arn }: ConfigurationEntry): string {
  const parsed = parseArn(arn);
  const { service, resource } = DESTINATIONS[kind];
  const complete = parsed && parsed.region !== '' && parsed.account !== '';
  if (!complete || parsed.service !== service || !resource.test(parsed.resource)) {
    throw errors.arnNotParsed(ARN_ELEMENTS[kind], arn);
  }
  return parsed.region;
}

function checkIds(entries: readonly ConfigurationEntry[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (!id) continue;
    if (seen.has(id)) throw errors.idRepeated(id);
    seen.add(id);
  }
}
