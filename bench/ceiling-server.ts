import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import { parseAuthorization } from '../src/aws/signature-v4/parse-authorization.ts';
import {
  type VerifiableRequest,
  verifySignature,
} from '../src/aws/signature-v4/verify-signature.ts';
import { plainSignatureHolds } from './plain-signature.ts';

/**
 * The ceiling, in two heights: with Spillway's own verification, which keeps signing keys and wastes nothing, or (`VERIFIER=plain`) with one that
 * does what the documentation says for each request anew.
 *
 * Either is a bare `node:http` server that reads each signed request, verifies the signature, hashes the body as S3 must (SHA-256 for the
 * signature, MD5 for the ETag), and stores nothing. What a durable server reaches of this is what durability costs.
 */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?');
    const headers = request.headers as Record<string, string>;
    const payloadHash = hash('sha256', body);
    const signed = { method: request.method ?? 'GET', rawPath, rawQuery, headers, payloadHash };
    if (payloadHash !== headers['x-amz-content-sha256'] || !verified(signed)) {
      response.writeHead(403).end();
      return;
    }
    response.writeHead(200, { etag: `"${hash('md5', body)}"`, 'content-length': '0' }).end();
  });
});
function verified(signed: VerifiableRequest): boolean {
  const headers = signed.headers as Record<string, string>;
  if (process.env.VERIFIER === 'plain')
    return plainSignatureHolds(signed.method, signed.rawPath, headers, signed.payloadHash, 'test');
  const credential = parseAuthorization(signed, 's3');
  if (credential) verifySignature(signed, credential, 'test', Date.now(), 's3');
  return credential !== undefined;
}

server.keepAliveTimeout = 65_000;
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
