// Generated from @aws-sdk/client-sns 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure, Unit } from '../protocols/shape.ts';
import { blob, boolean, list, map, member, operation, string, structure, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'sns',
  protocols: ['awsQuery'],
  apiVersion: '2010-03-31',
  xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
  shapeNamespace: 'com.amazonaws.sns',
};

export interface AddPermissionInput {
  TopicArn: string;
  Label: string;
  AWSAccountId: string[];
  ActionName: string[];
}
export const AddPermissionInput: Structure = structure('AddPermissionInput', {
  TopicArn: member(string, { required: true }),
  Label: member(string, { required: true }),
  AWSAccountId: member(list(string), { required: true }),
  ActionName: member(list(string), { required: true }),
});

export interface BatchResultErrorEntry {
  Id: string;
  Code: string;
  SenderFault: boolean;
  Message?: string | undefined;
}
export const BatchResultErrorEntry: Structure = structure('BatchResultErrorEntry', {
  Id: member(string, { required: true }),
  Code: member(string, { required: true }),
  SenderFault: member(boolean, { required: true }),
  Message: string,
});

export interface CheckIfPhoneNumberIsOptedOutInput {
  phoneNumber: string;
}
export const CheckIfPhoneNumberIsOptedOutInput: Structure = structure('CheckIfPhoneNumberIsOptedOutInput', {
  phoneNumber: member(string, { required: true }),
});

export interface CheckIfPhoneNumberIsOptedOutResponse {
  isOptedOut?: boolean | undefined;
}
export const CheckIfPhoneNumberIsOptedOutResponse: Structure = structure('CheckIfPhoneNumberIsOptedOutResponse', {
  isOptedOut: boolean,
});

export interface ConfirmSubscriptionInput {
  TopicArn: string;
  Token: string;
  AuthenticateOnUnsubscribe?: string | undefined;
}
export const ConfirmSubscriptionInput: Structure = structure('ConfirmSubscriptionInput', {
  TopicArn: member(string, { required: true }),
  Token: member(string, { required: true }),
  AuthenticateOnUnsubscribe: string,
});

export interface ConfirmSubscriptionResponse {
  SubscriptionArn?: string | undefined;
}
export const ConfirmSubscriptionResponse: Structure = structure('ConfirmSubscriptionResponse', {
  SubscriptionArn: string,
});

export interface CreateTopicInput {
  Name: string;
  Attributes?: Record<string, string> | undefined;
  Tags?: Tag[] | undefined;
  DataProtectionPolicy?: string | undefined;
}
export const CreateTopicInput: Structure = structure('CreateTopicInput', {
  Name: member(string, { required: true }),
  Attributes: map(string),
  Tags: list(() => Tag),
  DataProtectionPolicy: string,
});

export interface CreateTopicResponse {
  TopicArn?: string | undefined;
}
export const CreateTopicResponse: Structure = structure('CreateTopicResponse', {
  TopicArn: string,
});

export interface DeleteTopicInput {
  TopicArn: string;
}
export const DeleteTopicInput: Structure = structure('DeleteTopicInput', {
  TopicArn: member(string, { required: true }),
});

export interface GetSubscriptionAttributesInput {
  SubscriptionArn: string;
}
export const GetSubscriptionAttributesInput: Structure = structure('GetSubscriptionAttributesInput', {
  SubscriptionArn: member(string, { required: true }),
});

export interface GetSubscriptionAttributesResponse {
  Attributes?: Record<string, string> | undefined;
}
export const GetSubscriptionAttributesResponse: Structure = structure('GetSubscriptionAttributesResponse', {
  Attributes: map(string),
});

export interface GetTopicAttributesInput {
  TopicArn: string;
}
export const GetTopicAttributesInput: Structure = structure('GetTopicAttributesInput', {
  TopicArn: member(string, { required: true }),
});

export interface GetTopicAttributesResponse {
  Attributes?: Record<string, string> | undefined;
}
export const GetTopicAttributesResponse: Structure = structure('GetTopicAttributesResponse', {
  Attributes: map(string),
});

export interface ListPhoneNumbersOptedOutInput {
  nextToken?: string | undefined;
}
export const ListPhoneNumbersOptedOutInput: Structure = structure('ListPhoneNumbersOptedOutInput', {
  nextToken: string,
});

export interface ListPhoneNumbersOptedOutResponse {
  phoneNumbers?: string[] | undefined;
  nextToken?: string | undefined;
}
export const ListPhoneNumbersOptedOutResponse: Structure = structure('ListPhoneNumbersOptedOutResponse', {
  phoneNumbers: list(string),
  nextToken: string,
});

