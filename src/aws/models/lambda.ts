// Generated from @aws-sdk/client-lambda 3.1162.0 by `npm run generate`. Do not edit.
import type { Service, Structure, Unit } from '../protocols/shape.ts';
import { blob, boolean, double, integer, list, map, member, operation, string, structure, timestamp, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'lambda',
  protocols: ['restJson1'],
  apiVersion: '2015-03-31',
  shapeNamespace: 'com.amazonaws.lambda',
};

export interface AccountLimit {
  TotalCodeSize?: number | undefined;
  CodeSizeUnzipped?: number | undefined;
  CodeSizeZipped?: number | undefined;
  ConcurrentExecutions?: number | undefined;
  UnreservedConcurrentExecutions?: number | undefined;
}
export const AccountLimit: Structure = structure('AccountLimit', {
  TotalCodeSize: integer,
  CodeSizeUnzipped: integer,
  CodeSizeZipped: integer,
  ConcurrentExecutions: integer,
  UnreservedConcurrentExecutions: integer,
});

export interface AccountUsage {
  TotalCodeSize?: number | undefined;
  FunctionCount?: number | undefined;
}
export const AccountUsage: Structure = structure('AccountUsage', {
  TotalCodeSize: integer,
  FunctionCount: integer,
});

export interface AddLayerVersionPermissionRequest {
  LayerName: string;
  VersionNumber: number;
  StatementId: string;
  Action: string;
  Principal: string;
  OrganizationId?: string | undefined;
  RevisionId?: string | undefined;
}
export const AddLayerVersionPermissionRequest: Structure = structure('AddLayerVersionPermissionRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  VersionNumber: member(integer, { required: true, httpLabel: true }),
  StatementId: member(string, { required: true }),
  Action: member(string, { required: true }),
  Principal: member(string, { required: true }),
  OrganizationId: string,
  RevisionId: member(string, { httpQuery: 'RevisionId' }),
});

export interface AddLayerVersionPermissionResponse {
  Statement?: string | undefined;
  RevisionId?: string | undefined;
}
export const AddLayerVersionPermissionResponse: Structure = structure('AddLayerVersionPermissionResponse', {
  Statement: string,
  RevisionId: string,
});

export interface AddPermissionRequest {
  FunctionName: string;
  StatementId: string;
  Action: string;
  Principal: string;
  SourceArn?: string | undefined;
  FunctionUrlAuthType?: string | undefined;
  InvokedViaFunctionUrl?: boolean | undefined;
  SourceAccount?: string | undefined;
  EventSourceToken?: string | undefined;
  Qualifier?: string | undefined;
  RevisionId?: string | undefined;
  PrincipalOrgID?: string | undefined;
}
export const AddPermissionRequest: Structure = structure('AddPermissionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  StatementId: member(string, { required: true }),
  Action: member(string, { required: true }),
  Principal: member(string, { required: true }),
  SourceArn: string,
  FunctionUrlAuthType: string,
  InvokedViaFunctionUrl: boolean,
  SourceAccount: string,
  EventSourceToken: string,
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
  RevisionId: string,
  PrincipalOrgID: string,
});

export interface AddPermissionResponse {
  Statement?: string | undefined;
}
export const AddPermissionResponse: Structure = structure('AddPermissionResponse', {
  Statement: string,
});

export interface AliasConfiguration {
  AliasArn?: string | undefined;
  Name?: string | undefined;
  FunctionVersion?: string | undefined;
  Description?: string | undefined;
  RoutingConfig?: AliasRoutingConfiguration | undefined;
  RevisionId?: string | undefined;
}
export const AliasConfiguration: Structure = structure('AliasConfiguration', {
  AliasArn: string,
  Name: string,
  FunctionVersion: string,
  Description: string,
  RoutingConfig: () => AliasRoutingConfiguration,
  RevisionId: string,
});

export interface AliasRoutingConfiguration {
  AdditionalVersionWeights?: Record<string, number> | undefined;
}
export const AliasRoutingConfiguration: Structure = structure('AliasRoutingConfiguration', {
  AdditionalVersionWeights: map(double),
});

export interface AmazonManagedKafkaEventSourceConfig {
  ConsumerGroupId?: string | undefined;
  SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined;
}
export const AmazonManagedKafkaEventSourceConfig: Structure = structure('AmazonManagedKafkaEventSourceConfig', {
  ConsumerGroupId: string,
  SchemaRegistryConfig: () => KafkaSchemaRegistryConfig,
});

export interface CapacityProviderConfig {
  LambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig;
}
export const CapacityProviderConfig: Structure = structure('CapacityProviderConfig', {
  LambdaManagedInstancesCapacityProviderConfig: member(() => LambdaManagedInstancesCapacityProviderConfig, { required: true }),
});

export interface Concurrency {
  ReservedConcurrentExecutions?: number | undefined;
}
export const Concurrency: Structure = structure('Concurrency', {
  ReservedConcurrentExecutions: integer,
});

export interface Cors {
  AllowCredentials?: boolean | undefined;
  AllowHeaders?: string[] | undefined;
  AllowMethods?: string[] | undefined;
  AllowOrigins?: string[] | undefined;
  ExposeHeaders?: string[] | undefined;
  MaxAge?: number | undefined;
}
export const Cors: Structure = structure('Cors', {
  AllowCredentials: boolean,
  AllowHeaders: list(string),
  AllowMethods: list(string),
  AllowOrigins: list(string),
  ExposeHeaders: list(string),
  MaxAge: integer,
});

export interface CreateAliasRequest {
  FunctionName: string;
  Name: string;
  FunctionVersion: string;
  Description?: string | undefined;
  RoutingConfig?: AliasRoutingConfiguration | undefined;
}
export const CreateAliasRequest: Structure = structure('CreateAliasRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Name: member(string, { required: true }),
  FunctionVersion: member(string, { required: true }),
  Description: string,
  RoutingConfig: () => AliasRoutingConfiguration,
});

export interface CreateEventSourceMappingRequest {
  FunctionName: string;
  EventSourceArn?: string | undefined;
  Enabled?: boolean | undefined;
  BatchSize?: number | undefined;
  FilterCriteria?: FilterCriteria | undefined;
  KMSKeyArn?: string | undefined;
  MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
  LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
  ScalingConfig?: ScalingConfig | undefined;
  MaximumBatchingWindowInSeconds?: number | undefined;
  ParallelizationFactor?: number | undefined;
  StartingPosition?: string | undefined;
  StartingPositionTimestamp?: Date | undefined;
  DestinationConfig?: DestinationConfig | undefined;
  MaximumRecordAgeInSeconds?: number | undefined;
  BisectBatchOnFunctionError?: boolean | undefined;
  MaximumRetryAttempts?: number | undefined;
  Tags?: Record<string, string> | undefined;
  TumblingWindowInSeconds?: number | undefined;
  Topics?: string[] | undefined;
  Queues?: string[] | undefined;
  SourceAccessConfigurations?: SourceAccessConfiguration[] | undefined;
  SelfManagedEventSource?: SelfManagedEventSource | undefined;
  FunctionResponseTypes?: string[] | undefined;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
  ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
}
export const CreateEventSourceMappingRequest: Structure = structure('CreateEventSourceMappingRequest', {
  FunctionName: member(string, { required: true }),
  EventSourceArn: string,
  Enabled: boolean,
  BatchSize: integer,
  FilterCriteria: () => FilterCriteria,
  KMSKeyArn: string,
  MetricsConfig: () => EventSourceMappingMetricsConfig,
  LoggingConfig: () => EventSourceMappingLoggingConfig,
  ScalingConfig: () => ScalingConfig,
  MaximumBatchingWindowInSeconds: integer,
  ParallelizationFactor: integer,
  StartingPosition: string,
  StartingPositionTimestamp: timestamp,
  DestinationConfig: () => DestinationConfig,
  MaximumRecordAgeInSeconds: integer,
  BisectBatchOnFunctionError: boolean,
  MaximumRetryAttempts: integer,
  Tags: map(string),
  TumblingWindowInSeconds: integer,
  Topics: list(string),
  Queues: list(string),
  SourceAccessConfigurations: list(() => SourceAccessConfiguration),
  SelfManagedEventSource: () => SelfManagedEventSource,
  FunctionResponseTypes: list(string),
  AmazonManagedKafkaEventSourceConfig: () => AmazonManagedKafkaEventSourceConfig,
  SelfManagedKafkaEventSourceConfig: () => SelfManagedKafkaEventSourceConfig,
  DocumentDBEventSourceConfig: () => DocumentDBEventSourceConfig,
  ProvisionedPollerConfig: () => ProvisionedPollerConfig,
});

export interface CreateFunctionRequest {
  FunctionName: string;
  Role: string;
  Code: FunctionCode;
  Runtime?: string | undefined;
  Handler?: string | undefined;
  Description?: string | undefined;
  Timeout?: number | undefined;
  MemorySize?: number | undefined;
  Publish?: boolean | undefined;
  PublishTo?: string | undefined;
  VpcConfig?: VpcConfig | undefined;
  PackageType?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  Environment?: Environment | undefined;
  KMSKeyArn?: string | undefined;
  TracingConfig?: TracingConfig | undefined;
  Tags?: Record<string, string> | undefined;
  Layers?: string[] | undefined;
  FileSystemConfigs?: FileSystemConfig[] | undefined;
  CodeSigningConfigArn?: string | undefined;
  ImageConfig?: ImageConfig | undefined;
  Architectures?: string[] | undefined;
  EphemeralStorage?: EphemeralStorage | undefined;
  SnapStart?: SnapStart | undefined;
  LoggingConfig?: LoggingConfig | undefined;
  TenancyConfig?: TenancyConfig | undefined;
  CapacityProviderConfig?: CapacityProviderConfig | undefined;
  DurableConfig?: DurableConfig | undefined;
}
export const CreateFunctionRequest: Structure = structure('CreateFunctionRequest', {
  FunctionName: member(string, { required: true }),
  Role: member(string, { required: true }),
  Code: member(() => FunctionCode, { required: true }),
  Runtime: string,
  Handler: string,
  Description: string,
  Timeout: integer,
  MemorySize: integer,
  Publish: boolean,
  PublishTo: string,
  VpcConfig: () => VpcConfig,
  PackageType: string,
  DeadLetterConfig: () => DeadLetterConfig,
  Environment: () => Environment,
  KMSKeyArn: string,
  TracingConfig: () => TracingConfig,
  Tags: map(string),
  Layers: list(string),
  FileSystemConfigs: list(() => FileSystemConfig),
  CodeSigningConfigArn: string,
  ImageConfig: () => ImageConfig,
  Architectures: list(string),
  EphemeralStorage: () => EphemeralStorage,
  SnapStart: () => SnapStart,
  LoggingConfig: () => LoggingConfig,
  TenancyConfig: () => TenancyConfig,
  CapacityProviderConfig: () => CapacityProviderConfig,
  DurableConfig: () => DurableConfig,
});

export interface DeadLetterConfig {
  TargetArn?: string | undefined;
}
export const DeadLetterConfig: Structure = structure('DeadLetterConfig', {
  TargetArn: string,
});

