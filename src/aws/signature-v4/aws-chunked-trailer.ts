import type { ChunkSignatures } from './chunk-signature.ts';
import { s3Error } from './errors.ts';

/** All trailers together. S3 defines a checksum and a signature. */
export const TRAILER_BYTES_MAX = 8192;

/** Names that `x-amz-trailer` may announce. */
const TRAILERS_MAX = 8;

const SIGNATURE = 'x-amz-trailer-signature';

/**
 * The names in an `x-amz-trailer` header, lower case. Throws MalformedTrailerError where there are
 * more than a request can use.
 */
export function parseTrailerNames(header: string | undefined): string[] {
  const names = header?.split(',', TRAILERS_MAX + 1).map((name) => name.trim().toLowerCase()) ?? [];
  if (names.length > TRAILERS_MAX || names.includes('')) throw malformedTrailer();
  return names;
}

/**
 * Reads the lines after the last chunk and verifies their signature where chunks are signed. They
 * must be exactly those announced: an absent checksum would leave the body unchecked without
 * anybody noticing.
 */
export function readTrailers(
  lines: readonly string[],
  announced: readonly string[],
  signatures: ChunkSignatures | undefined,
): Record<string, string> {
  const trailers: Record<string, string> = {};
  let signature: string | undefined;
  let signedText = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (signature !== undefined || colon < 0) throw malformedTrailer();
    if (name === SIGNATURE) {
      signature = value;
    } else {
      if (!announced.includes(name) || Object.hasOwn(trailers, name)) throw malformedTrailer();
      trailers[name] = value;
      signedText += `${name}:${value}\n`;
    }
  }
  const expectsSignature = signatures !== undefined && announced.length > 0;
  if (Object.keys(trailers).length < announced.length) throw malformedTrailer();
  if ((signature !== undefined) !== expectsSignature) throw malformedTrailer();
  if (signature !== undefined) signatures?.verifyTrailer(signedText, signature);
  return trailers;
}

const malformedTrailer = () =>
  s3Error(
    'MalformedTrailerError',
    400,
    'The request contained trailing data that was not well-formed or did not conform to our published schema.',
  );
