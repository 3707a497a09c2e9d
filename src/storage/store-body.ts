import type { StoredBody } from '../aws/protocols/shape.ts';
import { type Blobs, type BlobWriter, INLINE_BYTES_MAX } from './blobs.ts';

/**
 * Stores a body of unknown size: in memory while it is small, in a file as soon as it is not, which
 * is durable when this answers. Throws what `chunks` throws, also at its end, and then nothing is
 * left: so that is where a body is checked.
 */
export async function storeBody(
  blobs: Pick<Blobs, 'create'>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Pick<StoredBody, 'size' | 'bytes' | 'segments'>> {
  let size = 0;
  let gathered: Uint8Array[] = [];
  let writer: BlobWriter | undefined;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      gathered.push(chunk);
      if (size <= INLINE_BYTES_MAX) continue;
      writer ??= await blobs.create();
      for (const piece of gathered) await writer.write(piece);
      gathered = [];
    }
    await writer?.finish();
  } catch (error) {
    await writer?.abort();
    throw error;
  }
  if (writer) return { size, segments: [{ blob: writer.id, start: 0, end: size }] };
  return { size, bytes: joined(gathered, size) };
}

/**
 * A copy of exactly the body: what crosses to the engine must not drag a socket's whole buffer
 * along.
 */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
