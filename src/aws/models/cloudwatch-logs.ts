// Generated from @aws-sdk/client-cloudwatch-logs 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure } from '../protocols/shape.ts';
import { boolean, integer, list, member, operation, string, structure } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'logs',
  protocols: ['awsJson1_1'],
  apiVersion: '2014-03-28',
  targetPrefix: 'Logs_20140328',
  xmlNamespace: 'http://monitoring.amazonaws.com/doc/2014-03-28/',
  shapeNamespace: 'com.amazonaws.cloudwatchlogs',
};

export interface DescribeLogGroupsRequest {
  accountIdentifiers?: string[] | undefined;
  logGroupNamePrefix?: string | undefined;
  logGroupNamePattern?: string | undefined;
  nextToken?: string | undefined;
  limit?: number | undefined;
  includeLinkedAccounts?: boolean | undefined;
  logGroupClass?: string | undefined;
  logGroupIdentifiers?: string[] | undefined;
}
export const DescribeLogGroupsRequest: Structure = structure('DescribeLogGroupsRequest', {
  accountIdentifiers: list(string),
  logGroupNamePrefix: string,
  logGroupNamePattern: string,
  nextToken: string,
  limit: integer,
  includeLinkedAccounts: boolean,
  logGroupClass: string,
  logGroupIdentifiers: list(string),
});

export interface DescribeLogGroupsResponse {
  logGroups?: LogGroup[] | undefined;
  nextToken?: string | undefined;
}
export const DescribeLogGroupsResponse: Structure = structure('DescribeLogGroupsResponse', {
  logGroups: list(() => LogGroup),
  nextToken: string,
});

export interface DescribeLogStreamsRequest {
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
  logStreamNamePrefix?: string | undefined;
  orderBy?: string | undefined;
  descending?: boolean | undefined;
  nextToken?: string | undefined;
  limit?: number | undefined;
}
export const DescribeLogStreamsRequest: Structure = structure('DescribeLogStreamsRequest', {
  logGroupName: string,
  logGroupIdentifier: string,
  logStreamNamePrefix: string,
  orderBy: string,
  descending: boolean,
  nextToken: string,
  limit: integer,
});

export interface DescribeLogStreamsResponse {
  logStreams?: LogStream[] | undefined;
  nextToken?: string | undefined;
}
export const DescribeLogStreamsResponse: Structure = structure('DescribeLogStreamsResponse', {
  logStreams: list(() => LogStream),
  nextToken: string,
});

export interface FilterLogEventsRequest {
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
  logStreamNames?: string[] | undefined;
  logStreamNamePrefix?: string | undefined;
  startTime?: number | undefined;
  endTime?: number | undefined;
  filterPattern?: string | undefined;
  nextToken?: string | undefined;
  limit?: number | undefined;
  startFromHead?: boolean | undefined;
  interleaved?: boolean | undefined;
  unmask?: boolean | undefined;
}
export const FilterLogEventsRequest: Structure = structure('FilterLogEventsRequest', {
  logGroupName: string,
  logGroupIdentifier: string,
  logStreamNames: list(string),
  logStreamNamePrefix: string,
  startTime: integer,
  endTime: integer,
  filterPattern: string,
  nextToken: string,
  limit: integer,
  startFromHead: boolean,
  interleaved: boolean,
  unmask: boolean,
});

export interface FilterLogEventsResponse {
  events?: FilteredLogEvent[] | undefined;
  searchedLogStreams?: SearchedLogStream[] | undefined;
  nextToken?: string | undefined;
}
export const FilterLogEventsResponse: Structure = structure('FilterLogEventsResponse', {
  events: list(() => FilteredLogEvent),
  searchedLogStreams: list(() => SearchedLogStream),
  nextToken: string,
});

export interface FilteredLogEvent {
  logStreamName?: string | undefined;
  timestamp?: number | undefined;
  message?: string | undefined;
  ingestionTime?: number | undefined;
  eventId?: string | undefined;
}
export const FilteredLogEvent: Structure = structure('FilteredLogEvent', {
  logStreamName: string,
  timestamp: integer,
  message: string,
  ingestionTime: integer,
  eventId: string,
});