export interface ListSubscriptionsByTopicInput {
  TopicArn: string;
  NextToken?: string | undefined;
}
export const ListSubscriptionsByTopicInput: Structure = structure('ListSubscriptionsByTopicInput', {
  TopicArn: member(string, { required: true }),
  NextToken: string,
});

export interface ListSubscriptionsByTopicResponse {
  Subscriptions?: Subscription[] | undefined;
  NextToken?: string | undefined;
}
export const ListSubscriptionsByTopicResponse: Structure = structure('ListSubscriptionsByTopicResponse', {
  Subscriptions: list(() => Subscription),
  NextToken: string,
});

export interface ListSubscriptionsInput {
  NextToken?: string | undefined;
}
export const ListSubscriptionsInput: Structure = structure('ListSubscriptionsInput', {
  NextToken: string,
});

export interface ListSubscriptionsResponse {
  Subscriptions?: Subscription[] | undefined;
  NextToken?: string | undefined;
}
export const ListSubscriptionsResponse: Structure = structure('ListSubscriptionsResponse', {
  Subscriptions: list(() => Subscription),
  NextToken: string,
});

export interface ListTagsForResourceRequest {
  ResourceArn: string;
}
export const ListTagsForResourceRequest: Structure = structure('ListTagsForResourceRequest', {
  ResourceArn: member(string, { required: true }),
});

export interface ListTagsForResourceResponse {
  Tags?: Tag[] | undefined;
}
export const ListTagsForResourceResponse: Structure = structure('ListTagsForResourceResponse', {
  Tags: list(() => Tag),
});

export interface ListTopicsInput {
  NextToken?: string | undefined;
}
export const ListTopicsInput: Structure = structure('ListTopicsInput', {
  NextToken: string,
});

export interface ListTopicsResponse {
  Topics?: Topic[] | undefined;
  NextToken?: string | undefined;
}
export const ListTopicsResponse: Structure = structure('ListTopicsResponse', {
  Topics: list(() => Topic),
  NextToken: string,
});

export interface MessageAttributeValue {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: Uint8Array | undefined;
}
export const MessageAttributeValue: Structure = structure('MessageAttributeValue', {
  DataType: member(string, { required: true }),
  StringValue: string,
  BinaryValue: blob,
});

export interface PublishBatchInput {
  TopicArn: string;
  PublishBatchRequestEntries: PublishBatchRequestEntry[];
}
export const PublishBatchInput: Structure = structure('PublishBatchInput', {
  TopicArn: member(string, { required: true }),
  PublishBatchRequestEntries: member(list(() => PublishBatchRequestEntry), { required: true }),
});

export interface PublishBatchRequestEntry {
  Id: string;
  Message: string;
  Subject?: string | undefined;
  MessageStructure?: string | undefined;
  MessageAttributes?: Record<string, MessageAttributeValue> | undefined;
  MessageDeduplicationId?: string | undefined;
  MessageGroupId?: string | undefined;
}
export const PublishBatchRequestEntry: Structure = structure('PublishBatchRequestEntry', {
  Id: member(string, { required: true }),
  Message: member(string, { required: true }),
  Subject: string,
  MessageStructure: string,
  MessageAttributes: map(() => MessageAttributeValue, 'Name', 'Value'),
  MessageDeduplicationId: string,
  MessageGroupId: string,
});

export interface PublishBatchResponse {
  Successful?: PublishBatchResultEntry[] | undefined;
  Failed?: BatchResultErrorEntry[] | undefined;
}
export const PublishBatchResponse: Structure = structure('PublishBatchResponse', {
  Successful: list(() => PublishBatchResultEntry),
  Failed: list(() => BatchResultErrorEntry),
});

export interface PublishBatchResultEntry {
  Id?: string | undefined;
  MessageId?: string | undefined;
  SequenceNumber?: string | undefined;
}
export const PublishBatchResultEntry: Structure = structure('PublishBatchResultEntry', {
  Id: string,
  MessageId: string,
  SequenceNumber: string,
});

export interface PublishInput {
  Message: string;
  TopicArn?: string | undefined;
  TargetArn?: string | undefined;
  PhoneNumber?: string | undefined;
  Subject?: string | undefined;
  MessageStructure?: string | undefined;
  MessageAttributes?: Record<string, MessageAttributeValue> | undefined;
  MessageDeduplicationId?: string | undefined;
  MessageGroupId?: string | undefined;
}
export const PublishInput: Structure = structure('PublishInput', {
  Message: member(string, { required: true }),
  TopicArn: string,
  TargetArn: string,
  PhoneNumber: string,
  Subject: string,
  MessageStructure: string,
  MessageAttributes: map(() => MessageAttributeValue, 'Name', 'Value'),
  MessageDeduplicationId: string,
  MessageGroupId: string,
});

