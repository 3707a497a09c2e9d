import {
  ACCOUNT,
  arn,
  type BadInput,
  deepJson,
  formRequest,
  jsonRequest,
  policy,
} from './bad-input.ts';

const call = (operation: string, body: string | Uint8Array | object) =>
  jsonRequest('sqs', `AmazonSQS.${operation}`, body);
const form = (parameters: Readonly<Record<string, string>> | string) =>
  formRequest('sqs', parameters);
const QueueUrl = `http://127.0.0.1/${ACCOUNT}/kept`;
const send = (members: object) => call('SendMessage', { QueueUrl, MessageBody: 'x', ...members });
const create = (Attributes: object, QueueName = 'new') =>
  call('CreateQueue', { QueueName, Attributes });
const set = (Attributes: object) => call('SetQueueAttributes', { QueueUrl, Attributes });
const entries = (count: number, body = 'x') =>
  Array.from({ length: count }, (_, i) => ({ Id: `entry-${i}`, MessageBody: body }));
const MESSAGE_BYTES_MAX = 1_048_576;

export const sqs: BadInput = {
  '400 SerializationException': {
    'JSON that ends early': call('ListQueues', '{"QueueNamePrefix":'),
    'JSON that is a list': call('ListQueues', '[]'),
    'JSON that is not UTF-8': call('CreateQueue', Buffer.from('{"QueueName":"\xff"}', 'latin1')),
    'JSON with something behind it': call('CreateQueue', '{"QueueName":"new"}{}'),
    'a number for a text': call('CreateQueue', { QueueName: 1 }),
    'a list for a map': create(['DelaySeconds']),
    'a number beyond all numbers': call(
      'ReceiveMessage',
      `{"QueueUrl":"${QueueUrl}","MaxNumberOfMessages":1e999}`,
    ),
    'a fraction for a whole number': call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 1.5 }),
    'bytes that are not base64': send({
      MessageAttributes: { a: { DataType: 'Binary', BinaryValue: '!' } },
    }),
  },
  '400 MissingParameter': {
    'JSON nested too deeply': call('CreateQueue', deepJson),
    'an attribute with a name alone': form(
      'Action=CreateQueue&QueueName=new&Attribute.1.Name=DelaySeconds',
    ),
    'no name': call('CreateQueue', {}),
    'an empty message': send({ MessageBody: '' }),
    'a FIFO message without a group': send({ QueueUrl: `${QueueUrl}.fifo` }),
  },
  '400 UnknownOperationException': {
    'an operation that nobody has': call('PaintQueue', {}),
    'a service that is not offered': jsonRequest('dynamodb', 'DynamoDB_20120810.ListTables', {}),
    'GET for an operation in JSON': { ...call('PurgeQueue', { QueueUrl }), method: 'GET' },
  },
  '400 InvalidSignatureException': {
    'an operation of another service': jsonRequest('sqs', 'AWSEvents.PutRule', {}),
  },
  '413 RequestEntityTooLargeException': {
    'more than a request may be': { ...call('SendMessage', ''), announced: 100_000_000 },
  },
  '400 InvalidAction': {
    'a form without an action': form('QueueName=new'),
    'a form with an unknown action': form({ Action: 'PaintQueue' }),
  },
  '400 MalformedQueryString': {
    'a form that is not UTF-8': form('Action=CreateQueue&QueueName=%ff'),
    'a parameter with both value and parts': form('Action=CreateQueue&QueueName=new&QueueName.x=1'),
  },
  '400 InvalidParameterValue': {
    'a name with a space': create({}, 'a b'),
    'a name with a NUL': create({}, 'a\0b'),
    'too long a name': create({}, 'q'.repeat(81)),
    'FIFO without the suffix': create({ FifoQueue: 'true' }),
    'a redrive policy that is no JSON': set({ RedrivePolicy: 'dead' }),
    'a dead-letter queue that is not there': set({
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arn('sqs', 'gone'),
        maxReceiveCount: 1,
      }),
    }),
    'a dead-letter queue that is no ARN': set({
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: 'gone', maxReceiveCount: 1 }),
    }),
    'too many receives': set({
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arn('sqs', 'letters'),
        maxReceiveCount: 1001,
      }),
    }),
    'a tag with a reserved key': call('TagQueue', { QueueUrl, Tags: { 'aws:owner': 'x' } }),
    'too large a message': send({ MessageBody: 'x'.repeat(MESSAGE_BYTES_MAX + 1) }),
    'too long a delay': send({ DelaySeconds: 901 }),
    'a delay before now': send({ DelaySeconds: -1 }),
    'an attribute of no type': send({
      MessageAttributes: { a: { DataType: 'Colour', StringValue: 'red' } },
    }),
    'a number that is none': send({
      MessageAttributes: { a: { DataType: 'Number', StringValue: 'two' } },
    }),
    'an attribute without a value': send({
      MessageAttributes: { a: { DataType: 'String', StringValue: '' } },
    }),
    'an attribute called AWS.': send({
      MessageAttributes: { 'AWS.a': { DataType: 'String', StringValue: 'b' } },
    }),
    'too many attributes': send({
      MessageAttributes: Object.fromEntries(
        Array.from({ length: 11 }, (_, i) => [`a${i}`, { DataType: 'String', StringValue: 'b' }]),
      ),
    }),
    'eleven messages at once': call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 11 }),
    'a wait of a minute': call('ReceiveMessage', { QueueUrl, WaitTimeSeconds: 60 }),
    'a move from a queue that is no dead-letter queue': call('StartMessageMoveTask', {
      SourceArn: arn('sqs', 'kept'),
    }),
    'a move from nowhere': call('StartMessageMoveTask', { SourceArn: 'kept' }),
  },
  '400 InvalidAttributeName': {
    'an unknown attribute': create({ Colour: 'red' }),
    'an attribute called __proto__': call(
      'CreateQueue',
      '{"QueueName":"new","Attributes":{"__proto__":"1"}}',
    ),
  },
  '400 InvalidAttributeValue': {
    'a delay that is no number': create({ DelaySeconds: 'soon' }),
    'a retention out of range': set({ MessageRetentionPeriod: '59' }),
    'a huge visibility timeout': set({ VisibilityTimeout: '9'.repeat(40) }),
    'a policy that is no JSON': set({ Policy: '{' }),
    'a policy without statements': set({ Policy: '{"Version":"2012-10-17"}' }),
    'a policy with an unknown operator': set({
      Policy: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: 'sqs:*',
        Resource: arn('sqs', 'kept'),
        Condition: { Sounds: { a: 'b' } },
      }),
    }),
    'a policy nested too deeply': set({ Policy: deepJson }),
  },
  '400 QueueAlreadyExists': {
    'other attributes for the same name': create({ DelaySeconds: '7' }, 'kept'),
  },
  '400 AWS.SimpleQueueService.NonExistentQueue': {
    'a queue that is not there': call('DeleteQueue', { QueueUrl: `${QueueUrl}-not` }),
    'a URL that is none': call('PurgeQueue', { QueueUrl: 'kept\0' }),
  },
  '404 InvalidAddress': {
    'a URL of another region': call('PurgeQueue', {
      QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/kept`,
    }),
  },
  '400 InvalidMessageContents': {
    'a message with a NUL': send({ MessageBody: 'a\0b' }),
    'a message with half a surrogate pair': call(
      'SendMessage',
      `{"QueueUrl":"${QueueUrl}","MessageBody":"\\ud800"}`,
    ),
  },
  '400 AWS.SimpleQueueService.EmptyBatchRequest': {
    'a batch of nothing': call('SendMessageBatch', { QueueUrl, Entries: [] }),
  },
  '400 AWS.SimpleQueueService.TooManyEntriesInBatchRequest': {
    'a batch of eleven': call('SendMessageBatch', { QueueUrl, Entries: entries(11) }),
  },
  '400 AWS.SimpleQueueService.BatchEntryIdsNotDistinct': {
    'a batch of two with one id': call('SendMessageBatch', {
      QueueUrl,
      Entries: [...entries(1), ...entries(1)],
    }),
  },
  '400 AWS.SimpleQueueService.BatchRequestTooLong': {
    'a batch that is too large': call('SendMessageBatch', {
      QueueUrl,
      Entries: entries(3, 'x'.repeat(MESSAGE_BYTES_MAX / 2)),
    }),
  },
  '400 AWS.SimpleQueueService.InvalidBatchEntryId': {
    'an id with a space': call('SendMessageBatch', {
      QueueUrl,
      Entries: [{ Id: 'a b', MessageBody: 'x' }],
    }),
  },
  '404 ReceiptHandleIsInvalid': {
    'a receipt handle that is none': call('DeleteMessage', { QueueUrl, ReceiptHandle: 'handle' }),
  },
};
