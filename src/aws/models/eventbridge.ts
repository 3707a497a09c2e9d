// Generated from @aws-sdk/client-eventbridge 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure, Unit } from '../protocols/shape.ts';
import { boolean, integer, list, map, member, operation, string, structure, timestamp, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'events',
  protocols: ['awsJson1_1'],
  apiVersion: '2015-10-07',
  targetPrefix: 'AWSEvents',
  xmlNamespace: 'http://events.amazonaws.com/doc/2015-10-07',
  shapeNamespace: 'com.amazonaws.eventbridge',
};

export interface AppSyncParameters {
  GraphQLOperation?: string | undefined;
}
export const AppSyncParameters: Structure = structure('AppSyncParameters', {
  GraphQLOperation: string,
});

export interface Archive {
  ArchiveName?: string | undefined;
  EventSourceArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  RetentionDays?: number | undefined;
  SizeBytes?: number | undefined;
  EventCount?: number | undefined;
  CreationTime?: Date | undefined;
}
export const Archive: Structure = structure('Archive', {
  ArchiveName: string,
  EventSourceArn: string,
  State: string,
  StateReason: string,
  RetentionDays: integer,
  SizeBytes: integer,
  EventCount: integer,
  CreationTime: timestamp,
});

export interface AwsVpcConfiguration {
  Subnets: string[];
  SecurityGroups?: string[] | undefined;
  AssignPublicIp?: string | undefined;
}
export const AwsVpcConfiguration: Structure = structure('AwsVpcConfiguration', {
  Subnets: member(list(string), { required: true }),
  SecurityGroups: list(string),
  AssignPublicIp: string,
});

export interface BatchArrayProperties {
  Size?: number | undefined;
}
export const BatchArrayProperties: Structure = structure('BatchArrayProperties', {
  Size: integer,
});

export interface BatchParameters {
  JobDefinition: string;
  JobName: string;
  ArrayProperties?: BatchArrayProperties | undefined;
  RetryStrategy?: BatchRetryStrategy | undefined;
}
export const BatchParameters: Structure = structure('BatchParameters', {
  JobDefinition: member(string, { required: true }),
  JobName: member(string, { required: true }),
  ArrayProperties: () => BatchArrayProperties,
  RetryStrategy: () => BatchRetryStrategy,
});

export interface BatchRetryStrategy {
  Attempts?: number | undefined;
}
export const BatchRetryStrategy: Structure = structure('BatchRetryStrategy', {
  Attempts: integer,
});

export interface CancelReplayRequest {
  ReplayName: string;
}
export const CancelReplayRequest: Structure = structure('CancelReplayRequest', {
  ReplayName: member(string, { required: true }),
});

export interface CancelReplayResponse {
  ReplayArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
}
export const CancelReplayResponse: Structure = structure('CancelReplayResponse', {
  ReplayArn: string,
  State: string,
  StateReason: string,
});

export interface CapacityProviderStrategyItem {
  capacityProvider: string;
  weight?: number | undefined;
  base?: number | undefined;
}
export const CapacityProviderStrategyItem: Structure = structure('CapacityProviderStrategyItem', {
  capacityProvider: member(string, { required: true }),
  weight: integer,
  base: integer,
});

