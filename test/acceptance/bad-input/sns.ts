import { arn, type BadInput, DEEP, deepJson, formRequest, policy } from './bad-input.ts';

const call = (Action: string, parameters: Readonly<Record<string, string>> = {}) =>
  formRequest('sns', { Action, Version: '2010-03-31', ...parameters });
const TopicArn = arn('sns', 'kept');
const publish = (parameters: Readonly<Record<string, string>>) =>
  call('Publish', { TopicArn, Message: 'x', ...parameters });
const create = (Name: string, parameters: Readonly<Record<string, string>> = {}) =>
  call('CreateTopic', { Name, ...parameters });
const set = (AttributeName: string, AttributeValue: string) =>
  call('SetTopicAttributes', { TopicArn, AttributeName, AttributeValue });
const subscribe = (Protocol: string, Endpoint: string, attributes: readonly string[] = []) =>
  call('Subscribe', {
    TopicArn,
    Protocol,
    Endpoint,
    ...Object.fromEntries(
      attributes.map((text, i) => [`Attributes.entry.1.${i === 0 ? 'key' : 'value'}`, text]),
    ),
  });
const attribute = (name: string, type: string, value: string) => ({
  'MessageAttributes.entry.1.Name': name,
  'MessageAttributes.entry.1.Value.DataType': type,
  'MessageAttributes.entry.1.Value.StringValue': value,
});
const batch = (ids: readonly string[], message = 'x') =>
  call('PublishBatch', {
    TopicArn,
    ...Object.fromEntries(
      ids.flatMap((id, i) => [
        [`PublishBatchRequestEntries.member.${i + 1}.Id`, id],
        [`PublishBatchRequestEntries.member.${i + 1}.Message`, message],
      ]),
    ),
  });
const MESSAGE_BYTES_MAX = 262_144;
const queue = arn('sqs', 'kept');

export const sns: BadInput = {
  '400 InvalidAction': {
    'no action': formRequest('sns', ''),
    'an unknown action': call('PaintTopic'),
    JSON: {
      ...formRequest('sns', '{"Name":"new"}'),
      headers: { 'content-type': 'application/json' },
    },
  },
  '400 MalformedQueryString': {
    'a form that is not UTF-8': formRequest('sns', 'Action=CreateTopic&Name=%ff'),
    'a percent sign that encodes nothing': formRequest('sns', 'Action=CreateTopic&Name=100%'),
    'a parameter nested too deeply': formRequest(
      'sns',
      `Action=CreateTopic&Name${'.x'.repeat(DEEP)}=1`,
    ),
  },
  '400 MalformedInput': {
    'a list with a name for a number': formRequest(
      'sns',
      'Action=CreateTopic&Name=new&Tags.member.x.Key=a',
    ),
  },
  '400 UnknownOperationException': {
    'a service that is not offered': formRequest('ec2', 'Action=RunInstances&Version=2016-11-15'),
  },
  '413 RequestEntityTooLargeException': {
    'more than a request may be': { ...call('Publish'), announced: 100_000_000 },
  },
  '400 ValidationError': {
    'no name': call('CreateTopic'),
    'a batch of nothing': batch([]),
  },
  '400 InvalidParameter': {
    'a name with a NUL': create('a\0b'),
    'too long a name': create('t'.repeat(257)),
    'FIFO without the suffix': create('new', {
      'Attributes.entry.1.key': 'FifoTopic',
      'Attributes.entry.1.value': 'true',
    }),
    'an unknown attribute': create('new', {
      'Attributes.entry.1.key': 'Colour',
      'Attributes.entry.1.value': 'red',
    }),
    'an ARN that is none': call('DeleteTopic', { TopicArn: 'kept' }),
    'the ARN of a queue': call('DeleteTopic', { TopicArn: queue }),
    'an unknown attribute of a topic': set('Colour', 'red'),
    'a policy that is no JSON': set('Policy', '{'),
    'a policy about another service': set(
      'Policy',
      policy({ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: TopicArn }),
    ),
    'a policy nested too deeply': set('Policy', deepJson),
    'a delivery policy that is no JSON': set('DeliveryPolicy', 'often'),
    'too many retries': set(
      'DeliveryPolicy',
      JSON.stringify({ http: { defaultHealthyRetryPolicy: { numRetries: 1e9 } } }),
    ),
    'a protocol that is none': subscribe('pigeon', 'home'),
    'a queue that is no ARN': subscribe('sqs', 'kept'),
    'a FIFO queue for a standard topic': subscribe('sqs', arn('sqs', 'kept.fifo')),
    'a URL of another protocol': subscribe('http', 'https://example.com'),
    'a URL that is none': subscribe('http', 'http://'),
    'a mail address that is none': subscribe('email', 'me'),
    'a filter policy that is no JSON': subscribe('sqs', queue, ['FilterPolicy', '{']),
    'a filter policy nested too deeply': subscribe('sqs', queue, ['FilterPolicy', deepJson]),
    'a filter policy with an unknown operator': subscribe('sqs', queue, [
      'FilterPolicy',
      '{"a":[{"sounds":"b"}]}',
    ]),
    'a dead-letter queue that is no ARN': subscribe('sqs', queue, [
      'RedrivePolicy',
      '{"deadLetterTargetArn":"letters"}',
    ]),
    'a token that confirms nothing': call('ConfirmSubscription', { TopicArn, Token: 'token' }),
    'an empty message': publish({ Message: '' }),
    'too large a message': publish({ Message: 'x'.repeat(MESSAGE_BYTES_MAX + 1) }),
    'a subject of two lines': publish({ Subject: 'a\nb' }),
    'too long a subject': publish({ Subject: 's'.repeat(101) }),
    'a structure that is no JSON': publish({ MessageStructure: 'json', Message: '{' }),
    'a structure without a default': publish({ MessageStructure: 'json', Message: '{"sqs":"x"}' }),
    'a structure nested too deeply': publish({ MessageStructure: 'json', Message: deepJson }),
    'a message to nobody': call('Publish', { Message: 'x' }),
  },
  '404 NotFound': {
    'a topic that is not there': call('GetTopicAttributes', { TopicArn: arn('sns', 'gone') }),
    'a subscription that is not there': call('GetSubscriptionAttributes', {
      SubscriptionArn: `${TopicArn}:00000000-0000-0000-0000-000000000000`,
    }),
  },
  '400 ParameterValueInvalid': {
    'an attribute of no type': publish(attribute('a', 'Colour', 'red')),
    'a number that is none': publish(attribute('a', 'Number', 'two')),
  },
  '400 TooManyEntriesInBatchRequest': {
    'a batch of eleven': batch(Array.from({ length: 11 }, (_, i) => `${i}`)),
  },
  '400 BatchEntryIdsNotDistinct': {
    'a batch of two with one id': batch(['a', 'a']),
  },
  '400 BatchRequestTooLong': {
    'a batch that is too large': batch(['a', 'b'], 'x'.repeat(MESSAGE_BYTES_MAX / 2 + 1)),
  },
};
