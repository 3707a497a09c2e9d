import { bucketArn } from '../../aws/arn.ts';
import { fail } from '../../aws/error.ts';
import { S3_PRINCIPAL, type S3Change } from '../../events/s3/index.ts';
import { type BucketRow, getBucket } from '../../storage/tables/buckets.ts';
import { type ListedObject, listLiveObjects } from '../../storage/tables/object-listings.ts';
import { NULL_VERSION } from '../../storage/tables/objects.ts';
import type { Context } from '../context.ts';
import { customerId } from '../customer-id.ts';
import { type Given, notFound, readLimit, readText, refuseOthers, requireText } from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { repeatEvent, requireRule } from './repeat-event.ts';

export interface BackfillEventsInput {
  readonly bucket?: Given;
  readonly prefix?: Given;
  readonly rule?: Given;
  readonly destination?: Given;
  /** The `next` of the call before: a key. */
  readonly after?: Given;
  readonly limit?: Given;
}

const LIMIT_MAX = 500;
/** Sorts after every key that begins with the prefix before it. */
const AFTER_ALL = '\u{10FFFF}';
const EVENT = { eventName: 'ObjectCreated:Put', reason: 'PutObject' };

/**
 * BackfillEvents - raises `ObjectCreated:Put` for the objects that a bucket has, as if they were
 * put again: for a rule that came after them. They go through the rules as they are now, one
 * `rule`, or to one `destination`; the journal marks them as a backfill. The event's time is when
 * the object was last changed.
 *
 * Up to `limit` objects in one call, by key: `{"considered", "raised", "deliveries", "next"}`; go
 * on with `after: next`.
 */
export async function backfillEvents(input: BackfillEventsInput, context: Context): Promise<Page> {
  refuseOthers(input, ['bucket', 'prefix', 'rule', 'destination', 'after', 'limit']);
  const limit = readLimit(input.limit, LIMIT_MAX, LIMIT_MAX);
  const name = requireText('bucket', input.bucket);
  const prefix = readText('prefix', input.prefix) ?? '';
  const after = readText('after', input.after);
  const aim = {
    rule: readText('rule', input.rule),
    destination: readText('destination', input.destination),
  };
  const position = { key: after ?? prefix, inclusive: after === undefined };
  return context.storage.transaction(async (tx) => {
    const bucket = (await getBucket(tx, name)) ?? fail(notFound(`There is no bucket ${name}.`));
    requireRule(bucket, aim);
    const end = prefix === '' ? undefined : prefix + AFTER_ALL;
    const objects = await listLiveObjects(tx, name, position, end, limit);
    let raised = 0;
    let deliveries = 0;
    for (const object of objects) {
      const change = describeObject(context, bucket, object);
      const event = {
        source: bucketArn(name),
        name: change.eventName,
        subject: change.key,
        payload: JSON.stringify(change),
        origin: 'backfill',
      } as const;
      const made = await repeatEvent(tx, context, bucket, event, aim);
      deliveries += made;
      if (made > 0) raised++;
    }
    const next = objects.length < limit ? undefined : objects.at(-1)?.key;
    return jsonPage({ considered: objects.length, raised, deliveries, next });
  });
}

/** As S3's own doing: who put the object first is not known any more. */
const describeObject = (
  { requestId, hostId }: Context,
  bucket: BucketRow,
  { key, sequence, modified_at, size, etag, version, storage_class }: ListedObject,
): S3Change => ({
  ...EVENT,
  key,
  sequence,
  atMs: modified_at,
  size,
  etag,
  versionId: version === NULL_VERSION ? undefined : version,
  storageClass: storage_class,
  bucket: bucket.name,
  region: bucket.region,
  bucketOwnerAccount: bucket.account,
  ownerPrincipalId: customerId(bucket.account),
  principalId: S3_PRINCIPAL,
  requesterAccount: S3_PRINCIPAL,
  requestId,
  hostId,
});
