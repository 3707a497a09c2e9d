import { arn, type BadInput, deepJson, jsonRequest } from './bad-input.ts';

const call = (operation: string, body: string | object) =>
  jsonRequest('events', `AWSEvents.${operation}`, body);
const rule = (members: object) =>
  call('PutRule', { Name: 'new', EventPattern: '{"source":["a"]}', ...members });
const pattern = (EventPattern: string) => rule({ EventPattern });
const schedule = (ScheduleExpression: string) =>
  rule({ EventPattern: undefined, ScheduleExpression });
const target = (members: object) =>
  call('PutTargets', {
    Rule: 'kept',
    Targets: [{ Id: 'new', Arn: arn('sqs', 'kept'), ...members }],
  });
const put = (entries: unknown) => call('PutEvents', { Entries: entries });
const entry = { Source: 'a', DetailType: 'b', Detail: '{}' };

export const events: BadInput = {
  '400 SerializationException': {
    'JSON that ends early': call('PutRule', '{"Name":"new"'),
    'a time that is none': put([{ ...entry, Time: 'noon' }]),
    'a time beyond all times': put([{ ...entry, Time: 1e300 }]),
  },
  '400 UnknownOperationException': {
    'an operation that nobody has': call('PaintRule', {}),
    'an operation that is not offered': call('CreateConnection', {}),
  },
  '400 ValidationException': {
    'no name': rule({ Name: undefined }),
    'a name with a space': rule({ Name: 'a b' }),
    'a name with a NUL': rule({ Name: 'a\0b' }),
    'too long a name': rule({ Name: 'r'.repeat(65) }),
    'neither pattern nor schedule': rule({ EventPattern: undefined }),
    'an unknown state': rule({ State: 'TIRED' }),
    'a pattern nested too deeply': pattern(deepJson),
    'a rate of nothing': schedule('rate(0 minutes)'),
    'a rate of five minute': schedule('rate(5 minute)'),
    'a rate beyond all numbers': schedule(`rate(${'9'.repeat(200)} days)`),
    'a cron of six stars': schedule('cron(* * * * * *)'),
    'a cron of the 61st minute': schedule('cron(61 * * * ? *)'),
    'a schedule on a bus of its own': rule({
      EventPattern: undefined,
      ScheduleExpression: 'rate(1 day)',
      EventBusName: 'kept',
    }),
    'a rule that still has targets': call('DeleteRule', { Name: 'kept' }),
    'an event that is no event': call('TestEventPattern', {
      EventPattern: '{"source":["a"]}',
      Event: '[]',
    }),
    'a target that is no ARN': target({ Arn: 'kept' }),
    'a target that is not offered': target({ Arn: arn('kinesis', 'stream/kept') }),
    'a target in another region': target({
      Arn: arn('sqs', 'kept').replace('us-east-1', 'eu-west-1'),
    }),
    'a target id with a space': target({ Id: 'a b' }),
    'input that is no JSON': target({ Input: '{' }),
    'input and a path': target({ Input: '{}', InputPath: '$' }),
    'a path that is none': target({ InputPath: 'detail' }),
    'a template with an unknown name': target({ InputTransformer: { InputTemplate: '"<gone>"' } }),
    'a dead-letter queue that is a topic': target({
      DeadLetterConfig: { Arn: arn('sns', 'kept') },
    }),
    'too many retries': target({ RetryPolicy: { MaximumRetryAttempts: 186 } }),
    'no events': put([]),
    'an event that is null': put([null]),
    'eleven events': put(Array.from({ length: 11 }, () => entry)),
    'too much in all': put([{ ...entry, Detail: JSON.stringify({ a: 'x'.repeat(1_100_000) }) }]),
    'the end of the default bus': call('DeleteEventBus', { Name: 'default' }),
    'a permission for nobody': call('PutPermission', {
      StatementId: 'a',
      Action: 'events:PutEvents',
      Principal: 'me',
    }),
    'a policy that is no JSON': call('PutPermission', { EventBusName: 'kept', Policy: '{' }),
    'a replay that ends before it begins': call('StartReplay', {
      ReplayName: 'new',
      EventSourceArn: arn('events', 'archive/kept'),
      EventStartTime: 2000,
      EventEndTime: 1000,
      Destination: { Arn: arn('events', 'event-bus/kept') },
    }),
  },
  '400 ResourceNotFoundException': {
    'a bus that is not there': rule({ EventBusName: 'gone' }),
    'a rule that is not there': call('DisableRule', { Name: 'gone' }),
    'targets of a rule that is not there': call('PutTargets', {
      Rule: 'gone',
      Targets: [{ Id: 'a', Arn: arn('sqs', 'kept') }],
    }),
    'an archive of a bus that is not there': call('CreateArchive', {
      ArchiveName: 'new',
      EventSourceArn: arn('events', 'event-bus/gone'),
    }),
  },
  '400 InvalidEventPatternException': {
    'a pattern that is no JSON': pattern('this'),
    'a pattern that is a list': pattern('[]'),
    'a pattern with a bare value': pattern('{"source":"a"}'),
    'a pattern with an empty list': pattern('{"source":[]}'),
    'a pattern with an unknown operator': pattern('{"source":[{"sounds":"a"}]}'),
    'a pattern with a range of text': pattern('{"a":[{"numeric":["<","b"]}]}'),
    'a pattern with two stars in a row': pattern('{"a":[{"wildcard":"a**b"}]}'),
    'a pattern with too many stars': pattern('{"a":[{"wildcard":"*a*a*a*a*a*a*a*a"}]}'),
  },
  '400 ResourceAlreadyExistsException': {
    'a bus that is there already': call('CreateEventBus', { Name: 'kept' }),
    'a bus called default': call('CreateEventBus', { Name: 'default' }),
  },
};
