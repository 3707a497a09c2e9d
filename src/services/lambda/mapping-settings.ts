import type { CreateEventSourceMappingRequest } from '../../aws/models/lambda.ts';
import { compileEsmFilters } from '../../events/esm-filter.ts';
import type { EventSourceMappingRow } from '../../storage/tables/event-source-mappings.ts';
import { invalidParameter, unsupported } from './errors.ts';

/** What a request may say of a mapping; requests that change one know some members only. */
export type MappingRequest = {
  readonly [Name in keyof CreateEventSourceMappingRequest]?:
    | CreateEventSourceMappingRequest[Name]
    | undefined;
};

/** The part of a mapping that its owner chooses and can change. */
export type MappingSettings = Pick<
  EventSourceMappingRow,
  | 'enabled'
  | 'batch_size'
  | 'batching_window_seconds'
  | 'maximum_concurrency'
  | 'report_item_failures'
  | 'filters'
>;

const DEFAULTS: MappingSettings = {
  enabled: 1,
  batch_size: 10,
  batching_window_seconds: 0,
  maximum_concurrency: null,
  report_item_failures: 0,
  filters: null,
};

/** What only streams, Kafka and other sources have. */
const OF_OTHER_SOURCES = [
  'ParallelizationFactor',
  'StartingPosition',
  'StartingPositionTimestamp',
  'DestinationConfig',
  'MaximumRecordAgeInSeconds',
  'BisectBatchOnFunctionError',
  'MaximumRetryAttempts',
  'TumblingWindowInSeconds',
  'Topics',
  'Queues',
  'SourceAccessConfigurations',
  'SelfManagedEventSource',
  'AmazonManagedKafkaEventSourceConfig',
  'SelfManagedKafkaEventSourceConfig',
  'DocumentDBEventSourceConfig',
] as const;

const NOT_OFFERED = [
  'KMSKeyArn',
  'MetricsConfig',
  'LoggingConfig',
  'ProvisionedPollerConfig',
] as const;

/** Batches up to this size need no window; larger ones are gathered. */
const BATCH_MAX_WITHOUT_WINDOW = 10;

/**
 * The settings that a request makes of `base`: what it leaves out stays. Throws
 * InvalidParameterValueException.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
 */
export function changeMappingSettings(
  request: MappingRequest,
  queueArn: string,
  base: MappingSettings = DEFAULTS,
): MappingSettings {
  for (const name of OF_OTHER_SOURCES)
    if (request[name] !== undefined) throw unsupportedForSource(name);
  for (const name of NOT_OFFERED) if (request[name]) throw unsupported(name);
  const settings: MappingSettings = {
    enabled: request.Enabled === undefined ? base.enabled : Number(request.Enabled),
    batch_size: request.BatchSize ?? base.batch_size,
    batching_window_seconds: request.MaximumBatchingWindowInSeconds ?? base.batching_window_seconds,
    maximum_concurrency: request.ScalingConfig
      ? (request.ScalingConfig.MaximumConcurrency ?? null)
      : base.maximum_concurrency,
    report_item_failures: request.FunctionResponseTypes
      ? Number(request.FunctionResponseTypes.length > 0)
      : base.report_item_failures,
    filters: request.FilterCriteria ? readFilters(request) : base.filters,
  };
  checkBatch(settings, queueArn.endsWith('.fifo'));
  return settings;
}

function readFilters({ FilterCriteria }: MappingRequest): string | null {
  const patterns = (FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern ?? '');
  compileEsmFilters(patterns);
  return patterns.length === 0 ? null : JSON.stringify(patterns);
}

function checkBatch(settings: MappingSettings, fifo: boolean): void {
  const { batch_size: size, batching_window_seconds: window } = settings;
  if (fifo && window > 0) throw unsupportedForSource('MaximumBatchingWindowInSeconds');
  if (fifo && size > BATCH_MAX_WITHOUT_WINDOW)
    throw invalidParameter(
      `Batch size must be at most ${BATCH_MAX_WITHOUT_WINDOW} for FIFO queues.`,
    );
  if (size > BATCH_MAX_WITHOUT_WINDOW && window === 0)
    throw invalidParameter(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
}

const unsupportedForSource = (name: string) =>
  invalidParameter(`Unsupported ${name} parameter for given event source mapping type.`);
