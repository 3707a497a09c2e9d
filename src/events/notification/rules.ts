import type { NotificationConfiguration } from '../../aws/models/s3.ts';
import { expandEventName } from '../s3/names.ts';
import { type DestinationKind, entriesOf } from './entries.ts';
import { keyFilter } from './key-filter.ts';

/** One configuration of a bucket in the form in which changes are matched with it. Plain data. */
export interface NotificationRule {
  readonly configurationId: string;
  /** The destination's ARN. */
  readonly destination: string;
  readonly destinationKind: DestinationKind;
  /** Every event that it asks for, as records write it: `ObjectCreated:Put`. No families. */
  readonly events: readonly string[];
  /** As configured; empty when there is none. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The rules of a checked and normalized configuration, in its order. */
export function expandRules(configuration: NotificationConfiguration): NotificationRule[] {
  return entriesOf(configuration).map(({ kind, id = '', arn, events, filter }) => ({
    configurationId: id,
    destination: arn,
    destinationKind: kind,
    events: [...new Set(events.flatMap((event) => expandEventName(event) ?? []))],
    ...keyFilter(filter),
  }));
}
