import { createHash } from 'node:crypto';
import { readTrailers, TRAILER_BYTES_MAX } from './aws-chunked-trailer.ts';
import type { ChunkSignatures } from './chunk-signature.ts';
import { EMPTY_SHA256 } from './chunk-signature.ts';
import { incompleteBody, s3Error } from './errors.ts';

/** A chunk header is a hexadecimal size and at most one signature. */
const CHUNK_HEADER_BYTES_MAX = 256;
/** S3 demands at least this of every chunk but the last. */
const CHUNK_BYTES_MIN = 8192;

export interface AwsChunkedOptions {
  /** `x-amz-decoded-content-length` */
  readonly decodedLength: number;
  /** The names in `x-amz-trailer`, lower case. */
  readonly trailerNames: readonly string[];
  /** Absent where chunks are not signed (`STREAMING-UNSIGNED-PAYLOAD-TRAILER`). */
  readonly signatures?: ChunkSignatures | undefined;
}

/**
 * Takes a body apart as its bytes arrive. Payload may be stored meanwhile, but not trusted before
 * `finish`.
 */
export interface AwsChunkedDecoder {
  /** The payload among the next bytes of the body, as views of them. */
  decode(bytes: Buffer): Buffer[];
  /** To be called at the end of the body. The trailers by lower-case name. */
  finish(): Readonly<Record<string, string>>;
}

/** Consumes at least one byte of the input and says how to go on. */
type Step = (input: Input) => Step;

interface Input {
  readonly bytes: Buffer;
  offset: number;
  readonly payload: Buffer[];
}

/**
 * Decodes `Content-Encoding: aws-chunked`: `<hex size>[;chunk-signature=<hex>]\r\n<data>\r\n`
 * repeated, a chunk header of size 0, then trailers, one a line, and an empty line.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 *
 * Both methods throw `AwsError`: SignatureDoesNotMatch, IncompleteBody (ill-formed, truncated or of
 * another length than announced), InvalidChunkSizeError, MalformedTrailerError.
 */
export function createAwsChunkedDecoder(options: AwsChunkedOptions): AwsChunkedDecoder {
  const { decodedLength, signatures } = options;
  let decodedBytes = 0;
  let chunkCount = 0;
  let trailers: Readonly<Record<string, string>> = {};

  const malformed = () => incompleteBody(decodedLength, decodedBytes);

  const line = (bytesMax: number, onLine: (text: string) => Step): Step => {
    let text = '';
    const read: Step = (input) => {
      const start = input.offset;
      input.offset = input.bytes.indexOf('\n', start) + 1 || input.bytes.length;
      if (text.length + input.offset - start > bytesMax) throw malformed();
      text += input.bytes.toString('latin1', start, input.offset);
      return text.endsWith('\r\n') ? onLine(text.slice(0, -2)) : read;
    };
    return read;
  };

  const header = (previousBytes = CHUNK_BYTES_MIN): Step =>
    line(CHUNK_HEADER_BYTES_MAX, (text) => {
      const chunk = parseChunkHeader(text, signatures !== undefined);
      if (!chunk || decodedBytes + chunk.bytes > decodedLength) throw malformed();
      chunkCount += 1;
      if (chunk.bytes > 0) {
        if (previousBytes < CHUNK_BYTES_MIN) throw invalidChunkSize(chunkCount, previousBytes);
        return data(chunk.bytes, chunk.signature);
      }
      if (decodedBytes !== decodedLength) throw malformed();
      signatures?.verifyChunk(EMPTY_SHA256, chunk.signature);
      return trailer([], TRAILER_BYTES_MAX);
    });

  const data = (bytes: number, signature: string): Step => {
    const hash = signatures && createHash('sha256');
    let left = bytes;
    const read: Step = (input) => {
      const piece = input.bytes.subarray(input.offset, input.offset + left);
      input.payload.push(piece);
      input.offset += piece.length;
      left -= piece.length;
      decodedBytes += piece.length;
      hash?.update(piece);
      return left > 0 ? read : end;
    };
    const end = line('\r\n'.length, () => {
      if (hash) signatures?.verifyChunk(hash.digest('hex'), signature);
      return header(bytes);
    });
    return read;
  };

  const trailer = (lines: readonly string[], bytesMax: number): Step =>
    line(bytesMax, (text) => {
      if (text !== '') return trailer([...lines, text], bytesMax - text.length);
      trailers = readTrailers(lines, options.trailerNames, signatures);
      return done;
    });

  const done: Step = () => {
    throw malformed();
  };

  let step = header();
  return {
    decode(bytes) {
      const input: Input = { bytes, offset: 0, payload: [] };
      while (input.offset < bytes.length) step = step(input);
      return input.payload;
    },
    finish() {
      if (step !== done) throw malformed();
      return trailers;
    },
  };
}

/** The payload of a body; `decoder.finish()` is left to the caller, who wants the trailers. */
export async function* decodeAwsChunked(
  body: AsyncIterable<Buffer>,
  decoder: AwsChunkedDecoder,
): AsyncGenerator<Buffer> {
  for await (const bytes of body) yield* decoder.decode(bytes);
}

function parseChunkHeader(text: string, signed: boolean) {
  const [, size = '', signature = ''] =
    /^([0-9A-Fa-f]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(text) ?? [];
  if (size === '' || (signature !== '') !== signed) return undefined;
  return { bytes: Number.parseInt(size, 16), signature };
}

const invalidChunkSize = (chunk: number, bytes: number) =>
  s3Error(
    'InvalidChunkSizeError',
    403,
    `Only the last chunk is allowed to have a size less than ${CHUNK_BYTES_MIN} bytes`,
    { Chunk: String(chunk), BadChunkSize: String(bytes) },
  );
