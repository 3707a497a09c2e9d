// Generated from @aws-sdk/client-sqs 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure, Unit } from '../protocols/shape.ts';
import { blob, boolean, integer, list, map, member, operation, string, structure, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'sqs',
  protocols: ['awsJson1_0', 'awsQuery'],
  apiVersion: '2012-11-05',
  targetPrefix: 'AmazonSQS',
  shapeNamespace: 'com.amazonaws.sqs',
  xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
};

export interface AddPermissionRequest {
  QueueUrl: string;
  Label: string;
  AWSAccountIds: string[];
  Actions: string[];
}
export const AddPermissionRequest: Structure = structure('AddPermissionRequest', {
  QueueUrl: member(string, { required: true }),
  Label: member(string, { required: true }),
  AWSAccountIds: member(list(string), { required: true, xmlName: 'AWSAccountId', xmlFlattened: true }),
  Actions: member(list(string), { required: true, xmlName: 'ActionName', xmlFlattened: true }),
});

export interface BatchResultErrorEntry {
  Id: string;
  SenderFault: boolean;
  Code: string;
  Message?: string | undefined;
}
export const BatchResultErrorEntry: Structure = structure('BatchResultErrorEntry', {
  Id: member(string, { required: true }),
  SenderFault: member(boolean, { required: true }),
  Code: member(string, { required: true }),
  Message: string,
});

export interface CancelMessageMoveTaskRequest {
  TaskHandle: string;
}
export const CancelMessageMoveTaskRequest: Structure = structure('CancelMessageMoveTaskRequest', {
  TaskHandle: member(string, { required: true }),
});

export interface CancelMessageMoveTaskResult {
  ApproximateNumberOfMessagesMoved?: number | undefined;
}
export const CancelMessageMoveTaskResult: Structure = structure('CancelMessageMoveTaskResult', {
  ApproximateNumberOfMessagesMoved: integer,
});

export interface ChangeMessageVisibilityBatchRequest {
  QueueUrl: string;
  Entries: ChangeMessageVisibilityBatchRequestEntry[];
}
export const ChangeMessageVisibilityBatchRequest: Structure = structure('ChangeMessageVisibilityBatchRequest', {
  QueueUrl: member(string, { required: true }),
  Entries: member(list(() => ChangeMessageVisibilityBatchRequestEntry), { required: true, xmlName: 'ChangeMessageVisibilityBatchRequestEntry', xmlFlattened: true }),
});

export interface ChangeMessageVisibilityBatchRequestEntry {
  Id: string;
  ReceiptHandle: string;
  VisibilityTimeout?: number | undefined;
}
export const ChangeMessageVisibilityBatchRequestEntry: Structure = structure('ChangeMessageVisibilityBatchRequestEntry', {
  Id: member(string, { required: true }),
  ReceiptHandle: member(string, { required: true }),
  VisibilityTimeout: integer,
});

export interface ChangeMessageVisibilityBatchResult {
  Successful: ChangeMessageVisibilityBatchResultEntry[];
  Failed: BatchResultErrorEntry[];
}
export const ChangeMessageVisibilityBatchResult: Structure = structure('ChangeMessageVisibilityBatchResult', {
  Successful: member(list(() => ChangeMessageVisibilityBatchResultEntry), { required: true, xmlName: 'ChangeMessageVisibilityBatchResultEntry', xmlFlattened: true }),
  Failed: member(list(() => BatchResultErrorEntry), { required: true, xmlName: 'BatchResultErrorEntry', xmlFlattened: true }),
});

export interface ChangeMessageVisibilityBatchResultEntry {
  Id: string;
}
export const ChangeMessageVisibilityBatchResultEntry: Structure = structure('ChangeMessageVisibilityBatchResultEntry', {
  Id: member(string, { required: true }),
});