export interface PublishResponse {
  MessageId?: string | undefined;
  SequenceNumber?: string | undefined;
}
export const PublishResponse: Structure = structure('PublishResponse', {
  MessageId: string,
  SequenceNumber: string,
});

export interface RemovePermissionInput {
  TopicArn: string;
  Label: string;
}
export const RemovePermissionInput: Structure = structure('RemovePermissionInput', {
  TopicArn: member(string, { required: true }),
  Label: member(string, { required: true }),
});

export interface SetSubscriptionAttributesInput {
  SubscriptionArn: string;
  AttributeName: string;
  AttributeValue?: string | undefined;
}
export const SetSubscriptionAttributesInput: Structure = structure('SetSubscriptionAttributesInput', {
  SubscriptionArn: member(string, { required: true }),
  AttributeName: member(string, { required: true }),
  AttributeValue: string,
});

export interface SetTopicAttributesInput {
  TopicArn: string;
  AttributeName: string;
  AttributeValue?: string | undefined;
}
export const SetTopicAttributesInput: Structure = structure('SetTopicAttributesInput', {
  TopicArn: member(string, { required: true }),
  AttributeName: member(string, { required: true }),
  AttributeValue: string,
});

export interface SubscribeInput {
  TopicArn: string;
  Protocol: string;
  Endpoint?: string | undefined;
  Attributes?: Record<string, string> | undefined;
  ReturnSubscriptionArn?: boolean | undefined;
}
export const SubscribeInput: Structure = structure('SubscribeInput', {
  TopicArn: member(string, { required: true }),
  Protocol: member(string, { required: true }),
  Endpoint: string,
  Attributes: map(string),
  ReturnSubscriptionArn: boolean,
});

export interface SubscribeResponse {
  SubscriptionArn?: string | undefined;
}
export const SubscribeResponse: Structure = structure('SubscribeResponse', {
  SubscriptionArn: string,
});

