import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type S3Change, s3EventMessage, s3TestEventMessage } from '../../../src/events/s3/index.ts';

const change: S3Change = {
  eventName: 'ObjectCreated:Put',
  reason: 'PutObject',
  atMs: Date.UTC(2025, 0, 21, 23, 21, 10, 123),
  region: 'us-east-1',
  bucket: 'b',
  bucketOwnerAccount: '123456789012',
  ownerPrincipalId: 'A3NL1KOZZK',
  key: 'k',
  size: 9,
  etag: '437b930db84b8079c2dd804a71936b5f',
  versionId: 'v1',
  sequence: 0x55aed6dcd902,
  principalId: 'AWS:AIDA',
  requesterAccount: '123456789012',
  sourceIp: '198.51.100.7',
  requestId: 'C3D13FE58DE4C810',
  hostId: 'aG9zdA==',
};

const record = (members: Partial<S3Change>) =>
  JSON.parse(s3EventMessage({ ...change, ...members }, 'my-id')).Records[0];

describe('S3 event messages', () => {
  it('have one record, its members in the order of S3', () => {
    assert.equal(
      s3EventMessage(change, 'my-id'),
      '{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",' +
        '"eventTime":"2025-01-21T23:21:10.123Z","eventName":"ObjectCreated:Put",' +
        '"userIdentity":{"principalId":"AWS:AIDA"},' +
        '"requestParameters":{"sourceIPAddress":"198.51.100.7"},' +
        '"responseElements":{"x-amz-request-id":"C3D13FE58DE4C810","x-amz-id-2":"aG9zdA=="},' +
        '"s3":{"s3SchemaVersion":"1.0","configurationId":"my-id",' +
        '"bucket":{"name":"b","ownerIdentity":{"principalId":"A3NL1KOZZK"},"arn":"arn:aws:s3:::b"},' +
        '"object":{"key":"k","size":9,"eTag":"437b930db84b8079c2dd804a71936b5f","versionId":"v1",' +
        '"sequencer":"00000055AED6DCD902"}}}]}',
    );
  });

  const fields: [eventName: string, version: string, members: string][] = [
    ['ObjectCreated:Put', '2.1', 'key size eTag versionId sequencer'],
    ['ObjectCreated:CompleteMultipartUpload', '2.1', 'key size eTag versionId sequencer'],
    ['ObjectRemoved:Delete', '2.1', 'key versionId sequencer'],
    ['ObjectRemoved:DeleteMarkerCreated', '2.1', 'key eTag versionId sequencer'],
    ['ObjectTagging:Put', '2.3', 'key eTag versionId'],
    ['ObjectTagging:Delete', '2.3', 'key eTag versionId'],
    ['ObjectAcl:Put', '2.3', 'key eTag versionId'],
    ['ObjectRestore:Post', '2.1', 'key size eTag versionId sequencer'],
    ['ObjectRestore:Completed', '2.1', 'key size eTag versionId sequencer'],
    ['ObjectRestore:Delete', '2.3', 'key size eTag versionId sequencer'],
    ['LifecycleExpiration:Delete', '2.3', 'key versionId sequencer'],
    ['LifecycleExpiration:DeleteMarkerCreated', '2.3', 'key eTag versionId sequencer'],
    ['LifecycleTransition', '2.3', 'key size eTag versionId sequencer'],
  ];
  for (const [eventName, version, members] of fields) {
    it(`${eventName} has version ${version} and ${members}`, () => {
      const { eventVersion, s3 } = record({ eventName });
      assert.equal(eventVersion, version);
      assert.deepEqual(Object.keys(s3.object), members.split(' '));
    });
  }

  it('leave out what the object does not have', () => {
    const { s3 } = record({ versionId: undefined, size: undefined });
    assert.deepEqual(Object.keys(s3.object), ['key', 'eTag', 'sequencer']);
  });

  it('keep a size of zero', () => {
    assert.equal(record({ size: 0 }).s3.object.size, 0);
  });

  it('encode the key', () => {
    assert.equal(record({ key: 'my photos/a+b.jpg' }).s3.object.key, 'my+photos/a%2Bb.jpg');
  });

  it('say how long a restored copy stays, and that the owner restored it', () => {
    const { userIdentity, glacierEventData } = record({
      eventName: 'ObjectRestore:Completed',
      storageClass: 'GLACIER',
      restoreExpiryMs: Date.UTC(2025, 1, 1),
    });
    assert.deepEqual(userIdentity, { principalId: 'AmazonCustomer:A3NL1KOZZK' });
    assert.deepEqual(glacierEventData, {
      restoreEventData: {
        lifecycleRestorationExpiryTime: '2025-02-01T00:00:00.000Z',
        lifecycleRestoreStorageClass: 'GLACIER',
      },
    });
  });

  it('say where a transition went', () => {
    const { lifecycleEventData } = record({
      eventName: 'LifecycleTransition',
      destinationStorageClass: 'GLACIER',
    });
    assert.deepEqual(lifecycleEventData, {
      transitionEventData: { destinationStorageClass: 'GLACIER' },
    });
  });

  it('name S3 where no caller acted', () => {
    const { requestParameters } = record({
      eventName: 'LifecycleExpiration:Delete',
      sourceIp: undefined,
    });
    assert.deepEqual(requestParameters, { sourceIPAddress: 's3.amazonaws.com' });
  });
});

describe('S3 test messages', () => {
  it('stand by themselves', () => {
    assert.equal(
      s3TestEventMessage({
        bucket: 'b',
        atMs: Date.UTC(2014, 9, 13, 15, 57, 2, 89),
        requestId: '5582815E1AEA5ADF',
        hostId: '8cLeGAmw',
      }),
      '{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2014-10-13T15:57:02.089Z","Bucket":"b",' +
        '"RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw"}',
    );
  });
});