export interface ChangeMessageVisibilityRequest {
  QueueUrl: string;
  ReceiptHandle: string;
  VisibilityTimeout: number;
}
export const ChangeMessageVisibilityRequest: Structure = structure('ChangeMessageVisibilityRequest', {
  QueueUrl: member(string, { required: true }),
  ReceiptHandle: member(string, { required: true }),
  VisibilityTimeout: member(integer, { required: true }),
});

export interface CreateQueueRequest {
  QueueName: string;
  Attributes?: Record<string, string> | undefined;
  tags?: Record<string, string> | undefined;
}
export const CreateQueueRequest: Structure = structure('CreateQueueRequest', {
  QueueName: member(string, { required: true }),
  Attributes: member(map(string, 'Name', 'Value'), { xmlName: 'Attribute', xmlFlattened: true }),
  tags: member(map(string, 'Key', 'Value'), { xmlName: 'Tag', xmlFlattened: true }),
});

export interface CreateQueueResult {
  QueueUrl?: string | undefined;
}
export const CreateQueueResult: Structure = structure('CreateQueueResult', {
  QueueUrl: string,
});

export interface DeleteMessageBatchRequest {
  QueueUrl: string;
  Entries: DeleteMessageBatchRequestEntry[];
}
export const DeleteMessageBatchRequest: Structure = structure('DeleteMessageBatchRequest', {
  QueueUrl: member(string, { required: true }),
  Entries: member(list(() => DeleteMessageBatchRequestEntry), { required: true, xmlName: 'DeleteMessageBatchRequestEntry', xmlFlattened: true }),
});

export interface DeleteMessageBatchRequestEntry {
  Id: string;
  ReceiptHandle: string;
}
export const DeleteMessageBatchRequestEntry: Structure = structure('DeleteMessageBatchRequestEntry', {
  Id: member(string, { required: true }),
  ReceiptHandle: member(string, { required: true }),
});

export interface DeleteMessageBatchResult {
  Successful: DeleteMessageBatchResultEntry[];
  Failed: BatchResultErrorEntry[];
}
export const DeleteMessageBatchResult: Structure = structure('DeleteMessageBatchResult', {
  Successful: member(list(() => DeleteMessageBatchResultEntry), { required: true, xmlName: 'DeleteMessageBatchResultEntry', xmlFlattened: true }),
  Failed: member(list(() => BatchResultErrorEntry), { required: true, xmlName: 'BatchResultErrorEntry', xmlFlattened: true }),
});

export interface DeleteMessageBatchResultEntry {
  Id: string;
}
export const DeleteMessageBatchResultEntry: Structure = structure('DeleteMessageBatchResultEntry', {
  Id: member(string, { required: true }),
});

export interface DeleteMessageRequest {
  QueueUrl: string;
  ReceiptHandle: string;
}
export const DeleteMessageRequest: Structure = structure('DeleteMessageRequest', {
  QueueUrl: member(string, { required: true }),
  ReceiptHandle: member(string, { required: true }),
});

export interface DeleteQueueRequest {
  QueueUrl: string;
}
export const DeleteQueueRequest: Structure = structure('DeleteQueueRequest', {
  QueueUrl: member(string, { required: true }),
});

export interface GetQueueAttributesRequest {
  QueueUrl: string;
  AttributeNames?: string[] | undefined;
}
export const GetQueueAttributesRequest: Structure = structure('GetQueueAttributesRequest', {
  QueueUrl: member(string, { required: true }),
  AttributeNames: member(list(string), { xmlName: 'AttributeName', xmlFlattened: true }),
});

export interface GetQueueAttributesResult {
  Attributes?: Record<string, string> | undefined;
}
export const GetQueueAttributesResult: Structure = structure('GetQueueAttributesResult', {
  Attributes: member(map(string, 'Name', 'Value'), { xmlName: 'Attribute', xmlFlattened: true }),
});