export interface Condition {
  Type: string;
  Key: string;
  Value: string;
}
export const Condition: Structure = structure('Condition', {
  Type: member(string, { required: true }),
  Key: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface CreateArchiveRequest {
  ArchiveName: string;
  EventSourceArn: string;
  Description?: string | undefined;
  EventPattern?: string | undefined;
  RetentionDays?: number | undefined;
  KmsKeyIdentifier?: string | undefined;
}
export const CreateArchiveRequest: Structure = structure('CreateArchiveRequest', {
  ArchiveName: member(string, { required: true }),
  EventSourceArn: member(string, { required: true }),
  Description: string,
  EventPattern: string,
  RetentionDays: integer,
  KmsKeyIdentifier: string,
});

export interface CreateArchiveResponse {
  ArchiveArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  CreationTime?: Date | undefined;
}
export const CreateArchiveResponse: Structure = structure('CreateArchiveResponse', {
  ArchiveArn: string,
  State: string,
  StateReason: string,
  CreationTime: timestamp,
});

export interface CreateEventBusRequest {
  Name: string;
  EventSourceName?: string | undefined;
  Description?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  LogConfig?: LogConfig | undefined;
  Tags?: Tag[] | undefined;
}
export const CreateEventBusRequest: Structure = structure('CreateEventBusRequest', {
  Name: member(string, { required: true }),
  EventSourceName: string,
  Description: string,
  KmsKeyIdentifier: string,
  DeadLetterConfig: () => DeadLetterConfig,
  LogConfig: () => LogConfig,
  Tags: list(() => Tag),
});

export interface CreateEventBusResponse {
  EventBusArn?: string | undefined;
  Description?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  LogConfig?: LogConfig | undefined;
}
export const CreateEventBusResponse: Structure = structure('CreateEventBusResponse', {
  EventBusArn: string,
  Description: string,
  KmsKeyIdentifier: string,
  DeadLetterConfig: () => DeadLetterConfig,
  LogConfig: () => LogConfig,
});

export interface DeadLetterConfig {
  Arn?: string | undefined;
}
export const DeadLetterConfig: Structure = structure('DeadLetterConfig', {
  Arn: string,
});

export interface DeleteArchiveRequest {
  ArchiveName: string;
}
export const DeleteArchiveRequest: Structure = structure('DeleteArchiveRequest', {
  ArchiveName: member(string, { required: true }),
});

export interface DeleteArchiveResponse {
}
export const DeleteArchiveResponse: Structure = structure('DeleteArchiveResponse', {
});

export interface DeleteEventBusRequest {
  Name: string;
}
export const DeleteEventBusRequest: Structure = structure('DeleteEventBusRequest', {
  Name: member(string, { required: true }),
});

export interface DeleteRuleRequest {
  Name: string;
  EventBusName?: string | undefined;
  Force?: boolean | undefined;
}
export const DeleteRuleRequest: Structure = structure('DeleteRuleRequest', {
  Name: member(string, { required: true }),
  EventBusName: string,
  Force: boolean,
});

export interface DescribeArchiveRequest {
  ArchiveName: string;
}
export const DescribeArchiveRequest: Structure = structure('DescribeArchiveRequest', {
  ArchiveName: member(string, { required: true }),
});

export interface DescribeArchiveResponse {
  ArchiveArn?: string | undefined;
  ArchiveName?: string | undefined;
  EventSourceArn?: string | undefined;
  Description?: string | undefined;
  EventPattern?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  RetentionDays?: number | undefined;
  SizeBytes?: number | undefined;
  EventCount?: number | undefined;
  CreationTime?: Date | undefined;
}
export const DescribeArchiveResponse: Structure = structure('DescribeArchiveResponse', {
  ArchiveArn: string,
  ArchiveName: string,
  EventSourceArn: string,
  Description: string,
  EventPattern: string,
  State: string,
  StateReason: string,
  KmsKeyIdentifier: string,
  RetentionDays: integer,
  SizeBytes: integer,
  EventCount: integer,
  CreationTime: timestamp,
});

export interface DescribeEventBusRequest {
  Name?: string | undefined;
}
export const DescribeEventBusRequest: Structure = structure('DescribeEventBusRequest', {
  Name: string,
});

export interface DescribeEventBusResponse {
  Name?: string | undefined;
  Arn?: string | undefined;
  Description?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  Policy?: string | undefined;
  LogConfig?: LogConfig | undefined;
  CreationTime?: Date | undefined;
  LastModifiedTime?: Date | undefined;
  ManagedBy?: string | undefined;
}
export const DescribeEventBusResponse: Structure = structure('DescribeEventBusResponse', {
  Name: string,
  Arn: string,
  Description: string,
  KmsKeyIdentifier: string,
  DeadLetterConfig: () => DeadLetterConfig,
  Policy: string,
  LogConfig: () => LogConfig,
  CreationTime: timestamp,
  LastModifiedTime: timestamp,
  ManagedBy: string,
});

export interface DescribeReplayRequest {
  ReplayName: string;
}
export const DescribeReplayRequest: Structure = structure('DescribeReplayRequest', {
  ReplayName: member(string, { required: true }),
});

export interface DescribeReplayResponse {
  ReplayName?: string | undefined;
  ReplayArn?: string | undefined;
  Description?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  EventSourceArn?: string | undefined;
  Destination?: ReplayDestination | undefined;
  EventStartTime?: Date | undefined;
  EventEndTime?: Date | undefined;
  EventLastReplayedTime?: Date | undefined;
  ReplayStartTime?: Date | undefined;
  ReplayEndTime?: Date | undefined;
}
export const DescribeReplayResponse: Structure = structure('DescribeReplayResponse', {
  ReplayName: string,
  ReplayArn: string,
  Description: string,
  State: string,
  StateReason: string,
  EventSourceArn: string,
  Destination: () => ReplayDestination,
  EventStartTime: timestamp,
  EventEndTime: timestamp,
  EventLastReplayedTime: timestamp,
  ReplayStartTime: timestamp,
  ReplayEndTime: timestamp,
});

export interface DescribeRuleRequest {
  Name: string;
  EventBusName?: string | undefined;
}
export const DescribeRuleRequest: Structure = structure('DescribeRuleRequest', {
  Name: member(string, { required: true }),
  EventBusName: string,
});

export interface DescribeRuleResponse {
  Name?: string | undefined;
  Arn?: string | undefined;
  EventPattern?: string | undefined;
  ScheduleExpression?: string | undefined;
  State?: string | undefined;
  Description?: string | undefined;
  RoleArn?: string | undefined;
  ManagedBy?: string | undefined;
  EventBusName?: string | undefined;
  CreatedBy?: string | undefined;
}
export const DescribeRuleResponse: Structure = structure('DescribeRuleResponse', {
  Name: string,
  Arn: string,
  EventPattern: string,
  ScheduleExpression: string,
  State: string,
  Description: string,
  RoleArn: string,
  ManagedBy: string,
  EventBusName: string,
  CreatedBy: string,
});

export interface DisableRuleRequest {
  Name: string;
  EventBusName?: string | undefined;
}
export const DisableRuleRequest: Structure = structure('DisableRuleRequest', {
  Name: member(string, { required: true }),
  EventBusName: string,
});

export interface EcsParameters {
  TaskDefinitionArn: string;
  TaskCount?: number | undefined;
  LaunchType?: string | undefined;
  NetworkConfiguration?: NetworkConfiguration | undefined;
  PlatformVersion?: string | undefined;
  Group?: string | undefined;
  CapacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined;
  EnableECSManagedTags?: boolean | undefined;
  EnableExecuteCommand?: boolean | undefined;
  PlacementConstraints?: PlacementConstraint[] | undefined;
  PlacementStrategy?: PlacementStrategy[] | undefined;
  PropagateTags?: string | undefined;
  ReferenceId?: string | undefined;
  Tags?: Tag[] | undefined;
}
export const EcsParameters: Structure = structure('EcsParameters', {
  TaskDefinitionArn: member(string, { required: true }),
  TaskCount: integer,
  LaunchType: string,
  NetworkConfiguration: () => NetworkConfiguration,
  PlatformVersion: string,
  Group: string,
  CapacityProviderStrategy: list(() => CapacityProviderStrategyItem),
  EnableECSManagedTags: boolean,
  EnableExecuteCommand: boolean,
  PlacementConstraints: list(() => PlacementConstraint),
  PlacementStrategy: list(() => PlacementStrategy),
  PropagateTags: string,
  ReferenceId: string,
  Tags: list(() => Tag),
});

export interface EnableRuleRequest {
  Name: string;
  EventBusName?: string | undefined;
}
export const EnableRuleRequest: Structure = structure('EnableRuleRequest', {
  Name: member(string, { required: true }),
  EventBusName: string,
});

export interface EventBus {
  Name?: string | undefined;
  Arn?: string | undefined;
  Description?: string | undefined;
  Policy?: string | undefined;
  CreationTime?: Date | undefined;
  LastModifiedTime?: Date | undefined;
  ManagedBy?: string | undefined;
}
export const EventBus: Structure = structure('EventBus', {
  Name: string,
  Arn: string,
  Description: string,
  Policy: string,
  CreationTime: timestamp,
  LastModifiedTime: timestamp,
  ManagedBy: string,
});

export interface HttpParameters {
  PathParameterValues?: string[] | undefined;
  HeaderParameters?: Record<string, string> | undefined;
  QueryStringParameters?: Record<string, string> | undefined;
}
export const HttpParameters: Structure = structure('HttpParameters', {
  PathParameterValues: list(string),
  HeaderParameters: map(string),
  QueryStringParameters: map(string),
});

export interface InputTransformer {
  InputTemplate: string;
  InputPathsMap?: Record<string, string> | undefined;
}
export const InputTransformer: Structure = structure('InputTransformer', {
  InputTemplate: member(string, { required: true }),
  InputPathsMap: map(string),
});

export interface KinesisParameters {
  PartitionKeyPath: string;
}
export const KinesisParameters: Structure = structure('KinesisParameters', {
  PartitionKeyPath: member(string, { required: true }),
});

export interface ListArchivesRequest {
  NamePrefix?: string | undefined;
  EventSourceArn?: string | undefined;
  State?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListArchivesRequest: Structure = structure('ListArchivesRequest', {
  NamePrefix: string,
  EventSourceArn: string,
  State: string,
  NextToken: string,
  Limit: integer,
});

export interface ListArchivesResponse {
  Archives?: Archive[] | undefined;
  NextToken?: string | undefined;
}
export const ListArchivesResponse: Structure = structure('ListArchivesResponse', {
  Archives: list(() => Archive),
  NextToken: string,
});

export interface ListEventBusesRequest {
  NamePrefix?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListEventBusesRequest: Structure = structure('ListEventBusesRequest', {
  NamePrefix: string,
  NextToken: string,
  Limit: integer,
});

export interface ListEventBusesResponse {
  EventBuses?: EventBus[] | undefined;
  NextToken?: string | undefined;
}
export const ListEventBusesResponse: Structure = structure('ListEventBusesResponse', {
  EventBuses: list(() => EventBus),
  NextToken: string,
});

export interface ListReplaysRequest {
  NamePrefix?: string | undefined;
  State?: string | undefined;
  EventSourceArn?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListReplaysRequest: Structure = structure('ListReplaysRequest', {
  NamePrefix: string,
  State: string,
  EventSourceArn: string,
  NextToken: string,
  Limit: integer,
});

export interface ListReplaysResponse {
  Replays?: Replay[] | undefined;
  NextToken?: string | undefined;
}
export const ListReplaysResponse: Structure = structure('ListReplaysResponse', {
  Replays: list(() => Replay),
  NextToken: string,
});

export interface ListRuleNamesByTargetRequest {
  TargetArn: string;
  EventBusName?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListRuleNamesByTargetRequest: Structure = structure('ListRuleNamesByTargetRequest', {
  TargetArn: member(string, { required: true }),
  EventBusName: string,
  NextToken: string,
  Limit: integer,
});

export interface ListRuleNamesByTargetResponse {
  RuleNames?: string[] | undefined;
  NextToken?: string | undefined;
}
export const ListRuleNamesByTargetResponse: Structure = structure('ListRuleNamesByTargetResponse', {
  RuleNames: list(string),
  NextToken: string,
});

export interface ListRulesRequest {
  NamePrefix?: string | undefined;
  EventBusName?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListRulesRequest: Structure = structure('ListRulesRequest', {
  NamePrefix: string,
  EventBusName: string,
  NextToken: string,
  Limit: integer,
});

export interface ListRulesResponse {
  Rules?: Rule[] | undefined;
  NextToken?: string | undefined;
}
export const ListRulesResponse: Structure = structure('ListRulesResponse', {
  Rules: list(() => Rule),
  NextToken: string,
});

export interface ListTagsForResourceRequest {
  ResourceARN: string;
}
export const ListTagsForResourceRequest: Structure = structure('ListTagsForResourceRequest', {
  ResourceARN: member(string, { required: true }),
});

export interface ListTagsForResourceResponse {
  Tags?: Tag[] | undefined;
}
export const ListTagsForResourceResponse: Structure = structure('ListTagsForResourceResponse', {
  Tags: list(() => Tag),
});

export interface ListTargetsByRuleRequest {
  Rule: string;
  EventBusName?: string | undefined;
  NextToken?: string | undefined;
  Limit?: number | undefined;
}
export const ListTargetsByRuleRequest: Structure = structure('ListTargetsByRuleRequest', {
  Rule: member(string, { required: true }),
  EventBusName: string,
  NextToken: string,
  Limit: integer,
});

export interface ListTargetsByRuleResponse {
  Targets?: Target[] | undefined;
  NextToken?: string | undefined;
}
export const ListTargetsByRuleResponse: Structure = structure('ListTargetsByRuleResponse', {
  Targets: list(() => Target),
  NextToken: string,
});

export interface LogConfig {
  IncludeDetail?: string | undefined;
  Level?: string | undefined;
}
export const LogConfig: Structure = structure('LogConfig', {
  IncludeDetail: string,
  Level: string,
});

export interface NetworkConfiguration {
  awsvpcConfiguration?: AwsVpcConfiguration | undefined;
}
export const NetworkConfiguration: Structure = structure('NetworkConfiguration', {
  awsvpcConfiguration: () => AwsVpcConfiguration,
});

export interface PlacementConstraint {
  type?: string | undefined;
  expression?: string | undefined;
}
export const PlacementConstraint: Structure = structure('PlacementConstraint', {
  type: string,
  expression: string,
});

export interface PlacementStrategy {
  type?: string | undefined;
  field?: string | undefined;
}
export const PlacementStrategy: Structure = structure('PlacementStrategy', {
  type: string,
  field: string,
});

export interface PutEventsRequest {
  Entries: PutEventsRequestEntry[];
  EndpointId?: string | undefined;
}
export const PutEventsRequest: Structure = structure('PutEventsRequest', {
  Entries: member(list(() => PutEventsRequestEntry), { required: true }),
  EndpointId: string,
});

export interface PutEventsRequestEntry {
  Time?: Date | undefined;
  Source?: string | undefined;
  Resources?: string[] | undefined;
  DetailType?: string | undefined;
  Detail?: string | undefined;
  EventBusName?: string | undefined;
  TraceHeader?: string | undefined;
}
export const PutEventsRequestEntry: Structure = structure('PutEventsRequestEntry', {
  Time: timestamp,
  Source: string,
  Resources: list(string),
  DetailType: string,
  Detail: string,
  EventBusName: string,
  TraceHeader: string,
});

export interface PutEventsResponse {
  FailedEntryCount?: number | undefined;
  Entries?: PutEventsResultEntry[] | undefined;
}
export const PutEventsResponse: Structure = structure('PutEventsResponse', {
  FailedEntryCount: integer,
  Entries: list(() => PutEventsResultEntry),
});

export interface PutEventsResultEntry {
  EventId?: string | undefined;
  ErrorCode?: string | undefined;
  ErrorMessage?: string | undefined;
}
export const PutEventsResultEntry: Structure = structure('PutEventsResultEntry', {
  EventId: string,
  ErrorCode: string,
  ErrorMessage: string,
});

export interface PutPermissionRequest {
  EventBusName?: string | undefined;
  Action?: string | undefined;
  Principal?: string | undefined;
  StatementId?: string | undefined;
  Condition?: Condition | undefined;
  Policy?: string | undefined;
}
export const PutPermissionRequest: Structure = structure('PutPermissionRequest', {
  EventBusName: string,
  Action: string,
  Principal: string,
  StatementId: string,
  Condition: () => Condition,
  Policy: string,
});

export interface PutRuleRequest {
  Name: string;
  ScheduleExpression?: string | undefined;
  EventPattern?: string | undefined;
  State?: string | undefined;
  Description?: string | undefined;
  RoleArn?: string | undefined;
  Tags?: Tag[] | undefined;
  EventBusName?: string | undefined;
}
export const PutRuleRequest: Structure = structure('PutRuleRequest', {
  Name: member(string, { required: true }),
  ScheduleExpression: string,
  EventPattern: string,
  State: string,
  Description: string,
  RoleArn: string,
  Tags: list(() => Tag),
  EventBusName: string,
});

export interface PutRuleResponse {
  RuleArn?: string | undefined;
}
export const PutRuleResponse: Structure = structure('PutRuleResponse', {
  RuleArn: string,
});

export interface PutTargetsRequest {
  Rule: string;
  Targets: Target[];
  EventBusName?: string | undefined;
}
export const PutTargetsRequest: Structure = structure('PutTargetsRequest', {
  Rule: member(string, { required: true }),
  Targets: member(list(() => Target), { required: true }),
  EventBusName: string,
});

export interface PutTargetsResponse {
  FailedEntryCount?: number | undefined;
  FailedEntries?: PutTargetsResultEntry[] | undefined;
}
export const PutTargetsResponse: Structure = structure('PutTargetsResponse', {
  FailedEntryCount: integer,
  FailedEntries: list(() => PutTargetsResultEntry),
});

export interface PutTargetsResultEntry {
  TargetId?: string | undefined;
  ErrorCode?: string | undefined;
  ErrorMessage?: string | undefined;
}
export const PutTargetsResultEntry: Structure = structure('PutTargetsResultEntry', {
  TargetId: string,
  ErrorCode: string,
  ErrorMessage: string,
});

export interface RedshiftDataParameters {
  Database: string;
  SecretManagerArn?: string | undefined;
  DbUser?: string | undefined;
  Sql?: string | undefined;
  StatementName?: string | undefined;
  WithEvent?: boolean | undefined;
  Sqls?: string[] | undefined;
}
export const RedshiftDataParameters: Structure = structure('RedshiftDataParameters', {
  Database: member(string, { required: true }),
  SecretManagerArn: string,
  DbUser: string,
  Sql: string,
  StatementName: string,
  WithEvent: boolean,
  Sqls: list(string),
});

export interface RemovePermissionRequest {
  StatementId?: string | undefined;
  RemoveAllPermissions?: boolean | undefined;
  EventBusName?: string | undefined;
}
export const RemovePermissionRequest: Structure = structure('RemovePermissionRequest', {
  StatementId: string,
  RemoveAllPermissions: boolean,
  EventBusName: string,
});

export interface RemoveTargetsRequest {
  Rule: string;
  Ids: string[];
  EventBusName?: string | undefined;
  Force?: boolean | undefined;
}
export const RemoveTargetsRequest: Structure = structure('RemoveTargetsRequest', {
  Rule: member(string, { required: true }),
  Ids: member(list(string), { required: true }),
  EventBusName: string,
  Force: boolean,
});

export interface RemoveTargetsResponse {
  FailedEntryCount?: number | undefined;
  FailedEntries?: RemoveTargetsResultEntry[] | undefined;
}
export const RemoveTargetsResponse: Structure = structure('RemoveTargetsResponse', {
  FailedEntryCount: integer,
  FailedEntries: list(() => RemoveTargetsResultEntry),
});

export interface RemoveTargetsResultEntry {
  TargetId?: string | undefined;
  ErrorCode?: string | undefined;
  ErrorMessage?: string | undefined;
}
export const RemoveTargetsResultEntry: Structure = structure('RemoveTargetsResultEntry', {
  TargetId: string,
  ErrorCode: string,
  ErrorMessage: string,
});

export interface Replay {
  ReplayName?: string | undefined;
  EventSourceArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  EventStartTime?: Date | undefined;
  EventEndTime?: Date | undefined;
  EventLastReplayedTime?: Date | undefined;
  ReplayStartTime?: Date | undefined;
  ReplayEndTime?: Date | undefined;
}
export const Replay: Structure = structure('Replay', {
  ReplayName: string,
  EventSourceArn: string,
  State: string,
  StateReason: string,
  EventStartTime: timestamp,
  EventEndTime: timestamp,
  EventLastReplayedTime: timestamp,
  ReplayStartTime: timestamp,
  ReplayEndTime: timestamp,
});

export interface ReplayDestination {
  Arn: string;
  FilterArns?: string[] | undefined;
}
export const ReplayDestination: Structure = structure('ReplayDestination', {
  Arn: member(string, { required: true }),
  FilterArns: list(string),
});

export interface RetryPolicy {
  MaximumRetryAttempts?: number | undefined;
  MaximumEventAgeInSeconds?: number | undefined;
}
export const RetryPolicy: Structure = structure('RetryPolicy', {
  MaximumRetryAttempts: integer,
  MaximumEventAgeInSeconds: integer,
});

export interface Rule {
  Name?: string | undefined;
  Arn?: string | undefined;
  EventPattern?: string | undefined;
  State?: string | undefined;
  Description?: string | undefined;
  ScheduleExpression?: string | undefined;
  RoleArn?: string | undefined;
  ManagedBy?: string | undefined;
  EventBusName?: string | undefined;
}
export const Rule: Structure = structure('Rule', {
  Name: string,
  Arn: string,
  EventPattern: string,
  State: string,
  Description: string,
  ScheduleExpression: string,
  RoleArn: string,
  ManagedBy: string,
  EventBusName: string,
});

export interface RunCommandParameters {
  RunCommandTargets: RunCommandTarget[];
}
export const RunCommandParameters: Structure = structure('RunCommandParameters', {
  RunCommandTargets: member(list(() => RunCommandTarget), { required: true }),
});

export interface RunCommandTarget {
  Key: string;
  Values: string[];
}
export const RunCommandTarget: Structure = structure('RunCommandTarget', {
  Key: member(string, { required: true }),
  Values: member(list(string), { required: true }),
});

export interface SageMakerPipelineParameter {
  Name: string;
  Value: string;
}
export const SageMakerPipelineParameter: Structure = structure('SageMakerPipelineParameter', {
  Name: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface SageMakerPipelineParameters {
  PipelineParameterList?: SageMakerPipelineParameter[] | undefined;
}
export const SageMakerPipelineParameters: Structure = structure('SageMakerPipelineParameters', {
  PipelineParameterList: list(() => SageMakerPipelineParameter),
});

export interface SqsParameters {
  MessageGroupId?: string | undefined;
}
export const SqsParameters: Structure = structure('SqsParameters', {
  MessageGroupId: string,
});

export interface StartReplayRequest {
  ReplayName: string;
  EventSourceArn: string;
  EventStartTime: Date;
  EventEndTime: Date;
  Destination: ReplayDestination;
  Description?: string | undefined;
}
export const StartReplayRequest: Structure = structure('StartReplayRequest', {
  ReplayName: member(string, { required: true }),
  EventSourceArn: member(string, { required: true }),
  EventStartTime: member(timestamp, { required: true }),
  EventEndTime: member(timestamp, { required: true }),
  Destination: member(() => ReplayDestination, { required: true }),
  Description: string,
});

export interface StartReplayResponse {
  ReplayArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  ReplayStartTime?: Date | undefined;
}
export const StartReplayResponse: Structure = structure('StartReplayResponse', {
  ReplayArn: string,
  State: string,
  StateReason: string,
  ReplayStartTime: timestamp,
});

export interface Tag {
  Key: string;
  Value: string;
}
export const Tag: Structure = structure('Tag', {
  Key: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface TagResourceRequest {
  ResourceARN: string;
  Tags: Tag[];
}
export const TagResourceRequest: Structure = structure('TagResourceRequest', {
  ResourceARN: member(string, { required: true }),
  Tags: member(list(() => Tag), { required: true }),
});

export interface TagResourceResponse {
}
export const TagResourceResponse: Structure = structure('TagResourceResponse', {
});

export interface Target {
  Id: string;
  Arn: string;
  RoleArn?: string | undefined;
  Input?: string | undefined;
  InputPath?: string | undefined;
  InputTransformer?: InputTransformer | undefined;
  KinesisParameters?: KinesisParameters | undefined;
  RunCommandParameters?: RunCommandParameters | undefined;
  EcsParameters?: EcsParameters | undefined;
  BatchParameters?: BatchParameters | undefined;
  SqsParameters?: SqsParameters | undefined;
  HttpParameters?: HttpParameters | undefined;
  RedshiftDataParameters?: RedshiftDataParameters | undefined;
  SageMakerPipelineParameters?: SageMakerPipelineParameters | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  RetryPolicy?: RetryPolicy | undefined;
  AppSyncParameters?: AppSyncParameters | undefined;
}
export const Target: Structure = structure('Target', {
  Id: member(string, { required: true }),
  Arn: member(string, { required: true }),
  RoleArn: string,
  Input: string,
  InputPath: string,
  InputTransformer: () => InputTransformer,
  KinesisParameters: () => KinesisParameters,
  RunCommandParameters: () => RunCommandParameters,
  EcsParameters: () => EcsParameters,
  BatchParameters: () => BatchParameters,
  SqsParameters: () => SqsParameters,
  HttpParameters: () => HttpParameters,
  RedshiftDataParameters: () => RedshiftDataParameters,
  SageMakerPipelineParameters: () => SageMakerPipelineParameters,
  DeadLetterConfig: () => DeadLetterConfig,
  RetryPolicy: () => RetryPolicy,
  AppSyncParameters: () => AppSyncParameters,
});

export interface TestEventPatternRequest {
  EventPattern: string;
  Event: string;
}
export const TestEventPatternRequest: Structure = structure('TestEventPatternRequest', {
  EventPattern: member(string, { required: true }),
  Event: member(string, { required: true }),
});

export interface TestEventPatternResponse {
  Result?: boolean | undefined;
}
export const TestEventPatternResponse: Structure = structure('TestEventPatternResponse', {
  Result: boolean,
});

export interface UntagResourceRequest {
  ResourceARN: string;
  TagKeys: string[];
}
export const UntagResourceRequest: Structure = structure('UntagResourceRequest', {
  ResourceARN: member(string, { required: true }),
  TagKeys: member(list(string), { required: true }),
});

export interface UntagResourceResponse {
}
export const UntagResourceResponse: Structure = structure('UntagResourceResponse', {
});

export interface UpdateArchiveRequest {
  ArchiveName: string;
  Description?: string | undefined;
  EventPattern?: string | undefined;
  RetentionDays?: number | undefined;
  KmsKeyIdentifier?: string | undefined;
}
export const UpdateArchiveRequest: Structure = structure('UpdateArchiveRequest', {
  ArchiveName: member(string, { required: true }),
  Description: string,
  EventPattern: string,
  RetentionDays: integer,
  KmsKeyIdentifier: string,
});

export interface UpdateArchiveResponse {
  ArchiveArn?: string | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  CreationTime?: Date | undefined;
}
export const UpdateArchiveResponse: Structure = structure('UpdateArchiveResponse', {
  ArchiveArn: string,
  State: string,
  StateReason: string,
  CreationTime: timestamp,
});

export interface UpdateEventBusRequest {
  Name?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  Description?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  LogConfig?: LogConfig | undefined;
}
export const UpdateEventBusRequest: Structure = structure('UpdateEventBusRequest', {
  Name: string,
  KmsKeyIdentifier: string,
  Description: string,
  DeadLetterConfig: () => DeadLetterConfig,
  LogConfig: () => LogConfig,
});

export interface UpdateEventBusResponse {
  Arn?: string | undefined;
  Name?: string | undefined;
  KmsKeyIdentifier?: string | undefined;
  Description?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  LogConfig?: LogConfig | undefined;
}
export const UpdateEventBusResponse: Structure = structure('UpdateEventBusResponse', {
  Arn: string,
  Name: string,
  KmsKeyIdentifier: string,
  Description: string,
  DeadLetterConfig: () => DeadLetterConfig,
  LogConfig: () => LogConfig,
});

export interface Operations {
  CancelReplay: { input: CancelReplayRequest; output: CancelReplayResponse };
  CreateArchive: { input: CreateArchiveRequest; output: CreateArchiveResponse };
  CreateEventBus: { input: CreateEventBusRequest; output: CreateEventBusResponse };
  DeleteArchive: { input: DeleteArchiveRequest; output: DeleteArchiveResponse };
  DeleteEventBus: { input: DeleteEventBusRequest; output: Unit };
  DeleteRule: { input: DeleteRuleRequest; output: Unit };
  DescribeArchive: { input: DescribeArchiveRequest; output: DescribeArchiveResponse };
  DescribeEventBus: { input: DescribeEventBusRequest; output: DescribeEventBusResponse };
  DescribeReplay: { input: DescribeReplayRequest; output: DescribeReplayResponse };
  DescribeRule: { input: DescribeRuleRequest; output: DescribeRuleResponse };
  DisableRule: { input: DisableRuleRequest; output: Unit };
  EnableRule: { input: EnableRuleRequest; output: Unit };
  ListArchives: { input: ListArchivesRequest; output: ListArchivesResponse };
  ListEventBuses: { input: ListEventBusesRequest; output: ListEventBusesResponse };
  ListReplays: { input: ListReplaysRequest; output: ListReplaysResponse };
  ListRuleNamesByTarget: { input: ListRuleNamesByTargetRequest; output: ListRuleNamesByTargetResponse };
  ListRules: { input: ListRulesRequest; output: ListRulesResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListTargetsByRule: { input: ListTargetsByRuleRequest; output: ListTargetsByRuleResponse };
  PutEvents: { input: PutEventsRequest; output: PutEventsResponse };
  PutPermission: { input: PutPermissionRequest; output: Unit };
  PutRule: { input: PutRuleRequest; output: PutRuleResponse };
  PutTargets: { input: PutTargetsRequest; output: PutTargetsResponse };
  RemovePermission: { input: RemovePermissionRequest; output: Unit };
  RemoveTargets: { input: RemoveTargetsRequest; output: RemoveTargetsResponse };
  StartReplay: { input: StartReplayRequest; output: StartReplayResponse };
  TagResource: { input: TagResourceRequest; output: TagResourceResponse };
  TestEventPattern: { input: TestEventPatternRequest; output: TestEventPatternResponse };
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
  UpdateArchive: { input: UpdateArchiveRequest; output: UpdateArchiveResponse };
  UpdateEventBus: { input: UpdateEventBusRequest; output: UpdateEventBusResponse };
}

export const operations = {
  CancelReplay: operation('CancelReplay', CancelReplayRequest, CancelReplayResponse),
  CreateArchive: operation('CreateArchive', CreateArchiveRequest, CreateArchiveResponse),
  CreateEventBus: operation('CreateEventBus', CreateEventBusRequest, CreateEventBusResponse),
  DeleteArchive: operation('DeleteArchive', DeleteArchiveRequest, DeleteArchiveResponse),
  DeleteEventBus: operation('DeleteEventBus', DeleteEventBusRequest, unit),
  DeleteRule: operation('DeleteRule', DeleteRuleRequest, unit),
  DescribeArchive: operation('DescribeArchive', DescribeArchiveRequest, DescribeArchiveResponse),
  DescribeEventBus: operation('DescribeEventBus', DescribeEventBusRequest, DescribeEventBusResponse),
  DescribeReplay: operation('DescribeReplay', DescribeReplayRequest, DescribeReplayResponse),
  DescribeRule: operation('DescribeRule', DescribeRuleRequest, DescribeRuleResponse),
  DisableRule: operation('DisableRule', DisableRuleRequest, unit),
  EnableRule: operation('EnableRule', EnableRuleRequest, unit),
  ListArchives: operation('ListArchives', ListArchivesRequest, ListArchivesResponse),
  ListEventBuses: operation('ListEventBuses', ListEventBusesRequest, ListEventBusesResponse),
  ListReplays: operation('ListReplays', ListReplaysRequest, ListReplaysResponse),
  ListRuleNamesByTarget: operation('ListRuleNamesByTarget', ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse),
  ListRules: operation('ListRules', ListRulesRequest, ListRulesResponse),
  ListTagsForResource: operation('ListTagsForResource', ListTagsForResourceRequest, ListTagsForResourceResponse),
  ListTargetsByRule: operation('ListTargetsByRule', ListTargetsByRuleRequest, ListTargetsByRuleResponse),
  PutEvents: operation('PutEvents', PutEventsRequest, PutEventsResponse),
  PutPermission: operation('PutPermission', PutPermissionRequest, unit),
  PutRule: operation('PutRule', PutRuleRequest, PutRuleResponse),
  PutTargets: operation('PutTargets', PutTargetsRequest, PutTargetsResponse),
  RemovePermission: operation('RemovePermission', RemovePermissionRequest, unit),
  RemoveTargets: operation('RemoveTargets', RemoveTargetsRequest, RemoveTargetsResponse),
  StartReplay: operation('StartReplay', StartReplayRequest, StartReplayResponse),
  TagResource: operation('TagResource', TagResourceRequest, TagResourceResponse),
  TestEventPattern: operation('TestEventPattern', TestEventPatternRequest, TestEventPatternResponse),
  UntagResource: operation('UntagResource', UntagResourceRequest, UntagResourceResponse),
  UpdateArchive: operation('UpdateArchive', UpdateArchiveRequest, UpdateArchiveResponse),
  UpdateEventBus: operation('UpdateEventBus', UpdateEventBusRequest, UpdateEventBusResponse),
};

export const errors = {
  AccessDeniedException: { code: 'AccessDeniedException', status: 400, fault: 'client', message: 'message' },
  ConcurrentModificationException: { code: 'ConcurrentModificationException', status: 400, fault: 'client', message: 'message' },
  IllegalStatusException: { code: 'IllegalStatusException', status: 400, fault: 'client', message: 'message' },
  InternalException: { code: 'InternalException', status: 500, fault: 'server', message: 'message' },
  InvalidEventPatternException: { code: 'InvalidEventPatternException', status: 400, fault: 'client', message: 'message' },
  InvalidStateException: { code: 'InvalidStateException', status: 400, fault: 'client', message: 'message' },
  LimitExceededException: { code: 'LimitExceededException', status: 400, fault: 'client', message: 'message' },
  ManagedRuleException: { code: 'ManagedRuleException', status: 400, fault: 'client', message: 'message' },
  OperationDisabledException: { code: 'OperationDisabledException', status: 400, fault: 'client', message: 'message' },
  PolicyLengthExceededException: { code: 'PolicyLengthExceededException', status: 400, fault: 'client', message: 'message' },
  ResourceAlreadyExistsException: { code: 'ResourceAlreadyExistsException', status: 400, fault: 'client', message: 'message' },
  ResourceNotFoundException: { code: 'ResourceNotFoundException', status: 400, fault: 'client', message: 'message' },
  ThrottlingException: { code: 'ThrottlingException', status: 400, fault: 'client', message: 'message' },
  ValidationException: { code: 'ValidationException', status: 400, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  ActivateEventSource: 'POST /',
  CancelReplay: 'POST /',
  CreateApiDestination: 'POST /',
  CreateArchive: 'POST /',
  CreateConnection: 'POST /',
  CreateEndpoint: 'POST /',
  CreateEventBus: 'POST /',
  CreatePartnerEventSource: 'POST /',
  DeactivateEventSource: 'POST /',
  DeauthorizeConnection: 'POST /',
  DeleteApiDestination: 'POST /',
  DeleteArchive: 'POST /',
  DeleteConnection: 'POST /',
  DeleteEndpoint: 'POST /',
  DeleteEventBus: 'POST /',
  DeletePartnerEventSource: 'POST /',
  DeleteRule: 'POST /',
  DescribeApiDestination: 'POST /',
  DescribeArchive: 'POST /',
  DescribeConnection: 'POST /',
  DescribeEndpoint: 'POST /',
  DescribeEventBus: 'POST /',
  DescribeEventSource: 'POST /',
  DescribePartnerEventSource: 'POST /',
  DescribeReplay: 'POST /',
  DescribeRule: 'POST /',
  DisableRule: 'POST /',
  EnableRule: 'POST /',
  ListApiDestinations: 'POST /',
  ListArchives: 'POST /',
  ListConnections: 'POST /',
  ListEndpoints: 'POST /',
  ListEventBuses: 'POST /',
  ListEventSources: 'POST /',
  ListPartnerEventSourceAccounts: 'POST /',
  ListPartnerEventSources: 'POST /',
  ListReplays: 'POST /',
  ListRuleNamesByTarget: 'POST /',
  ListRules: 'POST /',
  ListTagsForResource: 'POST /',
  ListTargetsByRule: 'POST /',
  PutEvents: 'POST /',
  PutPartnerEvents: 'POST /',
  PutPermission: 'POST /',
  PutRule: 'POST /',
  PutTargets: 'POST /',
  RemovePermission: 'POST /',
  RemoveTargets: 'POST /',
  StartReplay: 'POST /',
  TagResource: 'POST /',
  TestEventPattern: 'POST /',
  UntagResource: 'POST /',
  UpdateApiDestination: 'POST /',
  UpdateArchive: 'POST /',
  UpdateConnection: 'POST /',
  UpdateEndpoint: 'POST /',
  UpdateEventBus: 'POST /',
} as const;