export interface DeleteAliasRequest {
  FunctionName: string;
  Name: string;
}
export const DeleteAliasRequest: Structure = structure('DeleteAliasRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Name: member(string, { required: true, httpLabel: true }),
});

export interface DeleteEventSourceMappingRequest {
  UUID: string;
}
export const DeleteEventSourceMappingRequest: Structure = structure('DeleteEventSourceMappingRequest', {
  UUID: member(string, { required: true, httpLabel: true }),
});

export interface DeleteFunctionConcurrencyRequest {
  FunctionName: string;
}
export const DeleteFunctionConcurrencyRequest: Structure = structure('DeleteFunctionConcurrencyRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
});

export interface DeleteFunctionEventInvokeConfigRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const DeleteFunctionEventInvokeConfigRequest: Structure = structure('DeleteFunctionEventInvokeConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface DeleteFunctionRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const DeleteFunctionRequest: Structure = structure('DeleteFunctionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface DeleteFunctionResponse {
  StatusCode?: number | undefined;
}
export const DeleteFunctionResponse: Structure = structure('DeleteFunctionResponse', {
  StatusCode: member(integer, { httpResponseCode: true }),
});

export interface DeleteLayerVersionRequest {
  LayerName: string;
  VersionNumber: number;
}
export const DeleteLayerVersionRequest: Structure = structure('DeleteLayerVersionRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  VersionNumber: member(integer, { required: true, httpLabel: true }),
});

export interface DestinationConfig {
  OnSuccess?: OnSuccess | undefined;
  OnFailure?: OnFailure | undefined;
}
export const DestinationConfig: Structure = structure('DestinationConfig', {
  OnSuccess: () => OnSuccess,
  OnFailure: () => OnFailure,
});

export interface DocumentDBEventSourceConfig {
  DatabaseName?: string | undefined;
  CollectionName?: string | undefined;
  FullDocument?: string | undefined;
}
export const DocumentDBEventSourceConfig: Structure = structure('DocumentDBEventSourceConfig', {
  DatabaseName: string,
  CollectionName: string,
  FullDocument: string,
});

export interface DurableConfig {
  KMSKeyArn?: string | undefined;
  RetentionPeriodInDays?: number | undefined;
  ExecutionTimeout?: number | undefined;
}
export const DurableConfig: Structure = structure('DurableConfig', {
  KMSKeyArn: string,
  RetentionPeriodInDays: integer,
  ExecutionTimeout: integer,
});

export interface Environment {
  Variables?: Record<string, string> | undefined;
}
export const Environment: Structure = structure('Environment', {
  Variables: map(string),
});

export interface EnvironmentError {
  ErrorCode?: string | undefined;
  Message?: string | undefined;
}
export const EnvironmentError: Structure = structure('EnvironmentError', {
  ErrorCode: string,
  Message: string,
});

export interface EnvironmentResponse {
  Variables?: Record<string, string> | undefined;
  Error?: EnvironmentError | undefined;
}
export const EnvironmentResponse: Structure = structure('EnvironmentResponse', {
  Variables: map(string),
  Error: () => EnvironmentError,
});

export interface EphemeralStorage {
  Size: number;
}
export const EphemeralStorage: Structure = structure('EphemeralStorage', {
  Size: member(integer, { required: true }),
});

export interface EventSourceMappingConfiguration {
  UUID?: string | undefined;
  StartingPosition?: string | undefined;
  StartingPositionTimestamp?: Date | undefined;
  BatchSize?: number | undefined;
  MaximumBatchingWindowInSeconds?: number | undefined;
  ParallelizationFactor?: number | undefined;
  EventSourceArn?: string | undefined;
  FilterCriteria?: FilterCriteria | undefined;
  FilterCriteriaError?: FilterCriteriaError | undefined;
  KMSKeyArn?: string | undefined;
  MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
  LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
  ScalingConfig?: ScalingConfig | undefined;
  FunctionArn?: string | undefined;
  LastModified?: Date | undefined;
  LastProcessingResult?: string | undefined;
  State?: string | undefined;
  StateTransitionReason?: string | undefined;
  DestinationConfig?: DestinationConfig | undefined;
  Topics?: string[] | undefined;
  Queues?: string[] | undefined;
  SourceAccessConfigurations?: SourceAccessConfiguration[] | undefined;
  SelfManagedEventSource?: SelfManagedEventSource | undefined;
  MaximumRecordAgeInSeconds?: number | undefined;
  BisectBatchOnFunctionError?: boolean | undefined;
  MaximumRetryAttempts?: number | undefined;
  TumblingWindowInSeconds?: number | undefined;
  FunctionResponseTypes?: string[] | undefined;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
  EventSourceMappingArn?: string | undefined;
  ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
}
export const EventSourceMappingConfiguration: Structure = structure('EventSourceMappingConfiguration', {
  UUID: string,
  StartingPosition: string,
  StartingPositionTimestamp: timestamp,
  BatchSize: integer,
  MaximumBatchingWindowInSeconds: integer,
  ParallelizationFactor: integer,
  EventSourceArn: string,
  FilterCriteria: () => FilterCriteria,
  FilterCriteriaError: () => FilterCriteriaError,
  KMSKeyArn: string,
  MetricsConfig: () => EventSourceMappingMetricsConfig,
  LoggingConfig: () => EventSourceMappingLoggingConfig,
  ScalingConfig: () => ScalingConfig,
  FunctionArn: string,
  LastModified: timestamp,
  LastProcessingResult: string,
  State: string,
  StateTransitionReason: string,
  DestinationConfig: () => DestinationConfig,
  Topics: list(string),
  Queues: list(string),
  SourceAccessConfigurations: list(() => SourceAccessConfiguration),
  SelfManagedEventSource: () => SelfManagedEventSource,
  MaximumRecordAgeInSeconds: integer,
  BisectBatchOnFunctionError: boolean,
  MaximumRetryAttempts: integer,
  TumblingWindowInSeconds: integer,
  FunctionResponseTypes: list(string),
  AmazonManagedKafkaEventSourceConfig: () => AmazonManagedKafkaEventSourceConfig,
  SelfManagedKafkaEventSourceConfig: () => SelfManagedKafkaEventSourceConfig,
  DocumentDBEventSourceConfig: () => DocumentDBEventSourceConfig,
  EventSourceMappingArn: string,
  ProvisionedPollerConfig: () => ProvisionedPollerConfig,
});

export interface EventSourceMappingLoggingConfig {
  SystemLogLevel?: string | undefined;
}
export const EventSourceMappingLoggingConfig: Structure = structure('EventSourceMappingLoggingConfig', {
  SystemLogLevel: string,
});

export interface EventSourceMappingMetricsConfig {
  Metrics?: string[] | undefined;
}
export const EventSourceMappingMetricsConfig: Structure = structure('EventSourceMappingMetricsConfig', {
  Metrics: list(string),
});

export interface FileSystemConfig {
  Arn: string;
  LocalMountPath: string;
  S3FilesConfig?: S3FilesConfig | undefined;
}
export const FileSystemConfig: Structure = structure('FileSystemConfig', {
  Arn: member(string, { required: true }),
  LocalMountPath: member(string, { required: true }),
  S3FilesConfig: () => S3FilesConfig,
});

export interface Filter {
  Pattern?: string | undefined;
}
export const Filter: Structure = structure('Filter', {
  Pattern: string,
});

export interface FilterCriteria {
  Filters?: Filter[] | undefined;
}
export const FilterCriteria: Structure = structure('FilterCriteria', {
  Filters: list(() => Filter),
});

export interface FilterCriteriaError {
  ErrorCode?: string | undefined;
  Message?: string | undefined;
}
export const FilterCriteriaError: Structure = structure('FilterCriteriaError', {
  ErrorCode: string,
  Message: string,
});

export interface FunctionCode {
  ZipFile?: Uint8Array | undefined;
  S3Bucket?: string | undefined;
  S3Key?: string | undefined;
  S3ObjectVersion?: string | undefined;
  S3ObjectStorageMode?: string | undefined;
  ImageUri?: string | undefined;
  SourceKMSKeyArn?: string | undefined;
}
export const FunctionCode: Structure = structure('FunctionCode', {
  ZipFile: blob,
  S3Bucket: string,
  S3Key: string,
  S3ObjectVersion: string,
  S3ObjectStorageMode: string,
  ImageUri: string,
  SourceKMSKeyArn: string,
});

export interface FunctionCodeLocation {
  RepositoryType?: string | undefined;
  Location?: string | undefined;
  ImageUri?: string | undefined;
  ResolvedImageUri?: string | undefined;
  ResolvedS3Object?: ResolvedS3Object | undefined;
  SourceKMSKeyArn?: string | undefined;
  Error?: FunctionCodeLocationError | undefined;
}
export const FunctionCodeLocation: Structure = structure('FunctionCodeLocation', {
  RepositoryType: string,
  Location: string,
  ImageUri: string,
  ResolvedImageUri: string,
  ResolvedS3Object: () => ResolvedS3Object,
  SourceKMSKeyArn: string,
  Error: () => FunctionCodeLocationError,
});

export interface FunctionCodeLocationError {
  ErrorCode?: string | undefined;
  Message?: string | undefined;
}
export const FunctionCodeLocationError: Structure = structure('FunctionCodeLocationError', {
  ErrorCode: string,
  Message: string,
});

export interface FunctionConfiguration {
  FunctionName?: string | undefined;
  FunctionArn?: string | undefined;
  Runtime?: string | undefined;
  Role?: string | undefined;
  Handler?: string | undefined;
  CodeSize?: number | undefined;
  Description?: string | undefined;
  Timeout?: number | undefined;
  MemorySize?: number | undefined;
  LastModified?: string | undefined;
  CodeSha256?: string | undefined;
  Version?: string | undefined;
  VpcConfig?: VpcConfigResponse | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  Environment?: EnvironmentResponse | undefined;
  KMSKeyArn?: string | undefined;
  TracingConfig?: TracingConfigResponse | undefined;
  MasterArn?: string | undefined;
  RevisionId?: string | undefined;
  Layers?: Layer[] | undefined;
  State?: string | undefined;
  StateReason?: string | undefined;
  StateReasonCode?: string | undefined;
  LastUpdateStatus?: string | undefined;
  LastUpdateStatusReason?: string | undefined;
  LastUpdateStatusReasonCode?: string | undefined;
  FileSystemConfigs?: FileSystemConfig[] | undefined;
  SigningProfileVersionArn?: string | undefined;
  SigningJobArn?: string | undefined;
  PackageType?: string | undefined;
  ImageConfigResponse?: ImageConfigResponse | undefined;
  Architectures?: string[] | undefined;
  EphemeralStorage?: EphemeralStorage | undefined;
  SnapStart?: SnapStartResponse | undefined;
  RuntimeVersionConfig?: RuntimeVersionConfig | undefined;
  LoggingConfig?: LoggingConfig | undefined;
  TenancyConfig?: TenancyConfig | undefined;
  CapacityProviderConfig?: CapacityProviderConfig | undefined;
  ConfigSha256?: string | undefined;
  DurableConfig?: DurableConfig | undefined;
}
export const FunctionConfiguration: Structure = structure('FunctionConfiguration', {
  FunctionName: string,
  FunctionArn: string,
  Runtime: string,
  Role: string,
  Handler: string,
  CodeSize: integer,
  Description: string,
  Timeout: integer,
  MemorySize: integer,
  LastModified: string,
  CodeSha256: string,
  Version: string,
  VpcConfig: () => VpcConfigResponse,
  DeadLetterConfig: () => DeadLetterConfig,
  Environment: () => EnvironmentResponse,
  KMSKeyArn: string,
  TracingConfig: () => TracingConfigResponse,
  MasterArn: string,
  RevisionId: string,
  Layers: list(() => Layer),
  State: string,
  StateReason: string,
  StateReasonCode: string,
  LastUpdateStatus: string,
  LastUpdateStatusReason: string,
  LastUpdateStatusReasonCode: string,
  FileSystemConfigs: list(() => FileSystemConfig),
  SigningProfileVersionArn: string,
  SigningJobArn: string,
  PackageType: string,
  ImageConfigResponse: () => ImageConfigResponse,
  Architectures: list(string),
  EphemeralStorage: () => EphemeralStorage,
  SnapStart: () => SnapStartResponse,
  RuntimeVersionConfig: () => RuntimeVersionConfig,
  LoggingConfig: () => LoggingConfig,
  TenancyConfig: () => TenancyConfig,
  CapacityProviderConfig: () => CapacityProviderConfig,
  ConfigSha256: string,
  DurableConfig: () => DurableConfig,
});