export interface GetQueueUrlRequest {
  QueueName: string;
  QueueOwnerAWSAccountId?: string | undefined;
}
export const GetQueueUrlRequest: Structure = structure('GetQueueUrlRequest', {
  QueueName: member(string, { required: true }),
  QueueOwnerAWSAccountId: string,
});

export interface GetQueueUrlResult {
  QueueUrl?: string | undefined;
}
export const GetQueueUrlResult: Structure = structure('GetQueueUrlResult', {
  QueueUrl: string,
});

export interface ListDeadLetterSourceQueuesRequest {
  QueueUrl: string;
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}
export const ListDeadLetterSourceQueuesRequest: Structure = structure('ListDeadLetterSourceQueuesRequest', {
  QueueUrl: member(string, { required: true }),
  NextToken: string,
  MaxResults: integer,
});

export interface ListDeadLetterSourceQueuesResult {
  queueUrls: string[];
  NextToken?: string | undefined;
}
export const ListDeadLetterSourceQueuesResult: Structure = structure('ListDeadLetterSourceQueuesResult', {
  queueUrls: member(list(string), { required: true, xmlName: 'QueueUrl', xmlFlattened: true }),
  NextToken: string,
});

export interface ListMessageMoveTasksRequest {
  SourceArn: string;
  MaxResults?: number | undefined;
}
export const ListMessageMoveTasksRequest: Structure = structure('ListMessageMoveTasksRequest', {
  SourceArn: member(string, { required: true }),
  MaxResults: integer,
});

export interface ListMessageMoveTasksResult {
  Results?: ListMessageMoveTasksResultEntry[] | undefined;
}
export const ListMessageMoveTasksResult: Structure = structure('ListMessageMoveTasksResult', {
  Results: member(list(() => ListMessageMoveTasksResultEntry), { xmlName: 'ListMessageMoveTasksResultEntry', xmlFlattened: true }),
}, 'ListMessageMoveTasksResult');

export interface ListMessageMoveTasksResultEntry {
  TaskHandle?: string | undefined;
  Status?: string | undefined;
  SourceArn?: string | undefined;
  DestinationArn?: string | undefined;
  MaxNumberOfMessagesPerSecond?: number | undefined;
  ApproximateNumberOfMessagesMoved?: number | undefined;
  ApproximateNumberOfMessagesToMove?: number | undefined;
  FailureReason?: string | undefined;
  StartedTimestamp?: number | undefined;
}
export const ListMessageMoveTasksResultEntry: Structure = structure('ListMessageMoveTasksResultEntry', {
  TaskHandle: string,
  Status: string,
  SourceArn: string,
  DestinationArn: string,
  MaxNumberOfMessagesPerSecond: integer,
  ApproximateNumberOfMessagesMoved: integer,
  ApproximateNumberOfMessagesToMove: integer,
  FailureReason: string,
  StartedTimestamp: integer,
});

export interface ListQueueTagsRequest {
  QueueUrl: string;
}
export const ListQueueTagsRequest: Structure = structure('ListQueueTagsRequest', {
  QueueUrl: member(string, { required: true }),
});

export interface ListQueueTagsResult {
  Tags?: Record<string, string> | undefined;
}
export const ListQueueTagsResult: Structure = structure('ListQueueTagsResult', {
  Tags: member(map(string, 'Key', 'Value'), { xmlName: 'Tag', xmlFlattened: true }),
});

export interface ListQueuesRequest {
  QueueNamePrefix?: string | undefined;
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}
export const ListQueuesRequest: Structure = structure('ListQueuesRequest', {
  QueueNamePrefix: string,
  NextToken: string,
  MaxResults: integer,
});

export interface ListQueuesResult {
  QueueUrls?: string[] | undefined;
  NextToken?: string | undefined;
}
export const ListQueuesResult: Structure = structure('ListQueuesResult', {
  QueueUrls: member(list(string), { xmlName: 'QueueUrl', xmlFlattened: true }),
  NextToken: string,
});

