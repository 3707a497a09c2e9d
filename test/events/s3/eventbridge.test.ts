import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePattern, matchPattern } from '../../../src/events/pattern/index.ts';
import { EVENT_NAMES, type S3Change, s3EventBridgeEvent } from '../../../src/events/s3/index.ts';

const ID = '17793124-05d4-b198-2fde-7ededc63b103';
const change: S3Change = {
  eventName: 'ObjectCreated:Put',
  reason: 'PutObject',
  atMs: Date.UTC(2024, 0, 15, 10, 30, 0, 999),
  region: 'eu-central-1',
  bucket: 'pets',
  bucketOwnerAccount: '111122223333',
  ownerPrincipalId: 'A3NL1KOZZK',
  key: 'uploads/my cat.jpg',
  size: 5,
  etag: 'b57f9512698f4b09e608f4f2a65852e5',
  versionId: 'v1',
  sequence: 0x1234,
  principalId: 'AWS:AIDA',
  requesterAccount: '123456789012',
  sourceIp: '1.2.3.4',
  requestId: 'N4N7GDK58NMKJ12R',
  hostId: 'aG9zdA==',
  storageClass: 'GLACIER',
  destinationStorageClass: 'DEEP_ARCHIVE',
  restoreExpiryMs: Date.UTC(2024, 1, 1, 0, 0, 0, 500),
};

const eventOf = (members: Partial<S3Change>) =>
  s3EventBridgeEvent({ ...change, ...members }, ID) ?? assert.fail('no event');

describe('S3 events on EventBridge', () => {
  it('have the envelope and the detail in the order of AWS', () => {
    assert.equal(
      JSON.stringify(eventOf({})),
      `{"version":"0","id":"${ID}","detail-type":"Object Created","source":"aws.s3",` +
        '"account":"111122223333","time":"2024-01-15T10:30:00Z","region":"eu-central-1",' +
        '"resources":["arn:aws:s3:::pets"],"detail":{"version":"0","bucket":{"name":"pets"},' +
        '"object":{"key":"uploads/my cat.jpg","size":5,"etag":"b57f9512698f4b09e608f4f2a65852e5",' +
        '"version-id":"v1","sequencer":"000000000000001234"},"request-id":"N4N7GDK58NMKJ12R",' +
        '"requester":"123456789012","source-ip-address":"1.2.3.4","reason":"PutObject"}}',
    );
  });

  const MARKER = { reason: 'DeleteObject', deletionType: 'Delete Marker Created' } as const;
  const DELETED = { reason: 'DeleteObject', deletionType: 'Permanently Deleted' } as const;
  const cases: [members: Partial<S3Change>, type: string, object: string, rest: object][] = [
    [
      { eventName: 'ObjectCreated:Copy', reason: 'CopyObject' },
      'Object Created',
      'key size etag version-id sequencer',
      { reason: 'CopyObject' },
    ],
    [
      { eventName: 'ObjectRemoved:Delete', ...DELETED },
      'Object Deleted',
      'key version-id sequencer',
      { reason: 'DeleteObject', 'deletion-type': 'Permanently Deleted' },
    ],
    [
      { eventName: 'ObjectRemoved:DeleteMarkerCreated', ...MARKER },
      'Object Deleted',
      'key etag version-id sequencer',
      { reason: 'DeleteObject', 'deletion-type': 'Delete Marker Created' },
    ],
    [
      { eventName: 'LifecycleExpiration:Delete', ...DELETED, reason: 'Lifecycle Expiration' },
      'Object Deleted',
      'key version-id sequencer',
      { reason: 'Lifecycle Expiration', 'deletion-type': 'Permanently Deleted' },
    ],
    [
      { eventName: 'ObjectRestore:Post' },
      'Object Restore Initiated',
      'key size etag version-id',
      { 'source-storage-class': 'GLACIER' },
    ],
    [
      { eventName: 'ObjectRestore:Completed' },
      'Object Restore Completed',
      'key size etag version-id',
      { 'restore-expiry-time': '2024-02-01T00:00:00Z', 'source-storage-class': 'GLACIER' },
    ],
    [{ eventName: 'ObjectRestore:Delete' }, 'Object Restore Expired', 'key etag version-id', {}],
    [{ eventName: 'ObjectTagging:Put' }, 'Object Tags Added', 'key etag version-id', {}],
    [{ eventName: 'ObjectTagging:Delete' }, 'Object Tags Deleted', 'key etag version-id', {}],
    [{ eventName: 'ObjectAcl:Put' }, 'Object ACL Updated', 'key etag version-id', {}],
    [
      { eventName: 'LifecycleTransition' },
      'Object Storage Class Changed',
      'key size etag version-id',
      { 'destination-storage-class': 'DEEP_ARCHIVE' },
    ],
    [
      {
        eventName: 'ObjectRetention:Put',
        retention: { mode: 'GOVERNANCE', untilMs: Date.UTC(2030, 0, 1) },
      },
      'Object Retention Updated',
      'key etag version-id sequencer',
      {
        'object-retention-event-data': {
          mode: 'GOVERNANCE',
          'retain-until-date': '2030-01-01T00:00:00Z',
        },
      },
    ],
  ];
  for (const [members, type, object, rest] of cases) {
    it(`${members.eventName} is ${type}`, () => {
      const { 'detail-type': detailType, detail } = eventOf(members);
      assert.equal(detailType, type);
      const {
        version,
        bucket,
        object: described,
        'request-id': id,
        requester,
        'source-ip-address': ip,
        ...others
      } = detail;
      assert.deepEqual(
        [version, bucket, id, requester, ip],
        ['0', { name: 'pets' }, 'N4N7GDK58NMKJ12R', '123456789012', '1.2.3.4'],
      );
      assert.deepEqual(Object.keys(described ?? {}), object.split(' '));
      assert.deepEqual(others, rest);
    });
  }

  it('have no address when S3 itself acted', () => {
    const { detail } = eventOf({ sourceIp: undefined, requesterAccount: 's3.amazonaws.com' });
    assert.ok(!('source-ip-address' in detail));
    assert.equal(detail.requester, 's3.amazonaws.com');
  });

  it('are made of every change but those that cannot happen here or are not sent', () => {
    const without = EVENT_NAMES.filter(
      (eventName) => s3EventBridgeEvent({ ...change, eventName }, ID) === undefined,
    );
    assert.deepEqual(without.toSorted(), [
      'ObjectAnnotation:Delete',
      'ObjectAnnotation:Put',
      'ReducedRedundancyLostObject',
      'Replication:OperationFailedReplication',
      'Replication:OperationMissedThreshold',
      'Replication:OperationNotTracked',
      'Replication:OperationReplicatedAfterThreshold',
    ]);
  });

  it('match patterns on the raw key', () => {
    const pattern = compilePattern(
      '{"source":["aws.s3"],"detail":{"object":{"key":[{"prefix":"uploads/my "}],"version-id":[{"exists":false}]}}}',
    );
    assert.ok(matchPattern(pattern, eventOf({ versionId: undefined })));
    assert.ok(!matchPattern(pattern, eventOf({})));
  });
});