export interface FunctionEventInvokeConfig {
  LastModified?: Date | undefined;
  FunctionArn?: string | undefined;
  MaximumRetryAttempts?: number | undefined;
  MaximumEventAgeInSeconds?: number | undefined;
  DestinationConfig?: DestinationConfig | undefined;
}
export const FunctionEventInvokeConfig: Structure = structure('FunctionEventInvokeConfig', {
  LastModified: timestamp,
  FunctionArn: string,
  MaximumRetryAttempts: integer,
  MaximumEventAgeInSeconds: integer,
  DestinationConfig: () => DestinationConfig,
});

export interface FunctionUrlConfig {
  FunctionUrl: string;
  FunctionArn: string;
  CreationTime: string;
  LastModifiedTime: string;
  AuthType: string;
  Cors?: Cors | undefined;
  InvokeMode?: string | undefined;
}
export const FunctionUrlConfig: Structure = structure('FunctionUrlConfig', {
  FunctionUrl: member(string, { required: true }),
  FunctionArn: member(string, { required: true }),
  CreationTime: member(string, { required: true }),
  LastModifiedTime: member(string, { required: true }),
  AuthType: member(string, { required: true }),
  Cors: () => Cors,
  InvokeMode: string,
});

export interface GetAccountSettingsRequest {
}
export const GetAccountSettingsRequest: Structure = structure('GetAccountSettingsRequest', {
});

export interface GetAccountSettingsResponse {
  AccountLimit?: AccountLimit | undefined;
  AccountUsage?: AccountUsage | undefined;
}
export const GetAccountSettingsResponse: Structure = structure('GetAccountSettingsResponse', {
  AccountLimit: () => AccountLimit,
  AccountUsage: () => AccountUsage,
});

export interface GetAliasRequest {
  FunctionName: string;
  Name: string;
}
export const GetAliasRequest: Structure = structure('GetAliasRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Name: member(string, { required: true, httpLabel: true }),
});

export interface GetEventSourceMappingRequest {
  UUID: string;
}
export const GetEventSourceMappingRequest: Structure = structure('GetEventSourceMappingRequest', {
  UUID: member(string, { required: true, httpLabel: true }),
});

export interface GetFunctionCodeSigningConfigRequest {
  FunctionName: string;
}
export const GetFunctionCodeSigningConfigRequest: Structure = structure('GetFunctionCodeSigningConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
});

export interface GetFunctionCodeSigningConfigResponse {
  CodeSigningConfigArn?: string | undefined;
  FunctionName?: string | undefined;
}
export const GetFunctionCodeSigningConfigResponse: Structure = structure('GetFunctionCodeSigningConfigResponse', {
  CodeSigningConfigArn: member(string, { required: false }),
  FunctionName: member(string, { required: false }),
});

export interface GetFunctionConcurrencyRequest {
  FunctionName: string;
}
export const GetFunctionConcurrencyRequest: Structure = structure('GetFunctionConcurrencyRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
});

export interface GetFunctionConcurrencyResponse {
  ReservedConcurrentExecutions?: number | undefined;
}
export const GetFunctionConcurrencyResponse: Structure = structure('GetFunctionConcurrencyResponse', {
  ReservedConcurrentExecutions: integer,
});

export interface GetFunctionConfigurationRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const GetFunctionConfigurationRequest: Structure = structure('GetFunctionConfigurationRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface GetFunctionEventInvokeConfigRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const GetFunctionEventInvokeConfigRequest: Structure = structure('GetFunctionEventInvokeConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface GetFunctionRecursionConfigRequest {
  FunctionName: string;
}
export const GetFunctionRecursionConfigRequest: Structure = structure('GetFunctionRecursionConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
});

export interface GetFunctionRecursionConfigResponse {
  RecursiveLoop?: string | undefined;
}
export const GetFunctionRecursionConfigResponse: Structure = structure('GetFunctionRecursionConfigResponse', {
  RecursiveLoop: string,
});

export interface GetFunctionRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const GetFunctionRequest: Structure = structure('GetFunctionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface GetFunctionResponse {
  Configuration?: FunctionConfiguration | undefined;
  Code?: FunctionCodeLocation | undefined;
  Tags?: Record<string, string> | undefined;
  TagsError?: TagsError | undefined;
  Concurrency?: Concurrency | undefined;
}
export const GetFunctionResponse: Structure = structure('GetFunctionResponse', {
  Configuration: () => FunctionConfiguration,
  Code: () => FunctionCodeLocation,
  Tags: map(string),
  TagsError: () => TagsError,
  Concurrency: () => Concurrency,
});

export interface GetFunctionUrlConfigRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const GetFunctionUrlConfigRequest: Structure = structure('GetFunctionUrlConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface GetFunctionUrlConfigResponse {
  FunctionUrl: string;
  FunctionArn: string;
  AuthType: string;
  CreationTime: string;
  LastModifiedTime: string;
  Cors?: Cors | undefined;
  InvokeMode?: string | undefined;
}
export const GetFunctionUrlConfigResponse: Structure = structure('GetFunctionUrlConfigResponse', {
  FunctionUrl: member(string, { required: true }),
  FunctionArn: member(string, { required: true }),
  AuthType: member(string, { required: true }),
  CreationTime: member(string, { required: true }),
  LastModifiedTime: member(string, { required: true }),
  Cors: () => Cors,
  InvokeMode: string,
});

export interface GetLayerVersionByArnRequest {
  Arn: string;
}
export const GetLayerVersionByArnRequest: Structure = structure('GetLayerVersionByArnRequest', {
  Arn: member(string, { required: true, httpQuery: 'Arn' }),
});

export interface GetLayerVersionPolicyRequest {
  LayerName: string;
  VersionNumber: number;
}
export const GetLayerVersionPolicyRequest: Structure = structure('GetLayerVersionPolicyRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  VersionNumber: member(integer, { required: true, httpLabel: true }),
});

export interface GetLayerVersionPolicyResponse {
  Policy?: string | undefined;
  RevisionId?: string | undefined;
}
export const GetLayerVersionPolicyResponse: Structure = structure('GetLayerVersionPolicyResponse', {
  Policy: string,
  RevisionId: string,
});

export interface GetLayerVersionRequest {
  LayerName: string;
  VersionNumber: number;
}
export const GetLayerVersionRequest: Structure = structure('GetLayerVersionRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  VersionNumber: member(integer, { required: true, httpLabel: true }),
});

export interface GetLayerVersionResponse {
  Content?: LayerVersionContentOutput | undefined;
  LayerArn?: string | undefined;
  LayerVersionArn?: string | undefined;
  Description?: string | undefined;
  CreatedDate?: string | undefined;
  Version?: number | undefined;
  CompatibleArchitectures?: string[] | undefined;
  CompatibleRuntimes?: string[] | undefined;
  LicenseInfo?: string | undefined;
}
export const GetLayerVersionResponse: Structure = structure('GetLayerVersionResponse', {
  Content: () => LayerVersionContentOutput,
  LayerArn: string,
  LayerVersionArn: string,
  Description: string,
  CreatedDate: string,
  Version: integer,
  CompatibleArchitectures: list(string),
  CompatibleRuntimes: list(string),
  LicenseInfo: string,
});

export interface GetPolicyRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
}
export const GetPolicyRequest: Structure = structure('GetPolicyRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
});

export interface GetPolicyResponse {
  Policy?: string | undefined;
  RevisionId?: string | undefined;
}
export const GetPolicyResponse: Structure = structure('GetPolicyResponse', {
  Policy: string,
  RevisionId: string,
});

export interface GetProvisionedConcurrencyConfigRequest {
  FunctionName: string;
  Qualifier: string;
}
export const GetProvisionedConcurrencyConfigRequest: Structure = structure('GetProvisionedConcurrencyConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { required: true, httpQuery: 'Qualifier' }),
});

export interface GetProvisionedConcurrencyConfigResponse {
  RequestedProvisionedConcurrentExecutions?: number | undefined;
  AvailableProvisionedConcurrentExecutions?: number | undefined;
  AllocatedProvisionedConcurrentExecutions?: number | undefined;
  Status?: string | undefined;
  StatusReason?: string | undefined;
  LastModified?: string | undefined;
}
export const GetProvisionedConcurrencyConfigResponse: Structure = structure('GetProvisionedConcurrencyConfigResponse', {
  RequestedProvisionedConcurrentExecutions: integer,
  AvailableProvisionedConcurrentExecutions: integer,
  AllocatedProvisionedConcurrentExecutions: integer,
  Status: string,
  StatusReason: string,
  LastModified: string,
});

export interface ImageConfig {
  EntryPoint?: string[] | undefined;
  Command?: string[] | undefined;
  WorkingDirectory?: string | undefined;
}
export const ImageConfig: Structure = structure('ImageConfig', {
  EntryPoint: list(string),
  Command: list(string),
  WorkingDirectory: string,
});

export interface ImageConfigError {
  ErrorCode?: string | undefined;
  Message?: string | undefined;
}
export const ImageConfigError: Structure = structure('ImageConfigError', {
  ErrorCode: string,
  Message: string,
});

export interface ImageConfigResponse {
  ImageConfig?: ImageConfig | undefined;
  Error?: ImageConfigError | undefined;
}
export const ImageConfigResponse: Structure = structure('ImageConfigResponse', {
  ImageConfig: () => ImageConfig,
  Error: () => ImageConfigError,
});

