import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import type { NotificationConfiguration } from '../../../src/aws/models/s3.ts';
import {
  type CheckOptions,
  checkNotificationConfiguration,
} from '../../../src/events/notification/index.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';
const TOPIC = 'arn:aws:sns:us-east-1:123456789012:t';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const CREATED = ['s3:ObjectCreated:*'];
const REMOVED = ['s3:ObjectRemoved:*'];

type Rules = Record<string, string>;
const filter = (rules: Rules) => ({
  Key: { FilterRules: Object.entries(rules).map(([Name, Value]) => ({ Name, Value })) },
});
const queue = (Events: string[], rules?: Rules, members: object = {}) => ({
  QueueArn: QUEUE,
  Events,
  ...(rules && { Filter: filter(rules) }),
  ...members,
});
const topic = (Events: string[], rules?: Rules) => ({
  TopicArn: TOPIC,
  Events,
  ...(rules && { Filter: filter(rules) }),
});
const lambda = (Events: string[], rules?: Rules) => ({
  LambdaFunctionArn: FUNCTION,
  Events,
  ...(rules && { Filter: filter(rules) }),
});
const queues = (...QueueConfigurations: ReturnType<typeof queue>[]) => ({ QueueConfigurations });

function refusal(
  configuration: NotificationConfiguration,
  options: Partial<CheckOptions> = {},
): AwsError | undefined {
  try {
    checkNotificationConfiguration(configuration, { region: 'us-east-1', ...options });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof AwsError);
    return error;
  }
}

describe('notification configurations that are accepted', () => {
  const cases: [name: string, configuration: NotificationConfiguration][] = [
    ['an empty one', {}],
    ['EventBridge alone', { EventBridgeConfiguration: {} }],
    ['EventBridge beside everything', { EventBridgeConfiguration: {}, ...queues(queue(CREATED)) }],
    [
      'filter names in any case',
      queues(queue(CREATED, { prefix: 'a' }), queue(CREATED, { SUFFIX: 'b', Prefix: 'c' })),
    ],
    ['empty filter values', queues(queue(CREATED, { Prefix: '', Suffix: '' }))],
    ['a filter without rules', queues({ ...queue(CREATED), Filter: { Key: {} } } as never)],
    ['a value of 1024 bytes', queues(queue(CREATED, { prefix: 'é'.repeat(512) }))],
    [
      'disjoint event families',
      { ...queues(queue(CREATED)), TopicConfigurations: [topic(REMOVED)] },
    ],
    [
      'disjoint members of one family',
      queues(queue(['s3:ObjectCreated:Put']), queue(['s3:ObjectCreated:Copy'])),
    ],
    [
      'disjoint prefixes',
      {
        ...queues(queue(CREATED, { prefix: 'images/' })),
        TopicConfigurations: [topic(CREATED, { prefix: 'logs/' })],
      },
    ],
    [
      'one prefix, disjoint suffixes',
      queues(
        queue(CREATED, { prefix: 'images/', suffix: '.jpg' }),
        queue(CREATED, { prefix: 'images/', suffix: '.png' }),
      ),
    ],
    [
      'nested prefixes, disjoint suffixes',
      queues(
        queue(CREATED, { prefix: 'a/', suffix: '.jpg' }),
        queue(CREATED, { prefix: 'a/b/', suffix: '.png' }),
      ),
    ],
    [
      'an event twice in one configuration',
      queues(queue(['s3:ObjectCreated:*', 's3:ObjectCreated:Put'])),
    ],
    [
      'a qualified function',
      {
        LambdaFunctionConfigurations: [{ LambdaFunctionArn: `${FUNCTION}:live`, Events: CREATED }],
      },
    ],
    ['the same queue twice', queues(queue(CREATED), queue(REMOVED))],
    [
      '100 configurations',
      queues(...Array.from({ length: 100 }, (_, at) => queue(CREATED, { prefix: `${at}/` }))),
    ],
    [
      'all of a folder to a queue, and one suffix of it to a function',
      {
        ...queues(queue(CREATED, { prefix: 'uploads/' })),
        LambdaFunctionConfigurations: [
          {
            LambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
            Events: CREATED,
            Filter: {
              Key: {
                FilterRules: [
                  { Name: 'prefix', Value: 'uploads/' },
                  { Name: 'suffix', Value: '.jpg' },
                ],
              },
            },
          },
        ],
      },
    ],
  ];
  for (const [name, configuration] of cases) {
    it(name, () => assert.equal(refusal(configuration), undefined));
  }
});