export interface Subscription {
  SubscriptionArn?: string | undefined;
  Owner?: string | undefined;
  Protocol?: string | undefined;
  Endpoint?: string | undefined;
  TopicArn?: string | undefined;
}
export const Subscription: Structure = structure('Subscription', {
  SubscriptionArn: string,
  Owner: string,
  Protocol: string,
  Endpoint: string,
  TopicArn: string,
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
  ResourceArn: string;
  Tags: Tag[];
}
export const TagResourceRequest: Structure = structure('TagResourceRequest', {
  ResourceArn: member(string, { required: true }),
  Tags: member(list(() => Tag), { required: true }),
});

export interface TagResourceResponse {
}
export const TagResourceResponse: Structure = structure('TagResourceResponse', {
});

export interface Topic {
  TopicArn?: string | undefined;
}
export const Topic: Structure = structure('Topic', {
  TopicArn: string,
});

export interface UnsubscribeInput {
  SubscriptionArn: string;
}
export const UnsubscribeInput: Structure = structure('UnsubscribeInput', {
  SubscriptionArn: member(string, { required: true }),
});

export interface UntagResourceRequest {
  ResourceArn: string;
  TagKeys: string[];
}
export const UntagResourceRequest: Structure = structure('UntagResourceRequest', {
  ResourceArn: member(string, { required: true }),
  TagKeys: member(list(string), { required: true }),
});

export interface UntagResourceResponse {
}
export const UntagResourceResponse: Structure = structure('UntagResourceResponse', {
});

export interface Operations {
  AddPermission: { input: AddPermissionInput; output: Unit };
  CheckIfPhoneNumberIsOptedOut: { input: CheckIfPhoneNumberIsOptedOutInput; output: CheckIfPhoneNumberIsOptedOutResponse };
  ConfirmSubscription: { input: ConfirmSubscriptionInput; output: ConfirmSubscriptionResponse };
  CreateTopic: { input: CreateTopicInput; output: CreateTopicResponse };
  DeleteTopic: { input: DeleteTopicInput; output: Unit };
  GetSubscriptionAttributes: { input: GetSubscriptionAttributesInput; output: GetSubscriptionAttributesResponse };
  GetTopicAttributes: { input: GetTopicAttributesInput; output: GetTopicAttributesResponse };
  ListPhoneNumbersOptedOut: { input: ListPhoneNumbersOptedOutInput; output: ListPhoneNumbersOptedOutResponse };
  ListSubscriptions: { input: ListSubscriptionsInput; output: ListSubscriptionsResponse };
  ListSubscriptionsByTopic: { input: ListSubscriptionsByTopicInput; output: ListSubscriptionsByTopicResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListTopics: { input: ListTopicsInput; output: ListTopicsResponse };
  Publish: { input: PublishInput; output: PublishResponse };
  PublishBatch: { input: PublishBatchInput; output: PublishBatchResponse };
  RemovePermission: { input: RemovePermissionInput; output: Unit };
  SetSubscriptionAttributes: { input: SetSubscriptionAttributesInput; output: Unit };
  SetTopicAttributes: { input: SetTopicAttributesInput; output: Unit };
  Subscribe: { input: SubscribeInput; output: SubscribeResponse };
  TagResource: { input: TagResourceRequest; output: TagResourceResponse };
  Unsubscribe: { input: UnsubscribeInput; output: Unit };
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
}

export const operations = {
  AddPermission: operation('AddPermission', AddPermissionInput, unit),
  CheckIfPhoneNumberIsOptedOut: operation('CheckIfPhoneNumberIsOptedOut', CheckIfPhoneNumberIsOptedOutInput, CheckIfPhoneNumberIsOptedOutResponse),
  ConfirmSubscription: operation('ConfirmSubscription', ConfirmSubscriptionInput, ConfirmSubscriptionResponse),
  CreateTopic: operation('CreateTopic', CreateTopicInput, CreateTopicResponse),
  DeleteTopic: operation('DeleteTopic', DeleteTopicInput, unit),
  GetSubscriptionAttributes: operation('GetSubscriptionAttributes', GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse),
  GetTopicAttributes: operation('GetTopicAttributes', GetTopicAttributesInput, GetTopicAttributesResponse),
  ListPhoneNumbersOptedOut: operation('ListPhoneNumbersOptedOut', ListPhoneNumbersOptedOutInput, ListPhoneNumbersOptedOutResponse),
  ListSubscriptions: operation('ListSubscriptions', ListSubscriptionsInput, ListSubscriptionsResponse),
  ListSubscriptionsByTopic: operation('ListSubscriptionsByTopic', ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse),
  ListTagsForResource: operation('ListTagsForResource', ListTagsForResourceRequest, ListTagsForResourceResponse),
  ListTopics: operation('ListTopics', ListTopicsInput, ListTopicsResponse),
  Publish: operation('Publish', PublishInput, PublishResponse),
  PublishBatch: operation('PublishBatch', PublishBatchInput, PublishBatchResponse),
  RemovePermission: operation('RemovePermission', RemovePermissionInput, unit),
  SetSubscriptionAttributes: operation('SetSubscriptionAttributes', SetSubscriptionAttributesInput, unit),
  SetTopicAttributes: operation('SetTopicAttributes', SetTopicAttributesInput, unit),
  Subscribe: operation('Subscribe', SubscribeInput, SubscribeResponse),
  TagResource: operation('TagResource', TagResourceRequest, TagResourceResponse),
  Unsubscribe: operation('Unsubscribe', UnsubscribeInput, unit),
  UntagResource: operation('UntagResource', UntagResourceRequest, UntagResourceResponse),
};

export const errors = {
  AuthorizationErrorException: { code: 'AuthorizationError', status: 403, fault: 'client', message: 'message' },
  BatchEntryIdsNotDistinctException: { code: 'BatchEntryIdsNotDistinct', status: 400, fault: 'client', message: 'message' },
  BatchRequestTooLongException: { code: 'BatchRequestTooLong', status: 400, fault: 'client', message: 'message' },
  ConcurrentAccessException: { code: 'ConcurrentAccess', status: 400, fault: 'client', message: 'message' },
  EmptyBatchRequestException: { code: 'EmptyBatchRequest', status: 400, fault: 'client', message: 'message' },
  EndpointDisabledException: { code: 'EndpointDisabled', status: 400, fault: 'client', message: 'message' },
  FilterPolicyLimitExceededException: { code: 'FilterPolicyLimitExceeded', status: 403, fault: 'client', message: 'message' },
  InternalErrorException: { code: 'InternalError', status: 500, fault: 'server', message: 'message' },
  InvalidBatchEntryIdException: { code: 'InvalidBatchEntryId', status: 400, fault: 'client', message: 'message' },
  InvalidParameterException: { code: 'InvalidParameter', status: 400, fault: 'client', message: 'message' },
  InvalidParameterValueException: { code: 'ParameterValueInvalid', status: 400, fault: 'client', message: 'message' },
  InvalidSecurityException: { code: 'InvalidSecurity', status: 403, fault: 'client', message: 'message' },
  InvalidStateException: { code: 'InvalidState', status: 400, fault: 'client', message: 'message' },
  KMSAccessDeniedException: { code: 'KMSAccessDenied', status: 400, fault: 'client', message: 'message' },
  KMSDisabledException: { code: 'KMSDisabled', status: 400, fault: 'client', message: 'message' },
  KMSInvalidStateException: { code: 'KMSInvalidState', status: 400, fault: 'client', message: 'message' },
  KMSNotFoundException: { code: 'KMSNotFound', status: 400, fault: 'client', message: 'message' },
  KMSOptInRequired: { code: 'KMSOptInRequired', status: 403, fault: 'client', message: 'message' },
  KMSThrottlingException: { code: 'KMSThrottling', status: 400, fault: 'client', message: 'message' },
  NotFoundException: { code: 'NotFound', status: 404, fault: 'client', message: 'message' },
  OptedOutException: { code: 'OptedOut', status: 400, fault: 'client', message: 'message' },
  PlatformApplicationDisabledException: { code: 'PlatformApplicationDisabled', status: 400, fault: 'client', message: 'message' },
  ReplayLimitExceededException: { code: 'ReplayLimitExceeded', status: 403, fault: 'client', message: 'message' },
  ResourceNotFoundException: { code: 'ResourceNotFound', status: 404, fault: 'client', message: 'message' },
  StaleTagException: { code: 'StaleTag', status: 400, fault: 'client', message: 'message' },
  SubscriptionLimitExceededException: { code: 'SubscriptionLimitExceeded', status: 403, fault: 'client', message: 'message' },
  TagLimitExceededException: { code: 'TagLimitExceeded', status: 400, fault: 'client', message: 'message' },
  TagPolicyException: { code: 'TagPolicy', status: 400, fault: 'client', message: 'message' },
  ThrottledException: { code: 'Throttled', status: 429, fault: 'client', message: 'message' },
  TooManyEntriesInBatchRequestException: { code: 'TooManyEntriesInBatchRequest', status: 400, fault: 'client', message: 'message' },
  TopicLimitExceededException: { code: 'TopicLimitExceeded', status: 403, fault: 'client', message: 'message' },
  UserErrorException: { code: 'UserError', status: 400, fault: 'client', message: 'message' },
  ValidationError: { code: 'ValidationError', status: 400, fault: 'client', message: 'message' },
  ValidationException: { code: 'ValidationException', status: 400, fault: 'client', message: 'Message' },
  VerificationException: { code: 'VerificationException', status: 400, fault: 'client', message: 'Message' },
} as const;

export const allOperations = {
  AddPermission: 'POST /',
  CheckIfPhoneNumberIsOptedOut: 'POST /',
  ConfirmSubscription: 'POST /',
  CreatePlatformApplication: 'POST /',
  CreatePlatformEndpoint: 'POST /',
  CreateSMSSandboxPhoneNumber: 'POST /',
  CreateTopic: 'POST /',
  DeleteEndpoint: 'POST /',
  DeletePlatformApplication: 'POST /',
  DeleteSMSSandboxPhoneNumber: 'POST /',
  DeleteTopic: 'POST /',
  GetDataProtectionPolicy: 'POST /',
  GetEndpointAttributes: 'POST /',
  GetPlatformApplicationAttributes: 'POST /',
  GetSMSAttributes: 'POST /',
  GetSMSSandboxAccountStatus: 'POST /',
  GetSubscriptionAttributes: 'POST /',
  GetTopicAttributes: 'POST /',
  ListEndpointsByPlatformApplication: 'POST /',
  ListOriginationNumbers: 'POST /',
  ListPhoneNumbersOptedOut: 'POST /',
  ListPlatformApplications: 'POST /',
  ListSMSSandboxPhoneNumbers: 'POST /',
  ListSubscriptions: 'POST /',
  ListSubscriptionsByTopic: 'POST /',
  ListTagsForResource: 'POST /',
  ListTopics: 'POST /',
  OptInPhoneNumber: 'POST /',
  Publish: 'POST /',
  PublishBatch: 'POST /',
  PutDataProtectionPolicy: 'POST /',
  RemovePermission: 'POST /',
  SetEndpointAttributes: 'POST /',
  SetPlatformApplicationAttributes: 'POST /',
  SetSMSAttributes: 'POST /',
  SetSubscriptionAttributes: 'POST /',
  SetTopicAttributes: 'POST /',
  Subscribe: 'POST /',
  TagResource: 'POST /',
  Unsubscribe: 'POST /',
  UntagResource: 'POST /',
  VerifySMSSandboxPhoneNumber: 'POST /',
} as const;
