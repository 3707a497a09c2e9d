import { AwsError } from '../error.ts';
import { badDigest } from './errors.ts';

const MD5_BYTES = 16;

/**
 * `Content-MD5`, the oldest integrity check: base64 of the MD5 of the body. Throws InvalidDigest.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html#API_PutObject_RequestSyntax
 */
export function parseContentMd5(header: string): Buffer {
  const md5 = Buffer.from(header, 'base64');
  if (md5.length === MD5_BYTES && md5.toString('base64') === header) return md5;
  throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.', {
    members: { 'Content-MD5': header },
  });
}

/** Throws BadDigest where the two differ. */
export function checkContentMd5(expected: Buffer, computed: Buffer): void {
  if (expected.equals(computed)) return;
  throw badDigest('The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: expected.toString('base64'),
    CalculatedDigest: computed.toString('base64'),
  });
}