export interface Message {
  MessageId?: string | undefined;
  ReceiptHandle?: string | undefined;
  MD5OfBody?: string | undefined;
  Body?: string | undefined;
  Attributes?: Record<string, string> | undefined;
  MD5OfMessageAttributes?: string | undefined;
  MessageAttributes?: Record<string, MessageAttributeValue> | undefined;
}
export const Message: Structure = structure('Message', {
  MessageId: string,
  ReceiptHandle: string,
  MD5OfBody: string,
  Body: string,
  Attributes: member(map(string, 'Name', 'Value'), { xmlName: 'Attribute', xmlFlattened: true }),
  MD5OfMessageAttributes: string,
  MessageAttributes: member(map(() => MessageAttributeValue, 'Name', 'Value'), { xmlName: 'MessageAttribute', xmlFlattened: true }),
});

export interface MessageAttributeValue {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: Uint8Array | undefined;
  StringListValues?: string[] | undefined;
  BinaryListValues?: Uint8Array[] | undefined;
}
export const MessageAttributeValue: Structure = structure('MessageAttributeValue', {
  DataType: member(string, { required: true }),
  StringValue: string,
  BinaryValue: blob,
  StringListValues: member(list(string, 'StringListValue'), { xmlName: 'StringListValue', xmlFlattened: true }),
  BinaryListValues: member(list(blob, 'BinaryListValue'), { xmlName: 'BinaryListValue', xmlFlattened: true }),
});

export interface MessageSystemAttributeValue {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: Uint8Array | undefined;
  StringListValues?: string[] | undefined;
  BinaryListValues?: Uint8Array[] | undefined;
}
export const MessageSystemAttributeValue: Structure = structure('MessageSystemAttributeValue', {
  DataType: member(string, { required: true }),
  StringValue: string,
  BinaryValue: blob,
  StringListValues: member(list(string, 'StringListValue'), { xmlName: 'StringListValue', xmlFlattened: true }),
  BinaryListValues: member(list(blob, 'BinaryListValue'), { xmlName: 'BinaryListValue', xmlFlattened: true }),
});

export interface PurgeQueueRequest {
  QueueUrl: string;
}
export const PurgeQueueRequest: Structure = structure('PurgeQueueRequest', {
  QueueUrl: member(string, { required: true }),
});

export interface ReceiveMessageRequest {
  QueueUrl: string;
  AttributeNames?: string[] | undefined;
  MessageSystemAttributeNames?: string[] | undefined;
  MessageAttributeNames?: string[] | undefined;
  MaxNumberOfMessages?: number | undefined;
  VisibilityTimeout?: number | undefined;
  WaitTimeSeconds?: number | undefined;
  ReceiveRequestAttemptId?: string | undefined;
}
export const ReceiveMessageRequest: Structure = structure('ReceiveMessageRequest', {
  QueueUrl: member(string, { required: true }),
  AttributeNames: member(list(string), { xmlName: 'AttributeName', xmlFlattened: true }),
  MessageSystemAttributeNames: member(list(string), { xmlName: 'AttributeName', xmlFlattened: true }),
  MessageAttributeNames: member(list(string), { xmlName: 'MessageAttributeName', xmlFlattened: true }),
  MaxNumberOfMessages: integer,
  VisibilityTimeout: integer,
  WaitTimeSeconds: integer,
  ReceiveRequestAttemptId: string,
});

export interface ReceiveMessageResult {
  Messages?: Message[] | undefined;
}
export const ReceiveMessageResult: Structure = structure('ReceiveMessageResult', {
  Messages: member(list(() => Message), { xmlName: 'Message', xmlFlattened: true }),
});

export interface RemovePermissionRequest {
  QueueUrl: string;
  Label: string;
}
export const RemovePermissionRequest: Structure = structure('RemovePermissionRequest', {
  QueueUrl: member(string, { required: true }),
  Label: member(string, { required: true }),
});

