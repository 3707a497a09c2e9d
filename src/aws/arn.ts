/**
 * Amazon Resource Names: `arn:partition:service:region:account:resource`, six parts of which the last may itself
 * hold colons. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export const PARTITION = 'aws';

/** `undefined` when the text is not an ARN. */
export function parseArn(text: string): Arn | undefined {
  const parts = text.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  const [, partition = '', service = '', region = '', account = ''] = parts;
  const resource = parts.slice(5).join(':');
  if (partition === '' || service === '' || resource === '') return undefined;
  return { partition, service, region, account, resource };
}

export const formatArn = (service: string, region: string, account: string, resource: string) =>
  `arn:${PARTITION}:${service}:${region}:${account}:${resource}`;

export const bucketArn = (bucket: string) => formatArn('s3', '', '', bucket);
export const objectArn = (bucket: string, key: string) =>
  formatArn('s3', '', '', `${bucket}/${key}`);
export const queueArn = (region: string, account: string, name: string) =>
  formatArn('sqs', region, account, name);
export const topicArn = (region: string, account: string, name: string) =>
  formatArn('sns', region, account, name);
export const functionArn = (region: string, account: string, name: string) =>
  formatArn('lambda', region, account, `function:${name}`);
export const eventBusArn = (region: string, account: string, name: string) =>
  formatArn('events', region, account, `event-bus/${name}`);
/** A rule on the default bus has no bus name in its ARN. */
export const ruleArn = (region: string, account: string, bus: string, name: string) =>
  formatArn('events', region, account, bus === 'default' ? `rule/${name}` : `rule/${bus}/${name}`);
export const rootArn = (account: string) => formatArn('iam', '', account, 'root');
export const userArn = (account: string, path: string, name: string) =>
  formatArn('iam', '', account, `user${path}${name}`);
export const roleArn = (account: string, path: string, name: string) =>
  formatArn('iam', '', account, `role${path}${name}`);
export const policyArn = (account: string, path: string, name: string) =>
  formatArn('iam', '', account, `policy${path}${name}`);
export const assumedRoleArn = (account: string, role: string, session: string) =>
  formatArn('sts', '', account, `assumed-role/${role}/${session}`);
