import type {
  NotificationConfiguration,
  NotificationConfigurationFilter,
} from '../../aws/models/s3.ts';
import { filterName } from './key-filter.ts';

/**
 * The configuration as S3 stores and returns it: every configuration has an id (missing ones are
 * made as S3 makes them, a UUID as text in base64), filter rules are named `Prefix` and `Suffix`, and empty sections are left out.
 */
export function normalizeNotificationConfiguration(
  configuration: NotificationConfiguration,
  uuid: () => string,
): NotificationConfiguration {
  const sectionOf = <T extends Identified>(section: readonly T[] | undefined): T[] | undefined =>
    section?.length
      ? section.map((one) => ({ ...one, Id: one.Id || base64(uuid()), ...filterOf(one.Filter) }))
      : undefined;
  const { EventBridgeConfiguration } = configuration;
  return withoutUndefined({
    TopicConfigurations: sectionOf(configuration.TopicConfigurations),
    QueueConfigurations: sectionOf(configuration.QueueConfigurations),
    LambdaFunctionConfigurations: sectionOf(configuration.LambdaFunctionConfigurations),
    EventBridgeConfiguration,
  });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

interface Identified {
  Id?: string | undefined;
  Filter?: NotificationConfigurationFilter | undefined;
}

function filterOf(filter: NotificationConfigurationFilter | undefined) {
  if (!filter?.Key?.FilterRules) return {};
  const FilterRules = filter.Key.FilterRules.map(({ Name = '', Value = '' }) => ({
    Name: filterName(Name) === 'prefix' ? 'Prefix' : 'Suffix',
    Value,
  }));
  return { Filter: { Key: { FilterRules } } };
}

const withoutUndefined = (configuration: NotificationConfiguration): NotificationConfiguration =>
  Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== undefined));
