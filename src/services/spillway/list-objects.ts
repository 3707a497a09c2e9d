import { listLiveObjects } from '../../storage/tables/object-listings.ts';
import type { Context } from '../context.ts';
import { type Given, readLimit, readText, requireText } from './input.ts';
import { LIMIT, LIMIT_MAX, type ListInput } from './listing.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

const AFTER_ALL = '\u{10FFFF}';

/** ListObjects - by key: `{"objects": [...], "next"}`. */
export async function listObjects(
  input: ListInput & { readonly bucket?: Given; readonly prefix?: Given },
  { storage }: Context,
): Promise<Page> {
  const bucket = requireText('bucket', input.bucket);
  const prefix = readText('prefix', input.prefix) ?? '';
  const after = readText('after', input.after);
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const position = { key: after ?? prefix, inclusive: after === undefined };
  const end = prefix === '' ? undefined : prefix + AFTER_ALL;
  const objects = await storage.read((reader) =>
    listLiveObjects(reader, bucket, position, end, limit),
  );
  return jsonPage({
    objects: objects.map(({ key, size, etag, version, modified_at, storage_class }) => ({
      key,
      size,
      etag,
      version,
      modifiedAt: isoTime(modified_at),
      storageClass: storage_class,
    })),
    next: objects.length < limit ? undefined : objects.at(-1)?.key,
  });
}
