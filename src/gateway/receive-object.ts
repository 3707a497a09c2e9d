import { AwsError } from '../aws/error.ts';
import type { StoredBody } from '../aws/protocols/shape.ts';
import {
  type AwsChunkedDecoder,
  createAwsChunkedDecoder,
} from '../aws/signature-v4/aws-chunked.ts';
import { parseTrailerNames } from '../aws/signature-v4/aws-chunked-trailer.ts';
import { chunkSignatures, EMPTY_SHA256 } from '../aws/signature-v4/chunk-signature.ts';
import type { PayloadIntegrity } from '../aws/signature-v4/content-sha256.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';
import { INLINE_BYTES_MAX } from '../storage/blobs.ts';
import { joined, storeBody } from '../storage/store-body.ts';
import type { Verified } from './authenticate.ts';
import {
  type BodyDigests,
  type CheckedDigests,
  createBodyDigests,
  type DigestOptions,
} from './body-digests.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { asksToContinue, bodyChunks, incompleteBody, readBody } from './read-body.ts';

/** 5 GiB, the most that one PUT may carry. */
export const OBJECT_BYTES_MAX = 5 * 1024 ** 3;
/** The largest documents are DeleteObjects with 1,000 keys and CompleteMultipartUpload with 10,000 parts. */
export const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;
/** What chunk headers and trailers may add to a body in memory. */
const CHUNKING_BYTES_MAX = 32 * 1024;

/**
 * Receives an object's bytes: hashes them as they come and compares with everything that was announced (length, SHA-256, MD5, checksum,
 * signatures of chunks). Small bodies stay in memory, larger ones are in a file, durable, when this answers. Throws AwsError, and then nothing is left.
 */
export async function receiveObject(
  gateway: Gateway,
  exchange: Exchange,
  verified: Verified,
  integrity: PayloadIntegrity,
  { beforeReceiving, ...options }: ReceivingOptions,
): Promise<StoredBody> {
  const size = announcedSize(exchange, integrity);
  if (size !== undefined && size > OBJECT_BYTES_MAX) throw entityTooLarge(size);
  const digests = createBodyDigests(exchange.headers, integrity, options);
  const decoder = decoderOf(exchange, verified, integrity);
  const small = size !== undefined && size <= INLINE_BYTES_MAX;
  if (!small || asksToContinue(exchange.request)) await beforeReceiving();
  if (small) return receiveSmall(exchange, digests, decoder, size);
  return receiveLarge(gateway, exchange, digests, decoder);
}

export interface ReceivingOptions extends DigestOptions {
  /**
   * Called before a body is received that is not small, or that the client asks whether to send;
   * what it throws refuses the body.
   */
  beforeReceiving(): Promise<void>;
}

async function receiveSmall(
  exchange: Exchange,
  digests: BodyDigests,
  decoder: AwsChunkedDecoder | undefined,
  size: number,
): Promise<StoredBody> {
  const limit = decoder ? INLINE_BYTES_MAX + CHUNKING_BYTES_MAX : INLINE_BYTES_MAX;
  const received = await readBody(exchange, limit, incompleteBody);
  const pieces = decoder ? decoder.decode(received) : [received];
  const trailers = decoder?.finish();
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) !== size) throw incompleteBody();
  const bytes = joined(pieces, size);
  return { size, bytes, ...digests.ofWhole(bytes, trailers) };
}

async function receiveLarge(
  { blobs }: Gateway,
  exchange: Exchange,
  digests: BodyDigests,
  decoder: AwsChunkedDecoder | undefined,
): Promise<StoredBody> {
  let checked: CheckedDigests | undefined;
  const payload = async function* () {
    let size = 0;
    for await (const chunk of bodyChunks(exchange)) {
      for (const piece of decoder ? decoder.decode(chunk) : [chunk]) {
        size += piece.length;
        if (size > OBJECT_BYTES_MAX) throw entityTooLarge(size);
        digests.update(piece);
        yield piece;
      }
    }
    checked = digests.finish(decoder?.finish());
  };
  const stored = await storeBody(blobs, payload());
  return { ...stored, ...checked };
}

/**
 * Reads a request that carries a document (XML, JSON) or nothing; `announcing` are the headers that
 * say what it hashes to.
 */
export async function readDocument(
  exchange: Exchange,
  verified: Verified,
  integrity: PayloadIntegrity,
  announcing: Headers,
): Promise<Uint8Array> {
  const limit = DOCUMENT_BYTES_MAX + CHUNKING_BYTES_MAX;
  const received = await readBody(exchange, limit, () => entityTooLarge(limit));
  const nothing = integrity.kind !== 'hashed' || integrity.sha256 === EMPTY_SHA256;
  if (received.length === 0 && nothing) return received;
  const decoder = decoderOf(exchange, verified, integrity);
  const document = decoder ? Buffer.concat(decoder.decode(received)) : received;
  createBodyDigests(announcing, integrity).ofWhole(document, decoder?.finish());
  return document;
}

/** The size of the object itself; undefined when the client sends in HTTP chunks without saying. */
function announcedSize({ headers }: Exchange, integrity: PayloadIntegrity): number | undefined {
  const name = integrity.kind === 'chunked' ? 'x-amz-decoded-content-length' : 'content-length';
  const text = headers[name];
  if (text === undefined) {
    if (integrity.kind !== 'chunked' && headers['transfer-encoding'] !== undefined)
      return undefined;
    throw missingContentLength();
  }
  if (!/^\d{1,15}$/.test(text)) throw missingContentLength();
  return Number(text);
}

function decoderOf(
  exchange: Exchange,
  { signed, credential }: Verified,
  integrity: PayloadIntegrity,
): AwsChunkedDecoder | undefined {
  if (integrity.kind !== 'chunked') return undefined;
  const signatures =
    integrity.signed && signed && credential
      ? chunkSignatures(signed, credential.secretAccessKey)
      : undefined;
  return createAwsChunkedDecoder({
    decodedLength: announcedSize(exchange, integrity) ?? 0,
    trailerNames: integrity.trailer ? parseTrailerNames(exchange.headers['x-amz-trailer']) : [],
    signatures,
  });
}

const missingContentLength = () =>
  new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', {
    status: 411,
  });

export const entityTooLarge = (size: number, bytesMax = OBJECT_BYTES_MAX) =>
  new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    members: { ProposedSize: String(size), MaxSizeAllowed: String(bytesMax) },
  });
