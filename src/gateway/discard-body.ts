import type { StoredBody } from '../aws/protocols/shape.ts';
import type { Blobs } from '../storage/blobs.ts';

/** Removes the file of a body whose operation failed: it belongs to nobody. */
export async function discardBody(
  blobs: Pick<Blobs, 'remove'>,
  body: StoredBody | Uint8Array,
): Promise<void> {
  if (body instanceof Uint8Array) return;
  for (const { blob } of body.segments ?? []) if (blob !== undefined) await blobs.remove(blob);
}
