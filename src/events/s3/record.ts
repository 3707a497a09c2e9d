import { bucketArn } from '../../aws/arn.ts';
import { S3_PRINCIPAL, type S3Change } from './change.ts';
import { encodeEventKey } from './key-encoding.ts';
import { sequencer } from './sequencer.ts';

/**
 * The message that a queue, topic or function gets for a change: `{"Records":[record]}` with one
 * record, its members in the order that S3 writes.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function s3EventMessage(change: S3Change, configurationId: string): string {
  const { eventName, bucket, ownerPrincipalId } = change;
  const record = {
    eventVersion: eventVersion(eventName),
    eventSource: 'aws:s3',
    awsRegion: change.region,
    eventTime: new Date(change.atMs).toISOString(),
    eventName,
    userIdentity: { principalId: principalId(change) },
    requestParameters: { sourceIPAddress: change.sourceIp ?? S3_PRINCIPAL },
    responseElements: { 'x-amz-request-id': change.requestId, 'x-amz-id-2': change.hostId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: bucket,
        ownerIdentity: { principalId: ownerPrincipalId },
        arn: bucketArn(bucket),
      },
      object: objectOf(change),
    },
    ...eventData(change),
  };
  return JSON.stringify({ Records: [record] });
}

/**
 * Deviation from AWS: since 2026 S3 writes one version for all events; these are the versions that
 * were in use before, with the fields that they stand for. Consumers accept any 2.x.
 */
function eventVersion(eventName: string): string {
  if (/^Object(?:Created|Removed):|^ObjectRestore:(?:Post|Completed)$/.test(eventName))
    return '2.1';
  if (eventName === 'ObjectRetention:Put') return '2.6';
  return eventName.startsWith('Replication:') ? '2.2' : '2.3';
}

/** A finished restore is put down to the owner, as S3 does. */
const principalId = ({ eventName, principalId: caller, ownerPrincipalId }: S3Change) =>
  eventName === 'ObjectRestore:Completed' ? `AmazonCustomer:${ownerPrincipalId}` : caller;

/** Members that the change does not have are left out, never null. */
const objectOf = (change: S3Change) => ({
  key: encodeEventKey(change.key),
  size: hasSize(change.eventName) ? change.size : undefined,
  eTag: hasEtag(change.eventName) ? change.etag : undefined,
  versionId: change.versionId,
  sequencer: hasSequencer(change.eventName) ? sequencer(change.sequence) : undefined,
});

/** Deletions, tags and ACLs have no size; only a delete marker has an ETag of the deletions. */
const hasSize = (eventName: string) =>
  !/^(?:ObjectRemoved|LifecycleExpiration|ObjectTagging|ObjectAcl):/.test(eventName);
const hasEtag = (eventName: string) =>
  !/^(?:ObjectRemoved|LifecycleExpiration):Delete$/.test(eventName);
const hasSequencer = (eventName: string) => !/^(?:ObjectTagging|ObjectAcl):/.test(eventName);

/** What some events say beside the object. */
function eventData({
  eventName,
  storageClass,
  destinationStorageClass,
  restoreExpiryMs,
  retention,
}: S3Change) {
  if (eventName === 'ObjectRestore:Completed') {
    const lifecycleRestorationExpiryTime =
      restoreExpiryMs === undefined ? undefined : new Date(restoreExpiryMs).toISOString();
    const lifecycleRestoreStorageClass = storageClass;
    const restoreEventData = { lifecycleRestorationExpiryTime, lifecycleRestoreStorageClass };
    return { glacierEventData: { restoreEventData } };
  }
  if (eventName === 'LifecycleTransition') {
    const transitionEventData = { destinationStorageClass };
    return { lifecycleEventData: { transitionEventData } };
  }
  if (retention) {
    const { mode, untilMs } = retention;
    const retainUntilDate = untilMs === undefined ? undefined : new Date(untilMs).toISOString();
    return { objectRetentionEventData: { mode, retainUntilDate } };
  }
  return {};
}
