import { hash } from 'node:crypto';
import { formatArn } from './arn.ts';

const ID_CHARACTERS = 17;

/**
 * The policies that AWS provides in every account, as far as they speak of services found here or
 * stand in tutorials about these. They are versioned by AWS, so they can be attached and read but
 * not changed.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
 *
 * Deviation from AWS: each is its first version, and says what concerns the services found here.
 */
export interface AwsManagedPolicy {
  readonly arn: string;
  /** `ANPA` and 17 characters. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** JSON. */
  readonly document: string;
}

interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

const allow = (Action: string | readonly string[], Resource: Statement['Resource'] = '*') => ({
  Effect: 'Allow' as const,
  Action,
  Resource,
});

const writeLogs = allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']);
const readMetrics = ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics'];

const passRoleTo = (service: string): Statement => ({
  ...allow('iam:PassRole'),
  Condition: { StringEquals: { 'iam:PassedToService': service } },
});

const atRoot: Readonly<Record<string, readonly Statement[]>> = {
  AdministratorAccess: [allow('*')],
  PowerUserAccess: [
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    allow(['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles']),
  ],
  ReadOnlyAccess: [
    allow([
      'events:Describe*',
      'events:List*',
      'events:Test*',
      'iam:Get*',
      'iam:List*',
      'lambda:Get*',
      'lambda:List*',
      'logs:Get*',
      'logs:List*',
      'rekognition:Detect*',
      's3:Get*',
      's3:List*',
      'sns:Get*',
      'sns:List*',
      'sqs:Get*',
      'sqs:List*',
    ]),
  ],
  IAMFullAccess: [allow('iam:*')],
  IAMReadOnlyAccess: [allow(['iam:Get*', 'iam:List*'])],
  AmazonS3FullAccess: [allow(['s3:*', 's3-object-lambda:*'])],
  AmazonS3ReadOnlyAccess: [allow(['s3:Get*', 's3:List*', 's3:Describe*'])],
  AmazonSQSFullAccess: [allow('sqs:*')],
  AmazonSQSReadOnlyAccess: [
    allow([
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ListDeadLetterSourceQueues',
      'sqs:ListMessageMoveTasks',
      'sqs:ListQueues',
      'sqs:ListQueueTags',
    ]),
  ],
  AmazonSNSFullAccess: [allow('sns:*')],
  AmazonSNSReadOnlyAccess: [allow(['sns:GetTopicAttributes', 'sns:List*', 'sns:GetSubscription*'])],
  AmazonEventBridgeFullAccess: [
    allow(['events:*', 'schemas:*', 'scheduler:*', 'pipes:*']),
    passRoleTo('events.amazonaws.com'),
  ],
  AmazonEventBridgeReadOnlyAccess: [
    allow(['events:Describe*', 'events:List*', 'events:TestEventPattern']),
  ],
  AWSLambda_FullAccess: [
    allow([
      'lambda:*',
      'logs:DescribeLogGroups',
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:ListRoles',
      ...readMetrics,
    ]),
    passRoleTo('lambda.amazonaws.com'),
  ],
  AWSLambda_ReadOnlyAccess: [
    allow(['lambda:Get*', 'lambda:List*', 'iam:GetRole', 'iam:ListRoles', ...readMetrics]),
  ],
  AWSLambdaExecute: [
    allow('logs:*', 'arn:aws:logs:*:*:*'),
    allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::*'),
  ],
  AmazonRekognitionFullAccess: [allow('rekognition:*')],
  AmazonRekognitionReadOnlyAccess: [
    allow([
      'rekognition:CompareFaces',
      'rekognition:Describe*',
      'rekognition:Detect*',
      'rekognition:Get*',
      'rekognition:List*',
      'rekognition:RecognizeCelebrities',
      'rekognition:Search*',
    ]),
  ],
  AmazonDynamoDBFullAccess: [allow('dynamodb:*')],
  CloudWatchFullAccess: [allow(['cloudwatch:*', 'logs:*'])],
  CloudWatchLogsFullAccess: [allow('logs:*')],
  AWSXRayDaemonWriteAccess: [allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])],
};

const serviceRoles: Readonly<Record<string, readonly Statement[]>> = {
  AWSLambdaBasicExecutionRole: [writeLogs],
  AWSLambdaRole: [allow('lambda:InvokeFunction')],
  AWSLambdaSQSQueueExecutionRole: [
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']),
    writeLogs,
  ],
  AWSLambdaVPCAccessExecutionRole: [
    writeLogs,
    allow([
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
    ]),
  ],
};

/** By ARN: `arn:aws:iam::aws:policy/AmazonS3FullAccess`. */
export const awsManagedPolicies: ReadonlyMap<string, AwsManagedPolicy> = new Map(
  [...underPath('/', atRoot), ...underPath('/service-role/', serviceRoles)].map((policy) => [
    policy.arn,
    policy,
  ]),
);

function underPath(
  path: string,
  policies: Readonly<Record<string, readonly Statement[]>>,
): AwsManagedPolicy[] {
  return Object.entries(policies).map(([name, Statement]) => ({
    arn: formatArn('iam', '', 'aws', `policy${path}${name}`),
    id: `ANPA${hash('sha256', path + name)
      .slice(0, ID_CHARACTERS)
      .toUpperCase()}`,
    name,
    path,
    document: JSON.stringify({ Version: '2012-10-17', Statement }),
  }));
}