export interface GetLogEventsRequest {
  logStreamName: string;
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
  startTime?: number | undefined;
  endTime?: number | undefined;
  nextToken?: string | undefined;
  limit?: number | undefined;
  startFromHead?: boolean | undefined;
  unmask?: boolean | undefined;
}
export const GetLogEventsRequest: Structure = structure('GetLogEventsRequest', {
  logStreamName: member(string, { required: true }),
  logGroupName: string,
  logGroupIdentifier: string,
  startTime: integer,
  endTime: integer,
  nextToken: string,
  limit: integer,
  startFromHead: boolean,
  unmask: boolean,
});

export interface GetLogEventsResponse {
  events?: OutputLogEvent[] | undefined;
  nextForwardToken?: string | undefined;
  nextBackwardToken?: string | undefined;
}
export const GetLogEventsResponse: Structure = structure('GetLogEventsResponse', {
  events: list(() => OutputLogEvent),
  nextForwardToken: string,
  nextBackwardToken: string,
});

export interface LogGroup {
  logGroupName?: string | undefined;
  creationTime?: number | undefined;
  retentionInDays?: number | undefined;
  metricFilterCount?: number | undefined;
  arn?: string | undefined;
  storedBytes?: number | undefined;
  kmsKeyId?: string | undefined;
  dataProtectionStatus?: string | undefined;
  inheritedProperties?: string[] | undefined;
  logGroupClass?: string | undefined;
  logGroupArn?: string | undefined;
  deletionProtectionEnabled?: boolean | undefined;
  bearerTokenAuthenticationEnabled?: boolean | undefined;
  retentionPolicyName?: string | undefined;
}
export const LogGroup: Structure = structure('LogGroup', {
  logGroupName: string,
  creationTime: integer,
  retentionInDays: integer,
  metricFilterCount: integer,
  arn: string,
  storedBytes: integer,
  kmsKeyId: string,
  dataProtectionStatus: string,
  inheritedProperties: list(string),
  logGroupClass: string,
  logGroupArn: string,
  deletionProtectionEnabled: boolean,
  bearerTokenAuthenticationEnabled: boolean,
  retentionPolicyName: string,
});

export interface LogStream {
  logStreamName?: string | undefined;
  creationTime?: number | undefined;
  firstEventTimestamp?: number | undefined;
  lastEventTimestamp?: number | undefined;
  lastIngestionTime?: number | undefined;
  uploadSequenceToken?: string | undefined;
  arn?: string | undefined;
  storedBytes?: number | undefined;
}
export const LogStream: Structure = structure('LogStream', {
  logStreamName: string,
  creationTime: integer,
  firstEventTimestamp: integer,
  lastEventTimestamp: integer,
  lastIngestionTime: integer,
  uploadSequenceToken: string,
  arn: string,
  storedBytes: integer,
});

export interface OutputLogEvent {
  timestamp?: number | undefined;
  message?: string | undefined;
  ingestionTime?: number | undefined;
}
export const OutputLogEvent: Structure = structure('OutputLogEvent', {
  timestamp: integer,
  message: string,
  ingestionTime: integer,
});

export interface SearchedLogStream {
  logStreamName?: string | undefined;
  searchedCompletely?: boolean | undefined;
}
export const SearchedLogStream: Structure = structure('SearchedLogStream', {
  logStreamName: string,
  searchedCompletely: boolean,
});

export interface Operations {
  DescribeLogGroups: { input: DescribeLogGroupsRequest; output: DescribeLogGroupsResponse };
  DescribeLogStreams: { input: DescribeLogStreamsRequest; output: DescribeLogStreamsResponse };
  FilterLogEvents: { input: FilterLogEventsRequest; output: FilterLogEventsResponse };
  GetLogEvents: { input: GetLogEventsRequest; output: GetLogEventsResponse };
}