export interface SendMessageBatchRequest {
  QueueUrl: string;
  Entries: SendMessageBatchRequestEntry[];
}
export const SendMessageBatchRequest: Structure = structure('SendMessageBatchRequest', {
  QueueUrl: member(string, { required: true }),
  Entries: member(list(() => SendMessageBatchRequestEntry), { required: true, xmlName: 'SendMessageBatchRequestEntry', xmlFlattened: true }),
});

export interface SendMessageBatchRequestEntry {
  Id: string;
  MessageBody: string;
  DelaySeconds?: number | undefined;
  MessageAttributes?: Record<string, MessageAttributeValue> | undefined;
  MessageSystemAttributes?: Record<string, MessageSystemAttributeValue> | undefined;
  MessageDeduplicationId?: string | undefined;
  MessageGroupId?: string | undefined;
}
export const SendMessageBatchRequestEntry: Structure = structure('SendMessageBatchRequestEntry', {
  Id: member(string, { required: true }),
  MessageBody: member(string, { required: true }),
  DelaySeconds: integer,
  MessageAttributes: member(map(() => MessageAttributeValue, 'Name', 'Value'), { xmlName: 'MessageAttribute', xmlFlattened: true }),
  MessageSystemAttributes: member(map(() => MessageSystemAttributeValue, 'Name', 'Value'), { xmlName: 'MessageSystemAttribute', xmlFlattened: true }),
  MessageDeduplicationId: string,
  MessageGroupId: string,
});

export interface SendMessageBatchResult {
  Successful: SendMessageBatchResultEntry[];
  Failed: BatchResultErrorEntry[];
}
export const SendMessageBatchResult: Structure = structure('SendMessageBatchResult', {
  Successful: member(list(() => SendMessageBatchResultEntry), { required: true, xmlName: 'SendMessageBatchResultEntry', xmlFlattened: true }),
  Failed: member(list(() => BatchResultErrorEntry), { required: true, xmlName: 'BatchResultErrorEntry', xmlFlattened: true }),
});

export interface SendMessageBatchResultEntry {
  Id: string;
  MessageId: string;
  MD5OfMessageBody: string;
  MD5OfMessageAttributes?: string | undefined;
  MD5OfMessageSystemAttributes?: string | undefined;
  SequenceNumber?: string | undefined;
}
export const SendMessageBatchResultEntry: Structure = structure('SendMessageBatchResultEntry', {
  Id: member(string, { required: true }),
  MessageId: member(string, { required: true }),
  MD5OfMessageBody: member(string, { required: true }),
  MD5OfMessageAttributes: string,
  MD5OfMessageSystemAttributes: string,
  SequenceNumber: string,
});

export interface SendMessageRequest {
  QueueUrl: string;
  MessageBody: string;
  DelaySeconds?: number | undefined;
  MessageAttributes?: Record<string, MessageAttributeValue> | undefined;
  MessageSystemAttributes?: Record<string, MessageSystemAttributeValue> | undefined;
  MessageDeduplicationId?: string | undefined;
  MessageGroupId?: string | undefined;
}
export const SendMessageRequest: Structure = structure('SendMessageRequest', {
  QueueUrl: member(string, { required: true }),
  MessageBody: member(string, { required: true }),
  DelaySeconds: integer,
  MessageAttributes: member(map(() => MessageAttributeValue, 'Name', 'Value'), { xmlName: 'MessageAttribute', xmlFlattened: true }),
  MessageSystemAttributes: member(map(() => MessageSystemAttributeValue, 'Name', 'Value'), { xmlName: 'MessageSystemAttribute', xmlFlattened: true }),
  MessageDeduplicationId: string,
  MessageGroupId: string,
});

