import type { Segment, StoredBody } from '../../aws/protocols/shape.ts';
import type { Reader } from '../../storage/storage.ts';
import type { ObjectWithBody } from '../../storage/tables/objects.ts';
import { type PartWithBody, partsInRange } from '../../storage/tables/uploads.ts';
import type { ByteRange } from './byte-range.ts';

/**
 * A range of an object's bytes: in memory, or as segments of files and small parts, of which only
 * those inside the range are looked up. `undefined` when they are gone meanwhile: the version was
 * deleted between two statements.
 */
export async function objectBytes(
  reader: Reader,
  row: ObjectWithBody,
  range: ByteRange,
): Promise<StoredBody | undefined> {
  const { start, end } = range;
  const size = end - start;
  if (size === 0) return { size, bytes: NOTHING };
  if (row.blob !== null) return { size, segments: [{ blob: row.blob, start, end }] };
  if (row.upload === null)
    return row.bytes ? { size, bytes: row.bytes.subarray(start, end) } : undefined;
  const parts = await partsInRange(reader, row.upload, start, end);
  const segments = parts.map((part) => segmentOf(part, range));
  const found = parts.length > 0 && segments.every((segment) => segment !== undefined);
  return found ? { size, segments } : undefined;
}

const NOTHING = new Uint8Array();

/** The piece of a part that lies in the range. */
function segmentOf(part: PartWithBody, range: ByteRange): Segment | undefined {
  const offset = part.start ?? 0;
  const start = Math.max(0, range.start - offset);
  const end = Math.min(part.size, range.end - offset);
  if (part.blob !== null) return { blob: part.blob, start, end };
  return part.bytes ? { bytes: part.bytes.subarray(start, end) } : undefined;
}
