import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSetting, putSetting } from '../storage/tables/settings.ts';
import type { Platform } from './context.ts';

/** Where packages are downloaded: `<endpoint>/_spillway/package?...`. */
export const PACKAGE_PAGE = '_spillway/package';

/** As long as AWS's links to code and layers are good for. */
const EXPIRY_MS = 10 * 60 * 1000;
const KEY_SETTING = 'package link key';
const KEY_BYTES = 32;

type Shared = Pick<Platform, 'storage' | 'clock' | 'ids'>;

/** A link through which whoever has it may download a deployment package, for ten minutes. */
export async function packageLink(
  platform: Shared,
  endpoint: string,
  sha256: string,
): Promise<string> {
  const expires = String(platform.clock.now() + EXPIRY_MS);
  const signature = sign(await linkKey(platform), sha256, expires);
  return `${endpoint}/${PACKAGE_PAGE}?${new URLSearchParams({ sha256, expires, signature })}`;
}

/** What a link carries in its query. */
export interface LinkQuery {
  readonly sha256?: string | undefined;
  readonly expires?: string | undefined;
  readonly signature?: string | undefined;
}

/** Whether the link was made here and is still good. */
export async function isGoodLink(platform: Shared, query: LinkQuery): Promise<boolean> {
  const { sha256 = '', expires = '', signature = '' } = query;
  const expected = Buffer.from(sign(await linkKey(platform), sha256, expires));
  const given = Buffer.from(signature);
  return (
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    platform.clock.now() <= Number(expires)
  );
}

const sign = (key: string, sha256: string, expires: string) =>
  createHmac('sha256', key).update(`${sha256}\n${expires}`).digest('hex');

/** Made at first use and kept, so that links outlive a restart. */
async function linkKey({ storage, ids }: Shared): Promise<string> {
  const known = await storage.read((reader) => getSetting(reader, KEY_SETTING));
  if (known !== undefined) return known;
  return storage.transaction(async (tx) => {
    const other = await getSetting(tx, KEY_SETTING);
    if (other !== undefined) return other;
    const key = Buffer.from(ids.bytes(KEY_BYTES)).toString('hex');
    await putSetting(tx, KEY_SETTING, key);
    return key;
  });
}