export interface InvocationRequest {
  FunctionName: string;
  InvocationType?: string | undefined;
  LogType?: string | undefined;
  ClientContext?: string | undefined;
  DurableExecutionName?: string | undefined;
  Payload?: Uint8Array | undefined;
  Qualifier?: string | undefined;
  TenantId?: string | undefined;
}
export const InvocationRequest: Structure = structure('InvocationRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  InvocationType: member(string, { httpHeader: 'X-Amz-Invocation-Type' }),
  LogType: member(string, { httpHeader: 'X-Amz-Log-Type' }),
  ClientContext: member(string, { httpHeader: 'X-Amz-Client-Context' }),
  DurableExecutionName: member(string, { httpHeader: 'X-Amz-Durable-Execution-Name' }),
  Payload: member(blob, { httpPayload: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
  TenantId: member(string, { httpHeader: 'X-Amz-Tenant-Id' }),
});

export interface InvocationResponse {
  StatusCode?: number | undefined;
  FunctionError?: string | undefined;
  LogResult?: string | undefined;
  Payload?: Uint8Array | undefined;
  ExecutedVersion?: string | undefined;
  DurableExecutionArn?: string | undefined;
}
export const InvocationResponse: Structure = structure('InvocationResponse', {
  StatusCode: member(integer, { httpResponseCode: true }),
  FunctionError: member(string, { httpHeader: 'X-Amz-Function-Error' }),
  LogResult: member(string, { httpHeader: 'X-Amz-Log-Result' }),
  Payload: member(blob, { httpPayload: true }),
  ExecutedVersion: member(string, { httpHeader: 'X-Amz-Executed-Version' }),
  DurableExecutionArn: member(string, { httpHeader: 'X-Amz-Durable-Execution-Arn' }),
});

export interface InvokeAsyncRequest {
  FunctionName: string;
  InvokeArgs: Uint8Array;
}
export const InvokeAsyncRequest: Structure = structure('InvokeAsyncRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  InvokeArgs: member(blob, { required: true, httpPayload: true }),
});

export interface InvokeAsyncResponse {
  Status?: number | undefined;
}
export const InvokeAsyncResponse: Structure = structure('InvokeAsyncResponse', {
  Status: member(integer, { httpResponseCode: true }),
});

export interface KafkaSchemaRegistryAccessConfig {
  Type?: string | undefined;
  URI?: string | undefined;
}
export const KafkaSchemaRegistryAccessConfig: Structure = structure('KafkaSchemaRegistryAccessConfig', {
  Type: string,
  URI: string,
});

export interface KafkaSchemaRegistryConfig {
  SchemaRegistryURI?: string | undefined;
  EventRecordFormat?: string | undefined;
  AccessConfigs?: KafkaSchemaRegistryAccessConfig[] | undefined;
  SchemaValidationConfigs?: KafkaSchemaValidationConfig[] | undefined;
}
export const KafkaSchemaRegistryConfig: Structure = structure('KafkaSchemaRegistryConfig', {
  SchemaRegistryURI: string,
  EventRecordFormat: string,
  AccessConfigs: list(() => KafkaSchemaRegistryAccessConfig),
  SchemaValidationConfigs: list(() => KafkaSchemaValidationConfig),
});

export interface KafkaSchemaValidationConfig {
  Attribute?: string | undefined;
}
export const KafkaSchemaValidationConfig: Structure = structure('KafkaSchemaValidationConfig', {
  Attribute: string,
});

export interface LambdaManagedInstancesCapacityProviderConfig {
  CapacityProviderArn: string;
  PerExecutionEnvironmentMaxConcurrency?: number | undefined;
  ExecutionEnvironmentMemoryGiBPerVCpu?: number | undefined;
}
export const LambdaManagedInstancesCapacityProviderConfig: Structure = structure('LambdaManagedInstancesCapacityProviderConfig', {
  CapacityProviderArn: member(string, { required: true }),
  PerExecutionEnvironmentMaxConcurrency: integer,
  ExecutionEnvironmentMemoryGiBPerVCpu: double,
});

export interface Layer {
  Arn?: string | undefined;
  CodeSize?: number | undefined;
  SigningProfileVersionArn?: string | undefined;
  SigningJobArn?: string | undefined;
}
export const Layer: Structure = structure('Layer', {
  Arn: string,
  CodeSize: integer,
  SigningProfileVersionArn: string,
  SigningJobArn: string,
});

export interface LayerVersionContentInput {
  S3Bucket?: string | undefined;
  S3Key?: string | undefined;
  S3ObjectVersion?: string | undefined;
  S3ObjectStorageMode?: string | undefined;
  ZipFile?: Uint8Array | undefined;
}
export const LayerVersionContentInput: Structure = structure('LayerVersionContentInput', {
  S3Bucket: string,
  S3Key: string,
  S3ObjectVersion: string,
  S3ObjectStorageMode: string,
  ZipFile: blob,
});

export interface LayerVersionContentOutput {
  Location?: string | undefined;
  CodeSha256?: string | undefined;
  CodeSize?: number | undefined;
  SigningProfileVersionArn?: string | undefined;
  SigningJobArn?: string | undefined;
  ResolvedS3Object?: ResolvedS3Object | undefined;
}
export const LayerVersionContentOutput: Structure = structure('LayerVersionContentOutput', {
  Location: string,
  CodeSha256: string,
  CodeSize: integer,
  SigningProfileVersionArn: string,
  SigningJobArn: string,
  ResolvedS3Object: () => ResolvedS3Object,
});

export interface LayerVersionsListItem {
  LayerVersionArn?: string | undefined;
  Version?: number | undefined;
  Description?: string | undefined;
  CreatedDate?: string | undefined;
  CompatibleArchitectures?: string[] | undefined;
  CompatibleRuntimes?: string[] | undefined;
  LicenseInfo?: string | undefined;
}
export const LayerVersionsListItem: Structure = structure('LayerVersionsListItem', {
  LayerVersionArn: string,
  Version: integer,
  Description: string,
  CreatedDate: string,
  CompatibleArchitectures: list(string),
  CompatibleRuntimes: list(string),
  LicenseInfo: string,
});

export interface LayersListItem {
  LayerName?: string | undefined;
  LayerArn?: string | undefined;
  LatestMatchingVersion?: LayerVersionsListItem | undefined;
}
export const LayersListItem: Structure = structure('LayersListItem', {
  LayerName: string,
  LayerArn: string,
  LatestMatchingVersion: () => LayerVersionsListItem,
});

