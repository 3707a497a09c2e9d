import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NotificationConfiguration } from '../../../src/aws/models/s3.ts';
import { readXml } from '../../../src/aws/protocols/decode-xml.ts';
import { writeXml } from '../../../src/aws/protocols/encode-xml.ts';
import {
  expandRules,
  normalizeNotificationConfiguration,
} from '../../../src/events/notification/index.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';

function counter() {
  let count = 0;
  return () => `id-${++count}`;
}

const decode = (xml: string) =>
  readXml(
    NotificationConfiguration,
    'NotificationConfiguration',
    Buffer.from(xml),
  ) as NotificationConfiguration;

describe('notification configurations as S3 stores them', () => {
  it('get ids where they have none, in base64', () => {
    const normalized = normalizeNotificationConfiguration(
      {
        QueueConfigurations: [
          { QueueArn: QUEUE, Events: ['s3:ObjectCreated:*'] },
          { Id: 'mine', QueueArn: QUEUE, Events: ['s3:ObjectRemoved:*'] },
        ],
        LambdaFunctionConfigurations: [
          { Id: '', LambdaFunctionArn: FUNCTION, Events: ['s3:ObjectTagging:*'] },
        ],
      },
      counter(),
    );
    assert.deepEqual(normalized, {
      QueueConfigurations: [
        { Id: 'aWQtMQ==', QueueArn: QUEUE, Events: ['s3:ObjectCreated:*'] },
        { Id: 'mine', QueueArn: QUEUE, Events: ['s3:ObjectRemoved:*'] },
      ],
      LambdaFunctionConfigurations: [
        { Id: 'aWQtMg==', LambdaFunctionArn: FUNCTION, Events: ['s3:ObjectTagging:*'] },
      ],
    });
  });

  it('name filter rules in one way and keep their values', () => {
    const rules = [
      { Name: 'prefix', Value: 'a+b/' },
      { Name: 'SUFFIX', Value: '' },
    ];
    const normalized = normalizeNotificationConfiguration(
      {
        QueueConfigurations: [
          {
            Id: 'x',
            QueueArn: QUEUE,
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: rules } },
          },
        ],
      },
      counter(),
    );
    assert.deepEqual(normalized.QueueConfigurations?.[0]?.Filter?.Key?.FilterRules, [
      { Name: 'Prefix', Value: 'a+b/' },
      { Name: 'Suffix', Value: '' },
    ]);
  });

  it('have no empty sections', () => {
    const empty = {
      TopicConfigurations: [],
      QueueConfigurations: [],
      LambdaFunctionConfigurations: undefined,
    };
    assert.deepEqual(normalizeNotificationConfiguration(empty, counter()), {});
    assert.deepEqual(
      normalizeNotificationConfiguration({ ...empty, EventBridgeConfiguration: {} }, counter()),
      {
        EventBridgeConfiguration: {},
      },
    );
  });

  it('are written in the order of S3', () => {
    const entry = { Events: ['s3:ObjectAcl:Put'], Id: 'x', Filter: {} };
    const xml = writeXml(NotificationConfiguration, 'N', {
      TopicConfigurations: [{ TopicArn: 't', ...entry }],
      QueueConfigurations: [{ QueueArn: QUEUE, ...entry }],
      LambdaFunctionConfigurations: [{ LambdaFunctionArn: FUNCTION, ...entry }],
    });
    const elements = [...xml.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name);
    const one = (name: string) => [`${name}Configuration`, 'Id', name, 'Event', 'Filter'];
    assert.deepEqual(elements, [...one('Topic'), ...one('Queue'), ...one('CloudFunction')]);
  });

  it('stay as they are the second time', () => {
    const once = normalizeNotificationConfiguration(
      {
        QueueConfigurations: [
          {
            QueueArn: QUEUE,
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'a' }] } },
          },
        ],
      },
      counter(),
    );
    assert.deepEqual(normalizeNotificationConfiguration(once, assert.fail), once);
  });
});

describe('notification rules', () => {
  it('are the configurations with their families expanded', () => {
    const rules = expandRules({
      LambdaFunctionConfigurations: [
        {
          Id: 'ProcessNewPhotos',
          LambdaFunctionArn: FUNCTION,
          Events: ['s3:ObjectCreated:*', 's3:ObjectCreated:Put', 's3:ObjectRemoved:Delete'],
          Filter: {
            Key: {
              FilterRules: [
                { Name: 'Prefix', Value: 'uploads/' },
                { Name: 'Suffix', Value: '.jpg' },
              ],
            },
          },
        },
      ],
    });
    assert.deepEqual(rules, [
      {
        configurationId: 'ProcessNewPhotos',
        destination: FUNCTION,
        destinationKind: 'function',
        events: [
          'ObjectCreated:Put',
          'ObjectCreated:Post',
          'ObjectCreated:Copy',
          'ObjectCreated:CompleteMultipartUpload',
          'ObjectRemoved:Delete',
        ],
        prefix: 'uploads/',
        suffix: '.jpg',
      },
    ]);
  });

  it('come from documents of the deprecated form as well', () => {
    const configuration = decode(
      '<NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
        `<CloudFunctionConfiguration><Id>old</Id><CloudFunction>${FUNCTION}</CloudFunction>` +
        '<Event>s3:ObjectCreated:Put</Event><Event>s3:ObjectRemoved:Delete</Event></CloudFunctionConfiguration>' +
        '<TopicConfiguration><Topic>arn:aws:sns:us-east-1:123456789012:t</Topic>' +
        '<Event>s3:ReducedRedundancyLostObject</Event></TopicConfiguration></NotificationConfiguration>',
    );
    const rules = expandRules(normalizeNotificationConfiguration(configuration, counter()));
    assert.deepEqual(
      rules.map(({ configurationId, destinationKind, events }) => [
        configurationId,
        destinationKind,
        events,
      ]),
      [
        ['aWQtMQ==', 'topic', ['ReducedRedundancyLostObject']],
        ['old', 'function', ['ObjectCreated:Put', 'ObjectRemoved:Delete']],
      ],
    );
  });
});
