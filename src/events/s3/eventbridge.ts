import { bucketArn } from '../../aws/arn.ts';
import type { S3Change } from './change.ts';
import { sequencer } from './sequencer.ts';

/** An event as a bus has it; members in the order that AWS writes. */
export interface EventBridgeEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `detail-type` of the events that S3 sends to EventBridge, by name or by family. */
const DETAIL_TYPES: Readonly<Record<string, string>> = {
  ObjectCreated: 'Object Created',
  ObjectRemoved: 'Object Deleted',
  LifecycleExpiration: 'Object Deleted',
  'ObjectRestore:Post': 'Object Restore Initiated',
  'ObjectRestore:Completed': 'Object Restore Completed',
  'ObjectRestore:Delete': 'Object Restore Expired',
  LifecycleTransition: 'Object Storage Class Changed',
  IntelligentTiering: 'Object Access Tier Changed',
  'ObjectAcl:Put': 'Object ACL Updated',
  'ObjectRetention:Put': 'Object Retention Updated',
  'ObjectTagging:Put': 'Object Tags Added',
  'ObjectTagging:Delete': 'Object Tags Deleted',
};

/**
 * The event that a bucket with EventBridge enabled puts on the default bus. `undefined` for changes
 * that S3 does not send there (replication) or that cannot happen here (annotations).
 * The key is not encoded, unlike in records.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function s3EventBridgeEvent(change: S3Change, id: string): EventBridgeEvent | undefined {
  const [family = ''] = change.eventName.split(':', 1);
  const detailType = DETAIL_TYPES[change.eventName] ?? DETAIL_TYPES[family];
  if (detailType === undefined) return undefined;
  return {
    version: '0',
    id,
    'detail-type': detailType,
    source: 'aws.s3',
    account: change.bucketOwnerAccount,
    time: seconds(change.atMs),
    region: change.region,
    resources: [bucketArn(change.bucket)],
    detail: defined({
      version: '0',
      bucket: { name: change.bucket },
      object: objectOf(change, family),
      'request-id': change.requestId,
      requester: change.requesterAccount,
      'source-ip-address': change.sourceIp,
      ...detailOf(change, family),
    }),
  };
}

/** Creations, deletions and retention are in an order that consumers can tell. */
function objectOf(change: S3Change, family: string) {
  const { key, size, etag, versionId, eventName } = change;
  const deleted = DETAIL_TYPES[family] === 'Object Deleted';
  const ordered = deleted || family === 'ObjectCreated' || family === 'ObjectRetention';
  const sized = !deleted && !/^Object(?:Acl|Tagging|Retention)$/.test(family);
  return defined({
    key,
    size: sized && eventName !== 'ObjectRestore:Delete' ? size : undefined,
    etag: deleted && eventName.endsWith(':Delete') ? undefined : etag,
    'version-id': versionId,
    sequencer: ordered ? sequencer(change.sequence) : undefined,
  });
}

function detailOf(change: S3Change, family: string) {
  switch (family) {
    case 'ObjectCreated':
      return { reason: change.reason };
    case 'ObjectRemoved':
    case 'LifecycleExpiration':
      return { reason: change.reason, 'deletion-type': change.deletionType };
    case 'ObjectRestore':
      return restoreOf(change);
    case 'LifecycleTransition':
      return { 'destination-storage-class': change.destinationStorageClass };
    case 'ObjectRetention':
      return { 'object-retention-event-data': retentionOf(change) };
    default:
      return {};
  }
}

const retentionOf = ({ retention: { mode, untilMs } = {} }: S3Change) =>
  defined({ mode, 'retain-until-date': untilMs === undefined ? undefined : seconds(untilMs) });

function restoreOf({ eventName, restoreExpiryMs, storageClass }: S3Change) {
  if (eventName === 'ObjectRestore:Delete') return {};
  const completed = eventName === 'ObjectRestore:Completed' && restoreExpiryMs !== undefined;
  return {
    'restore-expiry-time': completed ? seconds(restoreExpiryMs) : undefined,
    'source-storage-class': storageClass,
  };
}

/** EventBridge times have no fraction: `2024-01-15T10:30:00Z`. */
const seconds = (atMs: number) => `${new Date(atMs).toISOString().slice(0, 19)}Z`;

/** Leaves members out that are undefined, so that patterns see the same as a reader of the JSON. */
const defined = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
