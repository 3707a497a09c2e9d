import { allBuckets } from '../../storage/tables/wiring.ts';
import { notificationOf } from '../stored-notification.ts';
import { listing } from './listing.ts';
import { isoTime } from './trail.ts';

/** ListBuckets - `{"buckets": [...], "next"}`, with their notification configurations. */
export const listBuckets = listing(
  'buckets',
  allBuckets,
  ({ name }) => name,
  ({ name, account, region, created_at, versioning, notification }) => ({
    name,
    account,
    region,
    createdAt: isoTime(created_at),
    versioning,
    notification: notification === null ? undefined : notificationOf(notification),
  }),
);