export const operations = {
  DescribeLogGroups: operation('DescribeLogGroups', DescribeLogGroupsRequest, DescribeLogGroupsResponse),
  DescribeLogStreams: operation('DescribeLogStreams', DescribeLogStreamsRequest, DescribeLogStreamsResponse),
  FilterLogEvents: operation('FilterLogEvents', FilterLogEventsRequest, FilterLogEventsResponse),
  GetLogEvents: operation('GetLogEvents', GetLogEventsRequest, GetLogEventsResponse),
};

export const errors = {
  AccessDeniedException: { code: 'AccessDeniedException', status: 400, fault: 'client', message: 'message' },
  ConflictException: { code: 'ConflictException', status: 400, fault: 'client', message: 'message' },
  DataAlreadyAcceptedException: { code: 'DataAlreadyAcceptedException', status: 400, fault: 'client', message: 'message' },
  InternalServerException: { code: 'InternalServerException', status: 500, fault: 'server', message: 'message' },
  InternalStreamingException: { code: 'InternalStreamingException', status: 400, fault: 'client', message: 'message' },
  InvalidOperationException: { code: 'InvalidOperationException', status: 400, fault: 'client', message: 'message' },
  InvalidParameterException: { code: 'InvalidParameterException', status: 400, fault: 'client', message: 'message' },
  InvalidSequenceTokenException: { code: 'InvalidSequenceTokenException', status: 400, fault: 'client', message: 'message' },
  LimitExceededException: { code: 'LimitExceededException', status: 400, fault: 'client', message: 'message' },
  MalformedQueryException: { code: 'MalformedQueryException', status: 400, fault: 'client', message: 'message' },
  OperationAbortedException: { code: 'OperationAbortedException', status: 400, fault: 'client', message: 'message' },
  ResourceAlreadyExistsException: { code: 'ResourceAlreadyExistsException', status: 400, fault: 'client', message: 'message' },
  ResourceNotFoundException: { code: 'ResourceNotFoundException', status: 400, fault: 'client', message: 'message' },
  ServiceQuotaExceededException: { code: 'ServiceQuotaExceededException', status: 400, fault: 'client', message: 'message' },
  ServiceUnavailableException: { code: 'ServiceUnavailableException', status: 500, fault: 'server', message: 'message' },
  SessionStreamingException: { code: 'SessionStreamingException', status: 400, fault: 'client', message: 'message' },
  SessionTimeoutException: { code: 'SessionTimeoutException', status: 400, fault: 'client', message: 'message' },
  ThrottlingException: { code: 'ThrottlingException', status: 400, fault: 'client', message: 'message' },
  TooManyTagsException: { code: 'TooManyTagsException', status: 400, fault: 'client', message: 'message' },
  UnrecognizedClientException: { code: 'UnrecognizedClientException', status: 400, fault: 'client', message: 'message' },
  ValidationException: { code: 'ValidationException', status: 400, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AssociateKmsKey: 'POST /',
  AssociateSourceToS3TableIntegration: 'POST /',
  CancelExportTask: 'POST /',
  CancelImportTask: 'POST /',
  CreateDelivery: 'POST /',
  CreateExportTask: 'POST /',
  CreateImportTask: 'POST /',
  CreateLogAnomalyDetector: 'POST /',
  CreateLogGroup: 'POST /',
  CreateLogStream: 'POST /',
  CreateLookupTable: 'POST /',
  CreateScheduledQuery: 'POST /',
  DeleteAccountPolicy: 'POST /',
  DeleteDataProtectionPolicy: 'POST /',
  DeleteDelivery: 'POST /',
  DeleteDeliveryDestination: 'POST /',
  DeleteDeliveryDestinationPolicy: 'POST /',
  DeleteDeliverySource: 'POST /',
  DeleteDestination: 'POST /',
  DeleteIndexPolicy: 'POST /',
  DeleteIntegration: 'POST /',
  DeleteLogAnomalyDetector: 'POST /',
  DeleteLogGroup: 'POST /',
  DeleteLogStream: 'POST /',
  DeleteLookupTable: 'POST /',
  DeleteMetricFilter: 'POST /',
  DeleteQueryDefinition: 'POST /',
  DeleteResourcePolicy: 'POST /',
  DeleteRetentionPolicy: 'POST /',
  DeleteScheduledQuery: 'POST /',
  DeleteSubscriptionFilter: 'POST /',
  DeleteSyslogConfiguration: 'POST /',
  DeleteTransformer: 'POST /',
  DescribeAccountPolicies: 'POST /',
  DescribeConfigurationTemplates: 'POST /',
  DescribeDeliveries: 'POST /',
  DescribeDeliveryDestinations: 'POST /',
  DescribeDeliverySources: 'POST /',
  DescribeDestinations: 'POST /',
  DescribeExportTasks: 'POST /',
  DescribeFieldIndexes: 'POST /',
  DescribeImportTaskBatches: 'POST /',
  DescribeImportTasks: 'POST /',
  DescribeIndexPolicies: 'POST /',
  DescribeLogGroups: 'POST /',
  DescribeLogStreams: 'POST /',
  DescribeLookupTables: 'POST /',
  DescribeMetricFilters: 'POST /',
  DescribeQueries: 'POST /',
  DescribeQueryDefinitions: 'POST /',
  DescribeResourcePolicies: 'POST /',
  DescribeSubscriptionFilters: 'POST /',
  DisassociateKmsKey: 'POST /',
  DisassociateSourceFromS3TableIntegration: 'POST /',
  FilterLogEvents: 'POST /',
  GetDataProtectionPolicy: 'POST /',
  GetDelivery: 'POST /',
  GetDeliveryDestination: 'POST /',
  GetDeliveryDestinationPolicy: 'POST /',
  GetDeliverySource: 'POST /',
  GetIntegration: 'POST /',
  GetLogAnomalyDetector: 'POST /',
  GetLogEvents: 'POST /',
  GetLogFields: 'POST /',
  GetLogGroupFields: 'POST /',
  GetLogObject: 'POST /',
  GetLogRecord: 'POST /',
  GetLookupTable: 'POST /',
  GetQueryResults: 'POST /',
  GetScheduledQuery: 'POST /',
  GetScheduledQueryHistory: 'POST /',
  GetStorageTierPolicy: 'POST /',
  GetTransformer: 'POST /',
  ListAggregateLogGroupSummaries: 'POST /',
  ListAnomalies: 'POST /',
  ListIntegrations: 'POST /',
  ListLogAnomalyDetectors: 'POST /',
  ListLogGroups: 'POST /',
  ListLogGroupsForQuery: 'POST /',
  ListScheduledQueries: 'POST /',
  ListSourcesForS3TableIntegration: 'POST /',
  ListSyslogConfigurations: 'POST /',
  ListTagsForResource: 'POST /',
  ListTagsLogGroup: 'POST /',
  PutAccountPolicy: 'POST /',
  PutBearerTokenAuthentication: 'POST /',
  PutDataProtectionPolicy: 'POST /',
  PutDeliveryDestination: 'POST /',
  PutDeliveryDestinationPolicy: 'POST /',
  PutDeliverySource: 'POST /',
  PutDestination: 'POST /',
  PutDestinationPolicy: 'POST /',
  PutIndexPolicy: 'POST /',
  PutIntegration: 'POST /',
  PutLogEvents: 'POST /',
  PutLogGroupDeletionProtection: 'POST /',
  PutMetricFilter: 'POST /',
  PutQueryDefinition: 'POST /',
  PutResourcePolicy: 'POST /',
  PutRetentionPolicy: 'POST /',
  PutStorageTierPolicy: 'POST /',
  PutSubscriptionFilter: 'POST /',
  PutSyslogConfiguration: 'POST /',
  PutTransformer: 'POST /',
  StartLiveTail: 'POST /',
  StartQuery: 'POST /',
  StopQuery: 'POST /',
  TagLogGroup: 'POST /',
  TagResource: 'POST /',
  TestMetricFilter: 'POST /',
  TestTransformer: 'POST /',
  UntagLogGroup: 'POST /',
  UntagResource: 'POST /',
  UpdateAnomaly: 'POST /',
  UpdateDeliveryConfiguration: 'POST /',
  UpdateLogAnomalyDetector: 'POST /',
  UpdateLookupTable: 'POST /',
  UpdateScheduledQuery: 'POST /',
} as const;
