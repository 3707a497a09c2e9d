import { hash } from 'node:crypto';
import { checkChecksum, parseChecksumHeaders } from '../aws/checksums/checksum-headers.ts';
import { checkContentMd5, parseContentMd5 } from '../aws/checksums/content-md5.ts';
import { checksumOf, createChecksumHasher } from '../aws/checksums/hasher.ts';
import {
  contentSha256Mismatch,
  type PayloadIntegrity,
} from '../aws/signature-v4/content-sha256.ts';
import type { Headers } from '../aws/signature-v4/signed-request.ts';

/** What S3 computes over every body that comes without a checksum of its own. */
const DEFAULT_ALGORITHM = 'CRC64NVME';

export interface DigestOptions {
  /** S3's own checksum too, where the body comes with another: parts of an upload that named none need both. */
  readonly withDefault?: boolean;
}

type Trailers = Readonly<Record<string, string>>;

/** What a received body turned out to be, as `StoredBody` carries it. */
export interface CheckedDigests {
  /** Base64 by lower-case algorithm; `md5` always. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly checksumAlgorithm: string | undefined;
  readonly trailers: Trailers | undefined;
}

interface Digests {
  readonly md5: Buffer;
  readonly checksum: Buffer;
  readonly byDefault: Buffer | undefined;
}

/** Hashes a body once for everybody who wants to know: the signature, Content-MD5, the checksum, the ETag. */
export interface BodyDigests {
  update(bytes: Uint8Array): void;
  /** Compares with all that was announced. Throws BadDigest, XAmzContentSHA256Mismatch and InvalidRequest. */
  finish(trailers: Trailers | undefined): CheckedDigests;
  /** `update` and `finish` for a body that is all there, which is faster. */
  ofWhole(bytes: Uint8Array, trailers: Trailers | undefined): CheckedDigests;
}

/** Throws InvalidDigest and InvalidRequest for announcements that cannot be meant. */
export function createBodyDigests(
  headers: Headers,
  integrity: PayloadIntegrity,
  { withDefault = false }: DigestOptions = {},
): BodyDigests {
  const announced = parseChecksumHeaders(headers);
  const contentMd5 = headers['content-md5'];
  const expectedMd5 = contentMd5 === undefined ? undefined : parseContentMd5(contentMd5);
  const algorithm = announced?.algorithm ?? DEFAULT_ALGORITHM;
  const name = algorithm.toLowerCase();

  const both = withDefault && algorithm !== DEFAULT_ALGORITHM;

  const check = (digests: Digests, sha256: string, trailers: Trailers | undefined) => {
    const { md5, checksum, byDefault } = digests;
    if (integrity.kind === 'hashed' && integrity.sha256 !== sha256)
      throw contentSha256Mismatch(integrity.sha256, sha256);
    if (expectedMd5) checkContentMd5(expectedMd5, md5);
    if (announced) checkChecksum(announced, checksum, trailers);
    return {
      checksums: {
        md5: md5.toString('base64'),
        [name]: checksum.toString('base64'),
        ...(byDefault && { [DEFAULT_ALGORITHM.toLowerCase()]: byDefault.toString('base64') }),
      },
      checksumAlgorithm: announced && name,
      trailers,
    };
  };

  const start = () => ({
    md5: createChecksumHasher('MD5'),
    checksum: createChecksumHasher(algorithm),
    byDefault: both ? createChecksumHasher(DEFAULT_ALGORITHM) : undefined,
    sha256: integrity.kind === 'hashed' ? createChecksumHasher('SHA256') : undefined,
  });
  let hashers: ReturnType<typeof start> | undefined;

  return {
    update(bytes) {
      hashers ??= start();
      hashers.md5.update(bytes);
      hashers.checksum.update(bytes);
      hashers.byDefault?.update(bytes);
      hashers.sha256?.update(bytes);
    },
    finish(trailers) {
      const { md5, checksum, byDefault, sha256 } = hashers ?? start();
      const digests = {
        md5: md5.digest(),
        checksum: checksum.digest(),
        byDefault: byDefault?.digest(),
      };
      return check(digests, sha256?.digest().toString('hex') ?? '', trailers);
    },
    ofWhole(bytes, trailers) {
      const sha256 = integrity.kind === 'hashed' ? hash('sha256', bytes) : '';
      const digests = {
        md5: checksumOf('MD5', bytes),
        checksum: checksumOf(algorithm, bytes),
        byDefault: both ? checksumOf(DEFAULT_ALGORITHM, bytes) : undefined,
      };
      return check(digests, sha256, trailers);
    },
  };
}
