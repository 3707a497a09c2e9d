import type { KeyObject } from 'node:crypto';
import { hash } from 'node:crypto';
import { sign } from './canonical-request.ts';
import { signatureDoesNotMatch } from './errors.ts';
import type { Credential } from './signed-request.ts';
import { ALGORITHM } from './signed-request.ts';
import { signingKey } from './signing-key.ts';
import { sameSignature } from './verify-signature.ts';

/**
 * The chain of signatures of a body that is signed chunk by chunk: each covers the one before it,
 * the first that of the request's header (the seed), so chunks cannot be changed, dropped, repeated
 * or reordered.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export interface ChunkSignatures {
  /** Throws SignatureDoesNotMatch. `sha256` is lower-case hex. */
  verifyChunk(sha256: string, signature: string): void;
  /** `text` holds a line `name:value\n` for each trailer. Throws SignatureDoesNotMatch. */
  verifyTrailer(text: string, signature: string): void;
}

export const EMPTY_SHA256 = hash('sha256', '', 'hex');

/** `credential` must have been verified: its signature is the seed. */
export function chunkSignatures(credential: Credential, secretAccessKey: string): ChunkSignatures {
  const { accessKeyId, requestTime, scope } = credential;
  const key: KeyObject = signingKey(accessKeyId, secretAccessKey, scope);
  let previous = credential.signature;

  const verify = (kind: 'PAYLOAD' | 'TRAILER', hashes: string, signature: string) => {
    const stringToSign = `${ALGORITHM}-${kind}\n${requestTime}\n${scope}\n${previous}\n${hashes}`;
    previous = sign(key, stringToSign);
    if (!sameSignature(previous, signature)) {
      throw signatureDoesNotMatch('s3', { accessKeyId, signature, stringToSign });
    }
  };
  return {
    verifyChunk: (sha256, signature) => verify('PAYLOAD', `${EMPTY_SHA256}\n${sha256}`, signature),
    verifyTrailer: (text, signature) => verify('TRAILER', hash('sha256', text, 'hex'), signature),
  };
}
