import { formatArn } from '../../aws/arn.ts';
import type { EventSourceMappingConfiguration } from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type EventSourceMappingRow,
  getEventSourceMapping as getRow,
} from '../../storage/tables/event-source-mappings.ts';
import type { Context } from '../context.ts';
import { resourceNotFound } from './errors.ts';

/**
 * What Lambda answers about a mapping. `state`: what the answer to a change says, as AWS takes a
 * while for it.
 *
 * Deviation from AWS: changes take effect at once.
 */
export function showMapping(
  row: EventSourceMappingRow,
  state: string = row.enabled === 1 ? 'Enabled' : 'Disabled',
): EventSourceMappingConfiguration {
  const { uuid, region, account, filters, maximum_concurrency: maximumConcurrency } = row;
  const patterns: string[] = JSON.parse(filters ?? '[]');
  return {
    UUID: uuid,
    BatchSize: row.batch_size,
    MaximumBatchingWindowInSeconds: row.batching_window_seconds,
    EventSourceArn: row.event_source_arn,
    FilterCriteria:
      filters === null ? undefined : { Filters: patterns.map((Pattern) => ({ Pattern })) },
    ScalingConfig:
      maximumConcurrency === null ? undefined : { MaximumConcurrency: maximumConcurrency },
    FunctionArn: row.function_arn,
    LastModified: new Date(row.modified_at),
    LastProcessingResult: row.last_result ?? undefined,
    State: state,
    StateTransitionReason: 'USER_INITIATED',
    FunctionResponseTypes: row.report_item_failures === 1 ? ['ReportBatchItemFailures'] : [],
    EventSourceMappingArn: formatArn('lambda', region, account, `event-source-mapping:${uuid}`),
  };
}

/** Throws ResourceNotFoundException, also for a mapping of another account. */
export async function requireMapping(
  reader: Reader,
  { account, region }: Pick<Context, 'account' | 'region'>,
  uuid: string,
): Promise<EventSourceMappingRow> {
  const row = await getRow(reader, uuid);
  if (row?.account !== account || row.region !== region)
    throw resourceNotFound('The resource you requested does not exist.');
  return row;
}