export interface SendMessageResult {
  MD5OfMessageBody?: string | undefined;
  MD5OfMessageAttributes?: string | undefined;
  MD5OfMessageSystemAttributes?: string | undefined;
  MessageId?: string | undefined;
  SequenceNumber?: string | undefined;
}
export const SendMessageResult: Structure = structure('SendMessageResult', {
  MD5OfMessageBody: string,
  MD5OfMessageAttributes: string,
  MD5OfMessageSystemAttributes: string,
  MessageId: string,
  SequenceNumber: string,
});

export interface SetQueueAttributesRequest {
  QueueUrl: string;
  Attributes: Record<string, string>;
}
export const SetQueueAttributesRequest: Structure = structure('SetQueueAttributesRequest', {
  QueueUrl: member(string, { required: true }),
  Attributes: member(map(string, 'Name', 'Value'), { required: true, xmlName: 'Attribute', xmlFlattened: true }),
});

export interface StartMessageMoveTaskRequest {
  SourceArn: string;
  DestinationArn?: string | undefined;
  MaxNumberOfMessagesPerSecond?: number | undefined;
}
export const StartMessageMoveTaskRequest: Structure = structure('StartMessageMoveTaskRequest', {
  SourceArn: member(string, { required: true }),
  DestinationArn: string,
  MaxNumberOfMessagesPerSecond: integer,
});

export interface StartMessageMoveTaskResult {
  TaskHandle?: string | undefined;
}
export const StartMessageMoveTaskResult: Structure = structure('StartMessageMoveTaskResult', {
  TaskHandle: string,
});

export interface TagQueueRequest {
  QueueUrl: string;
  Tags: Record<string, string>;
}
export const TagQueueRequest: Structure = structure('TagQueueRequest', {
  QueueUrl: member(string, { required: true }),
  Tags: member(map(string, 'Key', 'Value'), { required: true, xmlName: 'Tag', xmlFlattened: true }),
});

export interface UntagQueueRequest {
  QueueUrl: string;
  TagKeys: string[];
}
export const UntagQueueRequest: Structure = structure('UntagQueueRequest', {
  QueueUrl: member(string, { required: true }),
  TagKeys: member(list(string), { required: true, xmlName: 'TagKey', xmlFlattened: true }),
});

export interface Operations {
  AddPermission: { input: AddPermissionRequest; output: Unit };
  CancelMessageMoveTask: { input: CancelMessageMoveTaskRequest; output: CancelMessageMoveTaskResult };
  ChangeMessageVisibility: { input: ChangeMessageVisibilityRequest; output: Unit };
  ChangeMessageVisibilityBatch: { input: ChangeMessageVisibilityBatchRequest; output: ChangeMessageVisibilityBatchResult };
  CreateQueue: { input: CreateQueueRequest; output: CreateQueueResult };
  DeleteMessage: { input: DeleteMessageRequest; output: Unit };
  DeleteMessageBatch: { input: DeleteMessageBatchRequest; output: DeleteMessageBatchResult };
  DeleteQueue: { input: DeleteQueueRequest; output: Unit };
  GetQueueAttributes: { input: GetQueueAttributesRequest; output: GetQueueAttributesResult };
  GetQueueUrl: { input: GetQueueUrlRequest; output: GetQueueUrlResult };
  ListDeadLetterSourceQueues: { input: ListDeadLetterSourceQueuesRequest; output: ListDeadLetterSourceQueuesResult };
  ListMessageMoveTasks: { input: ListMessageMoveTasksRequest; output: ListMessageMoveTasksResult };
  ListQueueTags: { input: ListQueueTagsRequest; output: ListQueueTagsResult };
  ListQueues: { input: ListQueuesRequest; output: ListQueuesResult };
  PurgeQueue: { input: PurgeQueueRequest; output: Unit };
  ReceiveMessage: { input: ReceiveMessageRequest; output: ReceiveMessageResult };
  RemovePermission: { input: RemovePermissionRequest; output: Unit };
  SendMessage: { input: SendMessageRequest; output: SendMessageResult };
  SendMessageBatch: { input: SendMessageBatchRequest; output: SendMessageBatchResult };
  SetQueueAttributes: { input: SetQueueAttributesRequest; output: Unit };
  StartMessageMoveTask: { input: StartMessageMoveTaskRequest; output: StartMessageMoveTaskResult };
  TagQueue: { input: TagQueueRequest; output: Unit };
  UntagQueue: { input: UntagQueueRequest; output: Unit };
}