export interface ListAliasesRequest {
  FunctionName: string;
  FunctionVersion?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListAliasesRequest: Structure = structure('ListAliasesRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  FunctionVersion: member(string, { httpQuery: 'FunctionVersion' }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListAliasesResponse {
  NextMarker?: string | undefined;
  Aliases?: AliasConfiguration[] | undefined;
}
export const ListAliasesResponse: Structure = structure('ListAliasesResponse', {
  NextMarker: string,
  Aliases: list(() => AliasConfiguration),
});

export interface ListEventSourceMappingsRequest {
  EventSourceArn?: string | undefined;
  FunctionName?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListEventSourceMappingsRequest: Structure = structure('ListEventSourceMappingsRequest', {
  EventSourceArn: member(string, { httpQuery: 'EventSourceArn' }),
  FunctionName: member(string, { httpQuery: 'FunctionName' }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListEventSourceMappingsResponse {
  NextMarker?: string | undefined;
  EventSourceMappings?: EventSourceMappingConfiguration[] | undefined;
}
export const ListEventSourceMappingsResponse: Structure = structure('ListEventSourceMappingsResponse', {
  NextMarker: string,
  EventSourceMappings: list(() => EventSourceMappingConfiguration),
});

export interface ListFunctionEventInvokeConfigsRequest {
  FunctionName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListFunctionEventInvokeConfigsRequest: Structure = structure('ListFunctionEventInvokeConfigsRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListFunctionEventInvokeConfigsResponse {
  FunctionEventInvokeConfigs?: FunctionEventInvokeConfig[] | undefined;
  NextMarker?: string | undefined;
}
export const ListFunctionEventInvokeConfigsResponse: Structure = structure('ListFunctionEventInvokeConfigsResponse', {
  FunctionEventInvokeConfigs: list(() => FunctionEventInvokeConfig),
  NextMarker: string,
});

export interface ListFunctionUrlConfigsRequest {
  FunctionName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListFunctionUrlConfigsRequest: Structure = structure('ListFunctionUrlConfigsRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListFunctionUrlConfigsResponse {
  FunctionUrlConfigs: FunctionUrlConfig[];
  NextMarker?: string | undefined;
}
export const ListFunctionUrlConfigsResponse: Structure = structure('ListFunctionUrlConfigsResponse', {
  FunctionUrlConfigs: member(list(() => FunctionUrlConfig), { required: true }),
  NextMarker: string,
});

export interface ListFunctionsRequest {
  MasterRegion?: string | undefined;
  FunctionVersion?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListFunctionsRequest: Structure = structure('ListFunctionsRequest', {
  MasterRegion: member(string, { httpQuery: 'MasterRegion' }),
  FunctionVersion: member(string, { httpQuery: 'FunctionVersion' }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListFunctionsResponse {
  NextMarker?: string | undefined;
  Functions?: FunctionConfiguration[] | undefined;
}
export const ListFunctionsResponse: Structure = structure('ListFunctionsResponse', {
  NextMarker: string,
  Functions: list(() => FunctionConfiguration),
});

export interface ListLayerVersionsRequest {
  LayerName: string;
  CompatibleArchitecture?: string | undefined;
  CompatibleRuntime?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListLayerVersionsRequest: Structure = structure('ListLayerVersionsRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  CompatibleArchitecture: member(string, { httpQuery: 'CompatibleArchitecture' }),
  CompatibleRuntime: member(string, { httpQuery: 'CompatibleRuntime' }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListLayerVersionsResponse {
  NextMarker?: string | undefined;
  LayerVersions?: LayerVersionsListItem[] | undefined;
}
export const ListLayerVersionsResponse: Structure = structure('ListLayerVersionsResponse', {
  NextMarker: string,
  LayerVersions: list(() => LayerVersionsListItem),
});

export interface ListLayersRequest {
  CompatibleArchitecture?: string | undefined;
  CompatibleRuntime?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListLayersRequest: Structure = structure('ListLayersRequest', {
  CompatibleArchitecture: member(string, { httpQuery: 'CompatibleArchitecture' }),
  CompatibleRuntime: member(string, { httpQuery: 'CompatibleRuntime' }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListLayersResponse {
  NextMarker?: string | undefined;
  Layers?: LayersListItem[] | undefined;
}
export const ListLayersResponse: Structure = structure('ListLayersResponse', {
  NextMarker: string,
  Layers: list(() => LayersListItem),
});

export interface ListProvisionedConcurrencyConfigsRequest {
  FunctionName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListProvisionedConcurrencyConfigsRequest: Structure = structure('ListProvisionedConcurrencyConfigsRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListProvisionedConcurrencyConfigsResponse {
  ProvisionedConcurrencyConfigs?: ProvisionedConcurrencyConfigListItem[] | undefined;
  NextMarker?: string | undefined;
}
export const ListProvisionedConcurrencyConfigsResponse: Structure = structure('ListProvisionedConcurrencyConfigsResponse', {
  ProvisionedConcurrencyConfigs: list(() => ProvisionedConcurrencyConfigListItem),
  NextMarker: string,
});

export interface ListTagsRequest {
  Resource: string;
}
export const ListTagsRequest: Structure = structure('ListTagsRequest', {
  Resource: member(string, { required: true, httpLabel: true }),
});

export interface ListTagsResponse {
  Tags?: Record<string, string> | undefined;
}
export const ListTagsResponse: Structure = structure('ListTagsResponse', {
  Tags: map(string),
});

export interface ListVersionsByFunctionRequest {
  FunctionName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListVersionsByFunctionRequest: Structure = structure('ListVersionsByFunctionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Marker: member(string, { httpQuery: 'Marker' }),
  MaxItems: member(integer, { httpQuery: 'MaxItems' }),
});

export interface ListVersionsByFunctionResponse {
  NextMarker?: string | undefined;
  Versions?: FunctionConfiguration[] | undefined;
}
export const ListVersionsByFunctionResponse: Structure = structure('ListVersionsByFunctionResponse', {
  NextMarker: string,
  Versions: list(() => FunctionConfiguration),
});

export interface LoggingConfig {
  LogFormat?: string | undefined;
  ApplicationLogLevel?: string | undefined;
  SystemLogLevel?: string | undefined;
  LogGroup?: string | undefined;
}
export const LoggingConfig: Structure = structure('LoggingConfig', {
  LogFormat: string,
  ApplicationLogLevel: string,
  SystemLogLevel: string,
  LogGroup: string,
});

export interface OnFailure {
  Destination?: string | undefined;
}
export const OnFailure: Structure = structure('OnFailure', {
  Destination: string,
});

export interface OnSuccess {
  Destination?: string | undefined;
}
export const OnSuccess: Structure = structure('OnSuccess', {
  Destination: string,
});

export interface ProvisionedConcurrencyConfigListItem {
  FunctionArn?: string | undefined;
  RequestedProvisionedConcurrentExecutions?: number | undefined;
  AvailableProvisionedConcurrentExecutions?: number | undefined;
  AllocatedProvisionedConcurrentExecutions?: number | undefined;
  Status?: string | undefined;
  StatusReason?: string | undefined;
  LastModified?: string | undefined;
}
export const ProvisionedConcurrencyConfigListItem: Structure = structure('ProvisionedConcurrencyConfigListItem', {
  FunctionArn: string,
  RequestedProvisionedConcurrentExecutions: integer,
  AvailableProvisionedConcurrentExecutions: integer,
  AllocatedProvisionedConcurrentExecutions: integer,
  Status: string,
  StatusReason: string,
  LastModified: string,
});

export interface ProvisionedPollerConfig {
  MinimumPollers?: number | undefined;
  MaximumPollers?: number | undefined;
  PollerGroupName?: string | undefined;
}
export const ProvisionedPollerConfig: Structure = structure('ProvisionedPollerConfig', {
  MinimumPollers: integer,
  MaximumPollers: integer,
  PollerGroupName: string,
});

export interface PublishLayerVersionRequest {
  LayerName: string;
  Content: LayerVersionContentInput;
  Description?: string | undefined;
  CompatibleArchitectures?: string[] | undefined;
  CompatibleRuntimes?: string[] | undefined;
  LicenseInfo?: string | undefined;
}
export const PublishLayerVersionRequest: Structure = structure('PublishLayerVersionRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  Content: member(() => LayerVersionContentInput, { required: true }),
  Description: string,
  CompatibleArchitectures: list(string),
  CompatibleRuntimes: list(string),
  LicenseInfo: string,
});

export interface PublishLayerVersionResponse {
  Content?: LayerVersionContentOutput | undefined;
  LayerArn?: string | undefined;
  LayerVersionArn?: string | undefined;
  Description?: string | undefined;
  CreatedDate?: string | undefined;
  Version?: number | undefined;
  CompatibleArchitectures?: string[] | undefined;
  CompatibleRuntimes?: string[] | undefined;
  LicenseInfo?: string | undefined;
}
export const PublishLayerVersionResponse: Structure = structure('PublishLayerVersionResponse', {
  Content: () => LayerVersionContentOutput,
  LayerArn: string,
  LayerVersionArn: string,
  Description: string,
  CreatedDate: string,
  Version: integer,
  CompatibleArchitectures: list(string),
  CompatibleRuntimes: list(string),
  LicenseInfo: string,
});

export interface PublishVersionRequest {
  FunctionName: string;
  CodeSha256?: string | undefined;
  Description?: string | undefined;
  RevisionId?: string | undefined;
  PublishTo?: string | undefined;
}
export const PublishVersionRequest: Structure = structure('PublishVersionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  CodeSha256: string,
  Description: string,
  RevisionId: string,
  PublishTo: string,
});

export interface PutFunctionConcurrencyRequest {
  FunctionName: string;
  ReservedConcurrentExecutions: number;
}
export const PutFunctionConcurrencyRequest: Structure = structure('PutFunctionConcurrencyRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  ReservedConcurrentExecutions: member(integer, { required: true }),
});

export interface PutFunctionEventInvokeConfigRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
  MaximumRetryAttempts?: number | undefined;
  MaximumEventAgeInSeconds?: number | undefined;
  DestinationConfig?: DestinationConfig | undefined;
}
export const PutFunctionEventInvokeConfigRequest: Structure = structure('PutFunctionEventInvokeConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
  MaximumRetryAttempts: integer,
  MaximumEventAgeInSeconds: integer,
  DestinationConfig: () => DestinationConfig,
});

export interface PutFunctionRecursionConfigRequest {
  FunctionName: string;
  RecursiveLoop: string;
}
export const PutFunctionRecursionConfigRequest: Structure = structure('PutFunctionRecursionConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  RecursiveLoop: member(string, { required: true }),
});

export interface PutFunctionRecursionConfigResponse {
  RecursiveLoop?: string | undefined;
}
export const PutFunctionRecursionConfigResponse: Structure = structure('PutFunctionRecursionConfigResponse', {
  RecursiveLoop: string,
});

export interface RemoveLayerVersionPermissionRequest {
  LayerName: string;
  VersionNumber: number;
  StatementId: string;
  RevisionId?: string | undefined;
}
export const RemoveLayerVersionPermissionRequest: Structure = structure('RemoveLayerVersionPermissionRequest', {
  LayerName: member(string, { required: true, httpLabel: true }),
  VersionNumber: member(integer, { required: true, httpLabel: true }),
  StatementId: member(string, { required: true, httpLabel: true }),
  RevisionId: member(string, { httpQuery: 'RevisionId' }),
});

export interface RemovePermissionRequest {
  FunctionName: string;
  StatementId: string;
  Qualifier?: string | undefined;
  RevisionId?: string | undefined;
}
export const RemovePermissionRequest: Structure = structure('RemovePermissionRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  StatementId: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
  RevisionId: member(string, { httpQuery: 'RevisionId' }),
});

export interface ResolvedS3Object {
  S3Bucket?: string | undefined;
  S3Key?: string | undefined;
  S3ObjectVersion?: string | undefined;
}
export const ResolvedS3Object: Structure = structure('ResolvedS3Object', {
  S3Bucket: string,
  S3Key: string,
  S3ObjectVersion: string,
});

export interface RuntimeVersionConfig {
  RuntimeVersionArn?: string | undefined;
  Error?: RuntimeVersionError | undefined;
}
export const RuntimeVersionConfig: Structure = structure('RuntimeVersionConfig', {
  RuntimeVersionArn: string,
  Error: () => RuntimeVersionError,
});

export interface RuntimeVersionError {
  ErrorCode?: string | undefined;
  Message?: string | undefined;
}
export const RuntimeVersionError: Structure = structure('RuntimeVersionError', {
  ErrorCode: string,
  Message: string,
});

export interface S3FilesConfig {
  DirectS3Read?: string | undefined;
}
export const S3FilesConfig: Structure = structure('S3FilesConfig', {
  DirectS3Read: string,
});

export interface ScalingConfig {
  MaximumConcurrency?: number | undefined;
}
export const ScalingConfig: Structure = structure('ScalingConfig', {
  MaximumConcurrency: integer,
});

export interface SelfManagedEventSource {
  Endpoints?: Record<string, string[]> | undefined;
}
export const SelfManagedEventSource: Structure = structure('SelfManagedEventSource', {
  Endpoints: map(list(string)),
});

export interface SelfManagedKafkaEventSourceConfig {
  ConsumerGroupId?: string | undefined;
  SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined;
  ConsumptionMode?: string | undefined;
}
export const SelfManagedKafkaEventSourceConfig: Structure = structure('SelfManagedKafkaEventSourceConfig', {
  ConsumerGroupId: string,
  SchemaRegistryConfig: () => KafkaSchemaRegistryConfig,
  ConsumptionMode: string,
});

export interface SnapStart {
  ApplyOn?: string | undefined;
}
export const SnapStart: Structure = structure('SnapStart', {
  ApplyOn: string,
});

export interface SnapStartResponse {
  ApplyOn?: string | undefined;
  OptimizationStatus?: string | undefined;
}
export const SnapStartResponse: Structure = structure('SnapStartResponse', {
  ApplyOn: string,
  OptimizationStatus: string,
});

export interface SourceAccessConfiguration {
  Type?: string | undefined;
  URI?: string | undefined;
}
export const SourceAccessConfiguration: Structure = structure('SourceAccessConfiguration', {
  Type: string,
  URI: string,
});

export interface TagResourceRequest {
  Resource: string;
  Tags: Record<string, string>;
}
export const TagResourceRequest: Structure = structure('TagResourceRequest', {
  Resource: member(string, { required: true, httpLabel: true }),
  Tags: member(map(string), { required: true }),
});

export interface TagsError {
  ErrorCode: string;
  Message: string;
}
export const TagsError: Structure = structure('TagsError', {
  ErrorCode: member(string, { required: true }),
  Message: member(string, { required: true }),
});

export interface TenancyConfig {
  TenantIsolationMode: string;
}
export const TenancyConfig: Structure = structure('TenancyConfig', {
  TenantIsolationMode: member(string, { required: true }),
});

export interface TracingConfig {
  Mode?: string | undefined;
}
export const TracingConfig: Structure = structure('TracingConfig', {
  Mode: string,
});

export interface TracingConfigResponse {
  Mode?: string | undefined;
}
export const TracingConfigResponse: Structure = structure('TracingConfigResponse', {
  Mode: string,
});

export interface UntagResourceRequest {
  Resource: string;
  TagKeys: string[];
}
export const UntagResourceRequest: Structure = structure('UntagResourceRequest', {
  Resource: member(string, { required: true, httpLabel: true }),
  TagKeys: member(list(string, 'Key'), { required: true, httpQuery: 'tagKeys' }),
});

export interface UpdateAliasRequest {
  FunctionName: string;
  Name: string;
  FunctionVersion?: string | undefined;
  Description?: string | undefined;
  RoutingConfig?: AliasRoutingConfiguration | undefined;
  RevisionId?: string | undefined;
}
export const UpdateAliasRequest: Structure = structure('UpdateAliasRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Name: member(string, { required: true, httpLabel: true }),
  FunctionVersion: string,
  Description: string,
  RoutingConfig: () => AliasRoutingConfiguration,
  RevisionId: string,
});

export interface UpdateEventSourceMappingRequest {
  UUID: string;
  FunctionName?: string | undefined;
  Enabled?: boolean | undefined;
  BatchSize?: number | undefined;
  FilterCriteria?: FilterCriteria | undefined;
  KMSKeyArn?: string | undefined;
  MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
  LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
  ScalingConfig?: ScalingConfig | undefined;
  MaximumBatchingWindowInSeconds?: number | undefined;
  ParallelizationFactor?: number | undefined;
  DestinationConfig?: DestinationConfig | undefined;
  MaximumRecordAgeInSeconds?: number | undefined;
  BisectBatchOnFunctionError?: boolean | undefined;
  MaximumRetryAttempts?: number | undefined;
  TumblingWindowInSeconds?: number | undefined;
  SourceAccessConfigurations?: SourceAccessConfiguration[] | undefined;
  FunctionResponseTypes?: string[] | undefined;
  AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
  SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
  DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
  ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
}
export const UpdateEventSourceMappingRequest: Structure = structure('UpdateEventSourceMappingRequest', {
  UUID: member(string, { required: true, httpLabel: true }),
  FunctionName: string,
  Enabled: boolean,
  BatchSize: integer,
  FilterCriteria: () => FilterCriteria,
  KMSKeyArn: string,
  MetricsConfig: () => EventSourceMappingMetricsConfig,
  LoggingConfig: () => EventSourceMappingLoggingConfig,
  ScalingConfig: () => ScalingConfig,
  MaximumBatchingWindowInSeconds: integer,
  ParallelizationFactor: integer,
  DestinationConfig: () => DestinationConfig,
  MaximumRecordAgeInSeconds: integer,
  BisectBatchOnFunctionError: boolean,
  MaximumRetryAttempts: integer,
  TumblingWindowInSeconds: integer,
  SourceAccessConfigurations: list(() => SourceAccessConfiguration),
  FunctionResponseTypes: list(string),
  AmazonManagedKafkaEventSourceConfig: () => AmazonManagedKafkaEventSourceConfig,
  SelfManagedKafkaEventSourceConfig: () => SelfManagedKafkaEventSourceConfig,
  DocumentDBEventSourceConfig: () => DocumentDBEventSourceConfig,
  ProvisionedPollerConfig: () => ProvisionedPollerConfig,
});

export interface UpdateFunctionCodeRequest {
  FunctionName: string;
  ZipFile?: Uint8Array | undefined;
  S3Bucket?: string | undefined;
  S3Key?: string | undefined;
  S3ObjectVersion?: string | undefined;
  S3ObjectStorageMode?: string | undefined;
  ImageUri?: string | undefined;
  Architectures?: string[] | undefined;
  Publish?: boolean | undefined;
  PublishTo?: string | undefined;
  DryRun?: boolean | undefined;
  RevisionId?: string | undefined;
  SourceKMSKeyArn?: string | undefined;
}
export const UpdateFunctionCodeRequest: Structure = structure('UpdateFunctionCodeRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  ZipFile: blob,
  S3Bucket: string,
  S3Key: string,
  S3ObjectVersion: string,
  S3ObjectStorageMode: string,
  ImageUri: string,
  Architectures: list(string),
  Publish: boolean,
  PublishTo: string,
  DryRun: boolean,
  RevisionId: string,
  SourceKMSKeyArn: string,
});

export interface UpdateFunctionConfigurationRequest {
  FunctionName: string;
  Role?: string | undefined;
  Handler?: string | undefined;
  Description?: string | undefined;
  Timeout?: number | undefined;
  MemorySize?: number | undefined;
  VpcConfig?: VpcConfig | undefined;
  Environment?: Environment | undefined;
  Runtime?: string | undefined;
  DeadLetterConfig?: DeadLetterConfig | undefined;
  KMSKeyArn?: string | undefined;
  TracingConfig?: TracingConfig | undefined;
  RevisionId?: string | undefined;
  Layers?: string[] | undefined;
  FileSystemConfigs?: FileSystemConfig[] | undefined;
  ImageConfig?: ImageConfig | undefined;
  EphemeralStorage?: EphemeralStorage | undefined;
  SnapStart?: SnapStart | undefined;
  LoggingConfig?: LoggingConfig | undefined;
  CapacityProviderConfig?: CapacityProviderConfig | undefined;
  DurableConfig?: DurableConfig | undefined;
}
export const UpdateFunctionConfigurationRequest: Structure = structure('UpdateFunctionConfigurationRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Role: string,
  Handler: string,
  Description: string,
  Timeout: integer,
  MemorySize: integer,
  VpcConfig: () => VpcConfig,
  Environment: () => Environment,
  Runtime: string,
  DeadLetterConfig: () => DeadLetterConfig,
  KMSKeyArn: string,
  TracingConfig: () => TracingConfig,
  RevisionId: string,
  Layers: list(string),
  FileSystemConfigs: list(() => FileSystemConfig),
  ImageConfig: () => ImageConfig,
  EphemeralStorage: () => EphemeralStorage,
  SnapStart: () => SnapStart,
  LoggingConfig: () => LoggingConfig,
  CapacityProviderConfig: () => CapacityProviderConfig,
  DurableConfig: () => DurableConfig,
});

export interface UpdateFunctionEventInvokeConfigRequest {
  FunctionName: string;
  Qualifier?: string | undefined;
  MaximumRetryAttempts?: number | undefined;
  MaximumEventAgeInSeconds?: number | undefined;
  DestinationConfig?: DestinationConfig | undefined;
}
export const UpdateFunctionEventInvokeConfigRequest: Structure = structure('UpdateFunctionEventInvokeConfigRequest', {
  FunctionName: member(string, { required: true, httpLabel: true }),
  Qualifier: member(string, { httpQuery: 'Qualifier' }),
  MaximumRetryAttempts: integer,
  MaximumEventAgeInSeconds: integer,
  DestinationConfig: () => DestinationConfig,
});

export interface VpcConfig {
  SubnetIds?: string[] | undefined;
  SecurityGroupIds?: string[] | undefined;
  Ipv6AllowedForDualStack?: boolean | undefined;
}
export const VpcConfig: Structure = structure('VpcConfig', {
  SubnetIds: list(string),
  SecurityGroupIds: list(string),
  Ipv6AllowedForDualStack: boolean,
});

export interface VpcConfigResponse {
  SubnetIds?: string[] | undefined;
  SecurityGroupIds?: string[] | undefined;
  VpcId?: string | undefined;
  Ipv6AllowedForDualStack?: boolean | undefined;
}
export const VpcConfigResponse: Structure = structure('VpcConfigResponse', {
  SubnetIds: list(string),
  SecurityGroupIds: list(string),
  VpcId: string,
  Ipv6AllowedForDualStack: boolean,
});

export interface Operations {
  AddLayerVersionPermission: { input: AddLayerVersionPermissionRequest; output: AddLayerVersionPermissionResponse };
  AddPermission: { input: AddPermissionRequest; output: AddPermissionResponse };
  CreateAlias: { input: CreateAliasRequest; output: AliasConfiguration };
  CreateEventSourceMapping: { input: CreateEventSourceMappingRequest; output: EventSourceMappingConfiguration };
  CreateFunction: { input: CreateFunctionRequest; output: FunctionConfiguration };
  DeleteAlias: { input: DeleteAliasRequest; output: Unit };
  DeleteEventSourceMapping: { input: DeleteEventSourceMappingRequest; output: EventSourceMappingConfiguration };
  DeleteFunction: { input: DeleteFunctionRequest; output: DeleteFunctionResponse };
  DeleteFunctionConcurrency: { input: DeleteFunctionConcurrencyRequest; output: Unit };
  DeleteFunctionEventInvokeConfig: { input: DeleteFunctionEventInvokeConfigRequest; output: Unit };
  DeleteLayerVersion: { input: DeleteLayerVersionRequest; output: Unit };
  GetAccountSettings: { input: GetAccountSettingsRequest; output: GetAccountSettingsResponse };
  GetAlias: { input: GetAliasRequest; output: AliasConfiguration };
  GetEventSourceMapping: { input: GetEventSourceMappingRequest; output: EventSourceMappingConfiguration };
  GetFunction: { input: GetFunctionRequest; output: GetFunctionResponse };
  GetFunctionCodeSigningConfig: { input: GetFunctionCodeSigningConfigRequest; output: GetFunctionCodeSigningConfigResponse };
  GetFunctionConcurrency: { input: GetFunctionConcurrencyRequest; output: GetFunctionConcurrencyResponse };
  GetFunctionConfiguration: { input: GetFunctionConfigurationRequest; output: FunctionConfiguration };
  GetFunctionEventInvokeConfig: { input: GetFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig };
  GetFunctionRecursionConfig: { input: GetFunctionRecursionConfigRequest; output: GetFunctionRecursionConfigResponse };
  GetFunctionUrlConfig: { input: GetFunctionUrlConfigRequest; output: GetFunctionUrlConfigResponse };
  GetLayerVersion: { input: GetLayerVersionRequest; output: GetLayerVersionResponse };
  GetLayerVersionByArn: { input: GetLayerVersionByArnRequest; output: GetLayerVersionResponse };
  GetLayerVersionPolicy: { input: GetLayerVersionPolicyRequest; output: GetLayerVersionPolicyResponse };
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse };
  GetProvisionedConcurrencyConfig: { input: GetProvisionedConcurrencyConfigRequest; output: GetProvisionedConcurrencyConfigResponse };
  Invoke: { input: InvocationRequest; output: InvocationResponse };
  InvokeAsync: { input: InvokeAsyncRequest; output: InvokeAsyncResponse };
  ListAliases: { input: ListAliasesRequest; output: ListAliasesResponse };
  ListEventSourceMappings: { input: ListEventSourceMappingsRequest; output: ListEventSourceMappingsResponse };
  ListFunctionEventInvokeConfigs: { input: ListFunctionEventInvokeConfigsRequest; output: ListFunctionEventInvokeConfigsResponse };
  ListFunctionUrlConfigs: { input: ListFunctionUrlConfigsRequest; output: ListFunctionUrlConfigsResponse };
  ListFunctions: { input: ListFunctionsRequest; output: ListFunctionsResponse };
  ListLayerVersions: { input: ListLayerVersionsRequest; output: ListLayerVersionsResponse };
  ListLayers: { input: ListLayersRequest; output: ListLayersResponse };
  ListProvisionedConcurrencyConfigs: { input: ListProvisionedConcurrencyConfigsRequest; output: ListProvisionedConcurrencyConfigsResponse };
  ListTags: { input: ListTagsRequest; output: ListTagsResponse };
  ListVersionsByFunction: { input: ListVersionsByFunctionRequest; output: ListVersionsByFunctionResponse };
  PublishLayerVersion: { input: PublishLayerVersionRequest; output: PublishLayerVersionResponse };
  PublishVersion: { input: PublishVersionRequest; output: FunctionConfiguration };
  PutFunctionConcurrency: { input: PutFunctionConcurrencyRequest; output: Concurrency };
  PutFunctionEventInvokeConfig: { input: PutFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig };
  PutFunctionRecursionConfig: { input: PutFunctionRecursionConfigRequest; output: PutFunctionRecursionConfigResponse };
  RemoveLayerVersionPermission: { input: RemoveLayerVersionPermissionRequest; output: Unit };
  RemovePermission: { input: RemovePermissionRequest; output: Unit };
  TagResource: { input: TagResourceRequest; output: Unit };
  UntagResource: { input: UntagResourceRequest; output: Unit };
  UpdateAlias: { input: UpdateAliasRequest; output: AliasConfiguration };
  UpdateEventSourceMapping: { input: UpdateEventSourceMappingRequest; output: EventSourceMappingConfiguration };
  UpdateFunctionCode: { input: UpdateFunctionCodeRequest; output: FunctionConfiguration };
  UpdateFunctionConfiguration: { input: UpdateFunctionConfigurationRequest; output: FunctionConfiguration };
  UpdateFunctionEventInvokeConfig: { input: UpdateFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig };
}

export const operations = {
  AddLayerVersionPermission: operation('AddLayerVersionPermission', AddLayerVersionPermissionRequest, AddLayerVersionPermissionResponse, 201),
  AddPermission: operation('AddPermission', AddPermissionRequest, AddPermissionResponse, 201),
  CreateAlias: operation('CreateAlias', CreateAliasRequest, AliasConfiguration, 201),
  CreateEventSourceMapping: operation('CreateEventSourceMapping', CreateEventSourceMappingRequest, EventSourceMappingConfiguration, 202),
  CreateFunction: operation('CreateFunction', CreateFunctionRequest, FunctionConfiguration, 201),
  DeleteAlias: operation('DeleteAlias', DeleteAliasRequest, unit, 204),
  DeleteEventSourceMapping: operation('DeleteEventSourceMapping', DeleteEventSourceMappingRequest, EventSourceMappingConfiguration, 202),
  DeleteFunction: operation('DeleteFunction', DeleteFunctionRequest, DeleteFunctionResponse),
  DeleteFunctionConcurrency: operation('DeleteFunctionConcurrency', DeleteFunctionConcurrencyRequest, unit, 204),
  DeleteFunctionEventInvokeConfig: operation('DeleteFunctionEventInvokeConfig', DeleteFunctionEventInvokeConfigRequest, unit, 204),
  DeleteLayerVersion: operation('DeleteLayerVersion', DeleteLayerVersionRequest, unit, 204),
  GetAccountSettings: operation('GetAccountSettings', GetAccountSettingsRequest, GetAccountSettingsResponse),
  GetAlias: operation('GetAlias', GetAliasRequest, AliasConfiguration),
  GetEventSourceMapping: operation('GetEventSourceMapping', GetEventSourceMappingRequest, EventSourceMappingConfiguration),
  GetFunction: operation('GetFunction', GetFunctionRequest, GetFunctionResponse),
  GetFunctionCodeSigningConfig: operation('GetFunctionCodeSigningConfig', GetFunctionCodeSigningConfigRequest, GetFunctionCodeSigningConfigResponse),
  GetFunctionConcurrency: operation('GetFunctionConcurrency', GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse),
  GetFunctionConfiguration: operation('GetFunctionConfiguration', GetFunctionConfigurationRequest, FunctionConfiguration),
  GetFunctionEventInvokeConfig: operation('GetFunctionEventInvokeConfig', GetFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig),
  GetFunctionRecursionConfig: operation('GetFunctionRecursionConfig', GetFunctionRecursionConfigRequest, GetFunctionRecursionConfigResponse),
  GetFunctionUrlConfig: operation('GetFunctionUrlConfig', GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse),
  GetLayerVersion: operation('GetLayerVersion', GetLayerVersionRequest, GetLayerVersionResponse),
  GetLayerVersionByArn: operation('GetLayerVersionByArn', GetLayerVersionByArnRequest, GetLayerVersionResponse),
  GetLayerVersionPolicy: operation('GetLayerVersionPolicy', GetLayerVersionPolicyRequest, GetLayerVersionPolicyResponse),
  GetPolicy: operation('GetPolicy', GetPolicyRequest, GetPolicyResponse),
  GetProvisionedConcurrencyConfig: operation('GetProvisionedConcurrencyConfig', GetProvisionedConcurrencyConfigRequest, GetProvisionedConcurrencyConfigResponse),
  Invoke: operation('Invoke', InvocationRequest, InvocationResponse),
  InvokeAsync: operation('InvokeAsync', InvokeAsyncRequest, InvokeAsyncResponse, 202),
  ListAliases: operation('ListAliases', ListAliasesRequest, ListAliasesResponse),
  ListEventSourceMappings: operation('ListEventSourceMappings', ListEventSourceMappingsRequest, ListEventSourceMappingsResponse),
  ListFunctionEventInvokeConfigs: operation('ListFunctionEventInvokeConfigs', ListFunctionEventInvokeConfigsRequest, ListFunctionEventInvokeConfigsResponse),
  ListFunctionUrlConfigs: operation('ListFunctionUrlConfigs', ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse),
  ListFunctions: operation('ListFunctions', ListFunctionsRequest, ListFunctionsResponse),
  ListLayerVersions: operation('ListLayerVersions', ListLayerVersionsRequest, ListLayerVersionsResponse),
  ListLayers: operation('ListLayers', ListLayersRequest, ListLayersResponse),
  ListProvisionedConcurrencyConfigs: operation('ListProvisionedConcurrencyConfigs', ListProvisionedConcurrencyConfigsRequest, ListProvisionedConcurrencyConfigsResponse),
  ListTags: operation('ListTags', ListTagsRequest, ListTagsResponse),
  ListVersionsByFunction: operation('ListVersionsByFunction', ListVersionsByFunctionRequest, ListVersionsByFunctionResponse),
  PublishLayerVersion: operation('PublishLayerVersion', PublishLayerVersionRequest, PublishLayerVersionResponse, 201),
  PublishVersion: operation('PublishVersion', PublishVersionRequest, FunctionConfiguration, 201),
  PutFunctionConcurrency: operation('PutFunctionConcurrency', PutFunctionConcurrencyRequest, Concurrency),
  PutFunctionEventInvokeConfig: operation('PutFunctionEventInvokeConfig', PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig),
  PutFunctionRecursionConfig: operation('PutFunctionRecursionConfig', PutFunctionRecursionConfigRequest, PutFunctionRecursionConfigResponse),
  RemoveLayerVersionPermission: operation('RemoveLayerVersionPermission', RemoveLayerVersionPermissionRequest, unit, 204),
  RemovePermission: operation('RemovePermission', RemovePermissionRequest, unit, 204),
  TagResource: operation('TagResource', TagResourceRequest, unit, 204),
  UntagResource: operation('UntagResource', UntagResourceRequest, unit, 204),
  UpdateAlias: operation('UpdateAlias', UpdateAliasRequest, AliasConfiguration),
  UpdateEventSourceMapping: operation('UpdateEventSourceMapping', UpdateEventSourceMappingRequest, EventSourceMappingConfiguration, 202),
  UpdateFunctionCode: operation('UpdateFunctionCode', UpdateFunctionCodeRequest, FunctionConfiguration),
  UpdateFunctionConfiguration: operation('UpdateFunctionConfiguration', UpdateFunctionConfigurationRequest, FunctionConfiguration),
  UpdateFunctionEventInvokeConfig: operation('UpdateFunctionEventInvokeConfig', UpdateFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig),
};

export const errors = {
  AliasLimitExceededException: { code: 'AliasLimitExceededException', status: 400, fault: 'client', message: 'message' },
  CallbackTimeoutException: { code: 'CallbackTimeoutException', status: 400, fault: 'client', message: 'Message' },
  CapacityProviderLimitExceededException: { code: 'CapacityProviderLimitExceededException', status: 400, fault: 'client', message: 'message' },
  CodeArtifactUserDeletedException: { code: 'CodeArtifactUserDeletedException', status: 409, fault: 'client', message: 'message' },
  CodeArtifactUserFailedException: { code: 'CodeArtifactUserFailedException', status: 409, fault: 'client', message: 'message' },
  CodeArtifactUserPendingException: { code: 'CodeArtifactUserPendingException', status: 409, fault: 'client', message: 'message' },
  CodeSigningConfigNotFoundException: { code: 'CodeSigningConfigNotFoundException', status: 404, fault: 'client', message: 'Message' },
  CodeStorageExceededException: { code: 'CodeStorageExceededException', status: 400, fault: 'client', message: 'message' },
  CodeVerificationFailedException: { code: 'CodeVerificationFailedException', status: 400, fault: 'client', message: 'Message' },
  DurableExecutionAlreadyStartedException: { code: 'DurableExecutionAlreadyStartedException', status: 409, fault: 'client', message: 'Message' },
  EC2AccessDeniedException: { code: 'EC2AccessDeniedException', status: 502, fault: 'server', message: 'Message' },
  EC2ThrottledException: { code: 'EC2ThrottledException', status: 502, fault: 'server', message: 'Message' },
  EC2UnexpectedException: { code: 'EC2UnexpectedException', status: 502, fault: 'server', message: 'Message' },
  EFSIOException: { code: 'EFSIOException', status: 410, fault: 'client', message: 'Message' },
  EFSMountConnectivityException: { code: 'EFSMountConnectivityException', status: 408, fault: 'client', message: 'Message' },
  EFSMountFailureException: { code: 'EFSMountFailureException', status: 403, fault: 'client', message: 'Message' },
  EFSMountTimeoutException: { code: 'EFSMountTimeoutException', status: 408, fault: 'client', message: 'Message' },
  ENILimitReachedException: { code: 'ENILimitReachedException', status: 502, fault: 'server', message: 'Message' },
  ENINotReadyException: { code: 'ENINotReadyException', status: 502, fault: 'server', message: 'Message' },
  FunctionVersionsPerCapacityProviderLimitExceededException: { code: 'FunctionVersionsPerCapacityProviderLimitExceededException', status: 400, fault: 'client', message: 'message' },
  InvalidCodeSignatureException: { code: 'InvalidCodeSignatureException', status: 400, fault: 'client', message: 'Message' },
  InvalidParameterValueException: { code: 'InvalidParameterValueException', status: 400, fault: 'client', message: 'message' },
  InvalidRequestContentException: { code: 'InvalidRequestContentException', status: 400, fault: 'client', message: 'message' },
  InvalidRuntimeException: { code: 'InvalidRuntimeException', status: 502, fault: 'server', message: 'Message' },
  InvalidSecurityGroupIDException: { code: 'InvalidSecurityGroupIDException', status: 502, fault: 'server', message: 'Message' },
  InvalidSubnetIDException: { code: 'InvalidSubnetIDException', status: 502, fault: 'server', message: 'Message' },
  InvalidZipFileException: { code: 'InvalidZipFileException', status: 502, fault: 'server', message: 'Message' },
  KMSAccessDeniedException: { code: 'KMSAccessDeniedException', status: 502, fault: 'server', message: 'Message' },
  KMSDisabledException: { code: 'KMSDisabledException', status: 502, fault: 'server', message: 'Message' },
  KMSInvalidStateException: { code: 'KMSInvalidStateException', status: 502, fault: 'server', message: 'Message' },
  KMSNotFoundException: { code: 'KMSNotFoundException', status: 502, fault: 'server', message: 'Message' },
  ModeNotSupportedException: { code: 'ModeNotSupportedException', status: 400, fault: 'client', message: 'message' },
  NoPublishedVersionException: { code: 'NoPublishedVersionException', status: 400, fault: 'client', message: 'Message' },
  PolicyLengthExceededException: { code: 'PolicyLengthExceededException', status: 400, fault: 'client', message: 'message' },
  PreconditionFailedException: { code: 'PreconditionFailedException', status: 412, fault: 'client', message: 'message' },
  ProvisionedConcurrencyConfigNotFoundException: { code: 'ProvisionedConcurrencyConfigNotFoundException', status: 404, fault: 'client', message: 'message' },
  PublicPolicyException: { code: 'PublicPolicyException', status: 400, fault: 'client', message: 'Message' },
  RecursiveInvocationException: { code: 'RecursiveInvocationException', status: 400, fault: 'client', message: 'Message' },
  RequestTooLargeException: { code: 'RequestTooLargeException', status: 413, fault: 'client', message: 'message' },
  ResourceConflictException: { code: 'ResourceConflictException', status: 409, fault: 'client', message: 'message' },
  ResourceInUseException: { code: 'ResourceInUseException', status: 400, fault: 'client', message: 'Message' },
  ResourceNotFoundException: { code: 'ResourceNotFoundException', status: 404, fault: 'client', message: 'Message' },
  ResourceNotReadyException: { code: 'ResourceNotReadyException', status: 502, fault: 'server', message: 'message' },
  S3FilesMountConnectivityException: { code: 'S3FilesMountConnectivityException', status: 408, fault: 'client', message: 'Message' },
  S3FilesMountFailureException: { code: 'S3FilesMountFailureException', status: 403, fault: 'client', message: 'Message' },
  S3FilesMountTimeoutException: { code: 'S3FilesMountTimeoutException', status: 408, fault: 'client', message: 'Message' },
  SerializedRequestEntityTooLargeException: { code: 'SerializedRequestEntityTooLargeException', status: 413, fault: 'client', message: 'message' },
  ServiceException: { code: 'ServiceException', status: 500, fault: 'server', message: 'Message' },
  ServiceQuotaExceededException: { code: 'ServiceQuotaExceededException', status: 402, fault: 'client', message: 'Message' },
  SnapStartException: { code: 'SnapStartException', status: 400, fault: 'client', message: 'Message' },
  SnapStartNotReadyException: { code: 'SnapStartNotReadyException', status: 409, fault: 'client', message: 'Message' },
  SnapStartRegenerationFailureException: { code: 'SnapStartRegenerationFailureException', status: 409, fault: 'client', message: 'Message' },
  SnapStartTimeoutException: { code: 'SnapStartTimeoutException', status: 408, fault: 'client', message: 'Message' },
  SubnetIPAddressLimitReachedException: { code: 'SubnetIPAddressLimitReachedException', status: 502, fault: 'server', message: 'Message' },
  TooManyRequestsException: { code: 'TooManyRequestsException', status: 429, fault: 'client', message: 'message' },
  UnsupportedMediaTypeException: { code: 'UnsupportedMediaTypeException', status: 415, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AddLayerVersionPermission: 'POST /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy',
  AddPermission: 'POST /2015-03-31/functions/{FunctionName}/policy',
  CheckpointDurableExecution: 'POST /2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint',
  CreateAlias: 'POST /2015-03-31/functions/{FunctionName}/aliases',
  CreateCapacityProvider: 'POST /2025-11-30/capacity-providers',
  CreateCodeSigningConfig: 'POST /2020-04-22/code-signing-configs',
  CreateEventSourceMapping: 'POST /2015-03-31/event-source-mappings',
  CreateFunction: 'POST /2015-03-31/functions',
  CreateFunctionUrlConfig: 'POST /2021-10-31/functions/{FunctionName}/url',
  DeleteAlias: 'DELETE /2015-03-31/functions/{FunctionName}/aliases/{Name}',
  DeleteCapacityProvider: 'DELETE /2025-11-30/capacity-providers/{CapacityProviderName}',
  DeleteCodeSigningConfig: 'DELETE /2020-04-22/code-signing-configs/{CodeSigningConfigArn}',
  DeleteEventSourceMapping: 'DELETE /2015-03-31/event-source-mappings/{UUID}',
  DeleteFunction: 'DELETE /2015-03-31/functions/{FunctionName}',
  DeleteFunctionCodeSigningConfig: 'DELETE /2020-06-30/functions/{FunctionName}/code-signing-config',
  DeleteFunctionConcurrency: 'DELETE /2017-10-31/functions/{FunctionName}/concurrency',
  DeleteFunctionEventInvokeConfig: 'DELETE /2019-09-25/functions/{FunctionName}/event-invoke-config',
  DeleteFunctionUrlConfig: 'DELETE /2021-10-31/functions/{FunctionName}/url',
  DeleteLayerVersion: 'DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}',
  DeleteProvisionedConcurrencyConfig: 'DELETE /2019-09-30/functions/{FunctionName}/provisioned-concurrency',
  DeleteResourcePolicy: 'DELETE /2026-07-09/resource-policy/{ResourceArn}',
  GetAccountSettings: 'GET /2016-08-19/account-settings',
  GetAlias: 'GET /2015-03-31/functions/{FunctionName}/aliases/{Name}',
  GetCapacityProvider: 'GET /2025-11-30/capacity-providers/{CapacityProviderName}',
  GetCodeSigningConfig: 'GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}',
  GetDurableExecution: 'GET /2025-12-01/durable-executions/{DurableExecutionArn}',
  GetDurableExecutionHistory: 'GET /2025-12-01/durable-executions/{DurableExecutionArn}/history',
  GetDurableExecutionState: 'GET /2025-12-01/durable-executions/{DurableExecutionArn}/state',
  GetEventSourceMapping: 'GET /2015-03-31/event-source-mappings/{UUID}',
  GetFunction: 'GET /2015-03-31/functions/{FunctionName}',
  GetFunctionCodeSigningConfig: 'GET /2020-06-30/functions/{FunctionName}/code-signing-config',
  GetFunctionConcurrency: 'GET /2019-09-30/functions/{FunctionName}/concurrency',
  GetFunctionConfiguration: 'GET /2015-03-31/functions/{FunctionName}/configuration',
  GetFunctionEventInvokeConfig: 'GET /2019-09-25/functions/{FunctionName}/event-invoke-config',
  GetFunctionRecursionConfig: 'GET /2024-08-31/functions/{FunctionName}/recursion-config',
  GetFunctionScalingConfig: 'GET /2025-11-30/functions/{FunctionName}/function-scaling-config',
  GetFunctionUrlConfig: 'GET /2021-10-31/functions/{FunctionName}/url',
  GetLayerVersion: 'GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}',
  GetLayerVersionByArn: 'GET /2018-10-31/layers?find=LayerVersion',
  GetLayerVersionPolicy: 'GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy',
  GetPolicy: 'GET /2015-03-31/functions/{FunctionName}/policy',
  GetProvisionedConcurrencyConfig: 'GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency',
  GetResourcePolicy: 'GET /2026-07-09/resource-policy/{ResourceArn}',
  GetRuntimeManagementConfig: 'GET /2021-07-20/functions/{FunctionName}/runtime-management-config',
  Invoke: 'POST /2015-03-31/functions/{FunctionName}/invocations',
  InvokeAsync: 'POST /2014-11-13/functions/{FunctionName}/invoke-async',
  InvokeWithResponseStream: 'POST /2021-11-15/functions/{FunctionName}/response-streaming-invocations',
  ListAliases: 'GET /2015-03-31/functions/{FunctionName}/aliases',
  ListCapacityProviders: 'GET /2025-11-30/capacity-providers',
  ListCodeSigningConfigs: 'GET /2020-04-22/code-signing-configs',
  ListDurableExecutionsByFunction: 'GET /2025-12-01/functions/{FunctionName}/durable-executions',
  ListEventSourceMappings: 'GET /2015-03-31/event-source-mappings',
  ListFunctionEventInvokeConfigs: 'GET /2019-09-25/functions/{FunctionName}/event-invoke-config/list',
  ListFunctionUrlConfigs: 'GET /2021-10-31/functions/{FunctionName}/urls',
  ListFunctionVersionsByCapacityProvider: 'GET /2025-11-30/capacity-providers/{CapacityProviderName}/function-versions',
  ListFunctions: 'GET /2015-03-31/functions',
  ListFunctionsByCodeSigningConfig: 'GET /2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions',
  ListLayerVersions: 'GET /2018-10-31/layers/{LayerName}/versions',
  ListLayers: 'GET /2018-10-31/layers',
  ListProvisionedConcurrencyConfigs: 'GET /2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL',
  ListTags: 'GET /2017-03-31/tags/{Resource}',
  ListVersionsByFunction: 'GET /2015-03-31/functions/{FunctionName}/versions',
  PublishLayerVersion: 'POST /2018-10-31/layers/{LayerName}/versions',
  PublishVersion: 'POST /2015-03-31/functions/{FunctionName}/versions',
  PutFunctionCodeSigningConfig: 'PUT /2020-06-30/functions/{FunctionName}/code-signing-config',
  PutFunctionConcurrency: 'PUT /2017-10-31/functions/{FunctionName}/concurrency',
  PutFunctionEventInvokeConfig: 'PUT /2019-09-25/functions/{FunctionName}/event-invoke-config',
  PutFunctionRecursionConfig: 'PUT /2024-08-31/functions/{FunctionName}/recursion-config',
  PutFunctionScalingConfig: 'PUT /2025-11-30/functions/{FunctionName}/function-scaling-config',
  PutProvisionedConcurrencyConfig: 'PUT /2019-09-30/functions/{FunctionName}/provisioned-concurrency',
  PutResourcePolicy: 'PUT /2026-07-09/resource-policy/{ResourceArn}',
  PutRuntimeManagementConfig: 'PUT /2021-07-20/functions/{FunctionName}/runtime-management-config',
  RemoveLayerVersionPermission: 'DELETE /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}',
  RemovePermission: 'DELETE /2015-03-31/functions/{FunctionName}/policy/{StatementId}',
  SendDurableExecutionCallbackFailure: 'POST /2025-12-01/durable-execution-callbacks/{CallbackId}/fail',
  SendDurableExecutionCallbackHeartbeat: 'POST /2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat',
  SendDurableExecutionCallbackSuccess: 'POST /2025-12-01/durable-execution-callbacks/{CallbackId}/succeed',
  StopDurableExecution: 'POST /2025-12-01/durable-executions/{DurableExecutionArn}/stop',
  TagResource: 'POST /2017-03-31/tags/{Resource}',
  UntagResource: 'DELETE /2017-03-31/tags/{Resource}',
  UpdateAlias: 'PUT /2015-03-31/functions/{FunctionName}/aliases/{Name}',
  UpdateCapacityProvider: 'PUT /2025-11-30/capacity-providers/{CapacityProviderName}',
  UpdateCodeSigningConfig: 'PUT /2020-04-22/code-signing-configs/{CodeSigningConfigArn}',
  UpdateEventSourceMapping: 'PUT /2015-03-31/event-source-mappings/{UUID}',
  UpdateFunctionCode: 'PUT /2015-03-31/functions/{FunctionName}/code',
  UpdateFunctionConfiguration: 'PUT /2015-03-31/functions/{FunctionName}/configuration',
  UpdateFunctionEventInvokeConfig: 'POST /2019-09-25/functions/{FunctionName}/event-invoke-config',
  UpdateFunctionUrlConfig: 'PUT /2021-10-31/functions/{FunctionName}/url',
} as const;