describe('notification configurations that are refused', () => {
  const OVERLAP =
    'Configurations overlap. Configurations on the same bucket cannot share a common event type.';
  const AMBIGUOUS =
    'Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.';
  const PARSE = 'The ARN could not be parsed';
  const cases: [
    name: string,
    configuration: NotificationConfiguration,
    message: string,
    argument?: [string, string],
  ][] = [
    [
      'a queue that is no ARN',
      { QueueConfigurations: [{ QueueArn: 'invalid-queue', Events: CREATED }] },
      PARSE,
      ['Queue', 'invalid-queue'],
    ],
    [
      'a topic that is no ARN',
      { TopicConfigurations: [{ TopicArn: 'invalid-topic', Events: CREATED }] },
      PARSE,
      ['Topic', 'invalid-topic'],
    ],
    [
      'a function that is no ARN',
      { LambdaFunctionConfigurations: [{ LambdaFunctionArn: 'invalid', Events: CREATED }] },
      PARSE,
      ['CloudFunction', 'invalid'],
    ],
    [
      'a topic among the queues',
      { QueueConfigurations: [{ QueueArn: TOPIC, Events: CREATED }] },
      PARSE,
      ['Queue', TOPIC],
    ],
    [
      'an ARN without region',
      { QueueConfigurations: [{ QueueArn: 'arn:aws:sqs::123456789012:q', Events: CREATED }] },
      PARSE,
      ['Queue', 'arn:aws:sqs::123456789012:q'],
    ],
    [
      'the first of two bad ARNs',
      {
        QueueConfigurations: [
          { QueueArn: 'bad1', Events: CREATED },
          { QueueArn: 'bad2', Events: REMOVED },
        ],
      },
      PARSE,
      ['Queue', 'bad1'],
    ],
    [
      'an unknown event',
      queues(queue(['s3:ObjectCreated:Upload'])),
      'The event is not supported for notifications',
      ['Event', 's3:ObjectCreated:Upload'],
    ],
    [
      'the test event',
      queues(queue(['s3:TestEvent'])),
      'The event is not supported for notifications',
      ['Event', 's3:TestEvent'],
    ],
    [
      'an unknown filter name',
      queues(queue(CREATED, { INVALID: 'a' })),
      'filter rule name must be either prefix or suffix',
      ['FilterRule.Name', 'INVALID'],
    ],
    [
      'two prefixes',
      queues(queue(CREATED, { prefix: 'a', Prefix: 'b' })),
      'Cannot specify more than one prefix rule in a filter.',
      ['FilterRule.Name', 'prefix'],
    ],
    [
      'two suffixes',
      queues(queue(CREATED, { suffix: 'a', SUFFIX: 'a' })),
      'Cannot specify more than one suffix rule in a filter.',
      ['FilterRule.Name', 'suffix'],
    ],
    [
      'a value of 1025 bytes',
      queues(queue(CREATED, { prefix: `${'é'.repeat(512)}a` })),
      'Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation',
      ['FilterRule.Value', `${'é'.repeat(512)}a`],
    ],
    [
      'one id twice',
      queues(queue(CREATED, undefined, { Id: 'x' }), queue(REMOVED, undefined, { Id: 'x' })),
      'Same ID used for multiple configurations. IDs must be unique',
      ['Id', 'x'],
    ],
    [
      'one event twice, without filters',
      queues(queue(REMOVED), queue(REMOVED)),
      OVERLAP,
      ['Event', 's3:ObjectRemoved:*, s3:ObjectRemoved:*'],
    ],
    [
      'a family and its member',
      {
        ...queues(queue(['s3:ObjectTagging:Put', 's3:ObjectCreated:Put'])),
        LambdaFunctionConfigurations: [lambda(CREATED)],
      },
      OVERLAP,
      ['Event', 's3:ObjectCreated:Put, s3:ObjectCreated:*'],
    ],
    [
      'empty filters are no filters',
      queues(queue(CREATED, { prefix: '' }), queue(CREATED)),
      OVERLAP,
      ['Event', 's3:ObjectCreated:*, s3:ObjectCreated:*'],
    ],
    [
      'all keys and some keys',
      queues(queue(CREATED), queue(CREATED, { prefix: 'images' })),
      AMBIGUOUS,
    ],
    [
      'nested prefixes',
      {
        ...queues(queue(CREATED, { prefix: 'images/' })),
        TopicConfigurations: [topic(CREATED, { prefix: 'images/cats/' })],
      },
      AMBIGUOUS,
    ],
    [
      'nested suffixes',
      queues(queue(CREATED, { suffix: 'jpg' }), queue(CREATED, { suffix: 'pg' })),
      AMBIGUOUS,
    ],
    [
      'a prefix with a suffix and that suffix alone',
      queues(
        queue(CREATED, { prefix: 'images', suffix: 'jpg' }),
        queue(CREATED, { suffix: 'jpg' }),
      ),
      AMBIGUOUS,
    ],
    [
      'one prefix, encoded and raw',
      queues(queue(CREATED, { prefix: 'my+photos/' }), queue(CREATED, { prefix: 'my photos/' })),
      AMBIGUOUS,
    ],
  ];
  for (const [name, configuration, message, argument] of cases) {
    it(name, () => {
      const error = refusal(configuration, { skipDestinationValidation: true });
      assert.deepEqual(
        [error?.code, error?.status, error?.message, error?.members],
        [
          'InvalidArgument',
          400,
          message,
          argument ? { ArgumentName: argument[0], ArgumentValue: argument[1] } : {},
        ],
      );
    });
  }

  it('101 configurations', () => {
    const configuration = queues(
      ...Array.from({ length: 101 }, (_, at) => queue(CREATED, { prefix: `${at}/` })),
    );
    assert.match(
      refusal(configuration)?.message ?? '',
      /more than 100 notification configurations/,
    );
  });

  it('filter rules and events that the schema demands', () => {
    const incomplete = (rule: object) =>
      queues({ ...queue(CREATED), Filter: { Key: { FilterRules: [rule] } } } as never);
    for (const configuration of [
      incomplete({ Name: 'prefix' }),
      incomplete({ Value: 'a' }),
      incomplete({}),
      queues(queue([])),
    ]) {
      assert.equal(refusal(configuration)?.code, 'MalformedXML');
    }
  });

  it('a destination in another region, unless destinations are not validated', () => {
    const message =
      'The notification destination service region is not valid for the bucket location constraint';
    for (const configuration of [
      queues(queue(CREATED)),
      { TopicConfigurations: [topic(CREATED)] },
      { LambdaFunctionConfigurations: [lambda(CREATED)] },
    ]) {
      assert.equal(refusal(configuration, { region: 'eu-west-1' })?.message, message);
      assert.equal(
        refusal(configuration, { region: 'eu-west-1', skipDestinationValidation: true }),
        undefined,
      );
    }
  });
});