export const operations = {
  AddPermission: operation('AddPermission', AddPermissionRequest, unit),
  CancelMessageMoveTask: operation('CancelMessageMoveTask', CancelMessageMoveTaskRequest, CancelMessageMoveTaskResult),
  ChangeMessageVisibility: operation('ChangeMessageVisibility', ChangeMessageVisibilityRequest, unit),
  ChangeMessageVisibilityBatch: operation('ChangeMessageVisibilityBatch', ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult),
  CreateQueue: operation('CreateQueue', CreateQueueRequest, CreateQueueResult),
  DeleteMessage: operation('DeleteMessage', DeleteMessageRequest, unit),
  DeleteMessageBatch: operation('DeleteMessageBatch', DeleteMessageBatchRequest, DeleteMessageBatchResult),
  DeleteQueue: operation('DeleteQueue', DeleteQueueRequest, unit),
  GetQueueAttributes: operation('GetQueueAttributes', GetQueueAttributesRequest, GetQueueAttributesResult),
  GetQueueUrl: operation('GetQueueUrl', GetQueueUrlRequest, GetQueueUrlResult),
  ListDeadLetterSourceQueues: operation('ListDeadLetterSourceQueues', ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResult),
  ListMessageMoveTasks: operation('ListMessageMoveTasks', ListMessageMoveTasksRequest, ListMessageMoveTasksResult),
  ListQueueTags: operation('ListQueueTags', ListQueueTagsRequest, ListQueueTagsResult),
  ListQueues: operation('ListQueues', ListQueuesRequest, ListQueuesResult),
  PurgeQueue: operation('PurgeQueue', PurgeQueueRequest, unit),
  ReceiveMessage: operation('ReceiveMessage', ReceiveMessageRequest, ReceiveMessageResult),
  RemovePermission: operation('RemovePermission', RemovePermissionRequest, unit),
  SendMessage: operation('SendMessage', SendMessageRequest, SendMessageResult),
  SendMessageBatch: operation('SendMessageBatch', SendMessageBatchRequest, SendMessageBatchResult),
  SetQueueAttributes: operation('SetQueueAttributes', SetQueueAttributesRequest, unit),
  StartMessageMoveTask: operation('StartMessageMoveTask', StartMessageMoveTaskRequest, StartMessageMoveTaskResult),
  TagQueue: operation('TagQueue', TagQueueRequest, unit),
  UntagQueue: operation('UntagQueue', UntagQueueRequest, unit),
};

