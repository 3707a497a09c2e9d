import { hash } from 'node:crypto';
import { createBoundedCache } from '../lib/bounded-cache.ts';

/**
 * The retail customer id of an account: what event records call a bucket's owner and a root user,
 * kept by S3 for compatibility. It is not the canonical user id.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function customerId(account: string): string {
  const known = computed.get(account);
  if (known !== undefined) return known;
  const id = compute(account);
  computed.set(account, id);
  return id;
}

/** Every event shows two of them. */
const COMPUTED_MAX = 1024;
const computed = createBoundedCache<string>(COMPUTED_MAX);

function compute(account: string): string {
  const digits = BigInt(`0x${hash('sha256', `customer ${account}`).slice(0, HEX_DIGITS)}`);
  return `A${digits
    .toString(36)
    .toUpperCase()
    .padStart(LENGTH - 1, '0')
    .slice(-(LENGTH - 1))}`;
}

const LENGTH = 14;
const HEX_DIGITS = 20;
