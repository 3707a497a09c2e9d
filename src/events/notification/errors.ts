import { AwsError } from '../../aws/error.ts';

/**
 * What S3 answers to a notification configuration that it refuses.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
const invalidArgument = (message: string, ArgumentName: string, ArgumentValue: string) =>
  new AwsError('InvalidArgument', message, { members: { ArgumentName, ArgumentValue } });

export const malformedXml = () =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const arnNotParsed = (element: string, arn: string) =>
  invalidArgument('The ARN could not be parsed', element, arn);

export const regionNotValid = (element: string, arn: string) =>
  invalidArgument(
    'The notification destination service region is not valid for the bucket location constraint',
    element,
    arn,
  );

export const eventNotSupported = (event: string) =>
  invalidArgument('The event is not supported for notifications', 'Event', event);

export const filterRuleNameNotValid = (name: string) =>
  invalidArgument('filter rule name must be either prefix or suffix', 'FilterRule.Name', name);

export const filterRuleRepeated = (name: 'prefix' | 'suffix') =>
  invalidArgument(
    `Cannot specify more than one ${name} rule in a filter.`,
    'FilterRule.Name',
    name,
  );

export const filterValueTooLong = (value: string, bytesMax: number) =>
  invalidArgument(
    `Size of filter rule value cannot exceed ${bytesMax} bytes in UTF-8 representation`,
    'FilterRule.Value',
    value,
  );

export const idRepeated = (id: string) =>
  invalidArgument('Same ID used for multiple configurations. IDs must be unique', 'Id', id);

export const tooManyConfigurations = (count: number, countMax: number) =>
  invalidArgument(
    `A bucket cannot have more than ${countMax} notification configurations`,
    'NotificationConfiguration',
    String(count),
  );

export const configurationsOverlap = (events: readonly string[]) =>
  invalidArgument(
    'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
    'Event',
    events.join(', '),
  );

export const ambiguouslyDefined = () =>
  new AwsError(
    'InvalidArgument',
    'Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the ' +
      'prefixes are overlapping for the same event type.',
  );
