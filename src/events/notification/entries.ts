import type {
  NotificationConfiguration,
  NotificationConfigurationFilter,
} from '../../aws/models/s3.ts';

export type DestinationKind = 'queue' | 'topic' | 'function';

/** One queue, topic or function configuration, whatever its kind. */
export interface ConfigurationEntry {
  readonly kind: DestinationKind;
  readonly id: string | undefined;
  readonly arn: string;
  readonly events: readonly string[];
  readonly filter: NotificationConfigurationFilter | undefined;
}

/** The element that holds the ARN of each kind, as S3's errors name it. */
export const ARN_ELEMENTS: Readonly<Record<DestinationKind, string>> = {
  queue: 'Queue',
  topic: 'Topic',
  function: 'CloudFunction',
};

export function entriesOf(configuration: NotificationConfiguration): ConfigurationEntry[] {
  const { TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations } = configuration;
  return [
    ...(TopicConfigurations ?? []).map((one) => entry('topic', one.TopicArn, one)),
    ...(QueueConfigurations ?? []).map((one) => entry('queue', one.QueueArn, one)),
    ...(LambdaFunctionConfigurations ?? []).map((one) =>
      entry('function', one.LambdaFunctionArn, one),
    ),
  ];
}

interface AnyConfiguration {
  readonly Id?: string | undefined;
  readonly Events: readonly string[];
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

const entry = (
  kind: DestinationKind,
  arn: string,
  { Id, Events, Filter }: AnyConfiguration,
): ConfigurationEntry => ({ kind, id: Id, arn, events: Events, filter: Filter });
