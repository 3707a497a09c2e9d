/** Events to try things with, in the shapes in which AWS sends them. */
const REGION = 'us-east-1';
const ACCOUNT = '123456789012';
const AT = '2026-01-01T12:00:00.000Z';
const BUCKET = 'pets';
const KEY = 'photos/rex.jpg';

export const SAMPLE_EVENT = {
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: ACCOUNT,
  time: '2026-01-01T12:00:00Z',
  region: REGION,
  resources: [`arn:aws:s3:::${BUCKET}`],
  detail: {
    version: '0',
    bucket: { name: BUCKET },
    object: {
      key: KEY,
      size: 1024,
      etag: 'b1946ac92492d2347c6235b4d2611184',
      sequencer: '0062E99A88DC407460',
    },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: ACCOUNT,
    'source-ip-address': '127.0.0.1',
    reason: 'PutObject',
  },
};

const S3_RECORDS = {
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: REGION,
      eventTime: AT,
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'EXAMPLE' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': 'N4N7GDK58NMKJ12R', 'x-amz-id-2': 'EXAMPLE' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'sample',
        bucket: {
          name: BUCKET,
          ownerIdentity: { principalId: 'EXAMPLE' },
          arn: `arn:aws:s3:::${BUCKET}`,
        },
        object: {
          key: KEY,
          size: 1024,
          eTag: 'b1946ac92492d2347c6235b4d2611184',
          sequencer: '0062E99A88DC407460',
        },
      },
    },
  ],
};

const SQS_RECORDS = {
  Records: [
    {
      messageId: '19dd0b57-b21e-4ac1-bd88-01bbb068cb78',
      receiptHandle: 'EXAMPLE',
      body: JSON.stringify(S3_RECORDS),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1767268800000',
        SenderId: ACCOUNT,
        ApproximateFirstReceiveTimestamp: '1767268800001',
      },
      messageAttributes: {},
      md5OfBody: 'EXAMPLE',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:pet-jobs`,
      awsRegion: REGION,
    },
  ],
};

const SNS_RECORDS = {
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `arn:aws:sns:${REGION}:${ACCOUNT}:pet-news:example`,
      Sns: {
        Type: 'Notification',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:pet-news`,
        Subject: 'Amazon S3 Notification',
        Message: JSON.stringify(S3_RECORDS),
        Timestamp: AT,
        MessageAttributes: {},
      },
    },
  ],
};

/** What a function may be invoked with. */
export const INVOCATIONS = {
  'S3 put': S3_RECORDS,
  'SQS message': SQS_RECORDS,
  'SNS notification': SNS_RECORDS,
  EventBridge: SAMPLE_EVENT,
  empty: {},
};