export const errors = {
  AccessDeniedException: { code: 'AccessDenied', status: 403, fault: 'client', message: 'message' },
  BatchEntryIdsNotDistinct: { code: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct', status: 400, fault: 'client', message: 'message' },
  BatchRequestTooLong: { code: 'AWS.SimpleQueueService.BatchRequestTooLong', status: 400, fault: 'client', message: 'message' },
  EmptyBatchRequest: { code: 'AWS.SimpleQueueService.EmptyBatchRequest', status: 400, fault: 'client', message: 'message' },
  InvalidAddress: { code: 'InvalidAddress', status: 404, fault: 'client', message: 'message' },
  InvalidAttributeName: { code: 'InvalidAttributeName', status: 400, fault: 'client', message: 'message' },
  InvalidAttributeValue: { code: 'InvalidAttributeValue', status: 400, fault: 'client', message: 'message' },
  InvalidBatchEntryId: { code: 'AWS.SimpleQueueService.InvalidBatchEntryId', status: 400, fault: 'client', message: 'message' },
  InvalidIdFormat: { code: 'InvalidIdFormat', status: 400, fault: 'client', message: 'message' },
  InvalidMessageContents: { code: 'InvalidMessageContents', status: 400, fault: 'client', message: 'message' },
  InvalidParameterValueException: { code: 'InvalidParameterValue', status: 400, fault: 'client', message: 'message' },
  InvalidSecurity: { code: 'InvalidSecurity', status: 403, fault: 'client', message: 'message' },
  KmsAccessDenied: { code: 'KMS.AccessDeniedException', status: 400, fault: 'client', message: 'message' },
  KmsDisabled: { code: 'KMS.DisabledException', status: 400, fault: 'client', message: 'message' },
  KmsInvalidKeyUsage: { code: 'KMS.InvalidKeyUsageException', status: 400, fault: 'client', message: 'message' },
  KmsInvalidState: { code: 'KMS.InvalidStateException', status: 400, fault: 'client', message: 'message' },
  KmsNotFound: { code: 'KMS.NotFoundException', status: 400, fault: 'client', message: 'message' },
  KmsOptInRequired: { code: 'KMS.OptInRequired', status: 403, fault: 'client', message: 'message' },
  KmsThrottled: { code: 'KMS.ThrottlingException', status: 400, fault: 'client', message: 'message' },
  MessageNotInflight: { code: 'AWS.SimpleQueueService.MessageNotInflight', status: 400, fault: 'client', message: 'message' },
  MissingRequiredParameterException: { code: 'MissingParameter', status: 400, fault: 'client', message: 'message' },
  OverLimit: { code: 'OverLimit', status: 403, fault: 'client', message: 'message' },
  PurgeQueueInProgress: { code: 'AWS.SimpleQueueService.PurgeQueueInProgress', status: 403, fault: 'client', message: 'message' },
  QueueDeletedRecently: { code: 'AWS.SimpleQueueService.QueueDeletedRecently', status: 400, fault: 'client', message: 'message' },
  QueueDoesNotExist: { code: 'AWS.SimpleQueueService.NonExistentQueue', status: 400, fault: 'client', message: 'message' },
  QueueNameExists: { code: 'QueueAlreadyExists', status: 400, fault: 'client', message: 'message' },
  ReceiptHandleIsInvalid: { code: 'ReceiptHandleIsInvalid', status: 404, fault: 'client', message: 'message' },
  RequestThrottled: { code: 'RequestThrottled', status: 403, fault: 'client', message: 'message' },
  ResourceNotFoundException: { code: 'ResourceNotFoundException', status: 404, fault: 'client', message: 'message' },
  TooManyEntriesInBatchRequest: { code: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest', status: 400, fault: 'client', message: 'message' },
  UnsupportedOperation: { code: 'AWS.SimpleQueueService.UnsupportedOperation', status: 400, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AddPermission: 'POST /',
  CancelMessageMoveTask: 'POST /',
  ChangeMessageVisibility: 'POST /',
  ChangeMessageVisibilityBatch: 'POST /',
  CreateQueue: 'POST /',
  DeleteMessage: 'POST /',
  DeleteMessageBatch: 'POST /',
  DeleteQueue: 'POST /',
  GetQueueAttributes: 'POST /',
  GetQueueUrl: 'POST /',
  ListDeadLetterSourceQueues: 'POST /',
  ListMessageMoveTasks: 'POST /',
  ListQueueTags: 'POST /',
  ListQueues: 'POST /',
  PurgeQueue: 'POST /',
  ReceiveMessage: 'POST /',
  RemovePermission: 'POST /',
  SendMessage: 'POST /',
  SendMessageBatch: 'POST /',
  SetQueueAttributes: 'POST /',
  StartMessageMoveTask: 'POST /',
  TagQueue: 'POST /',
  UntagQueue: 'POST /',
} as const;
