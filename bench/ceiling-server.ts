import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import { parseAuthorization } from '../src/aws/signature-v4/parse-authorization.ts';
import { verifySignature } from '../src/aws/signature-v4/verify-signature.ts';

/**
 * The ceiling: a bare `node:http` server that reads each signed request, verifies the signature, hashes the body as S3 must (SHA-256 for the
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
    const credential = parseAuthorization(signed, 's3');
    if (!credential || payloadHash !== headers['x-amz-content-sha256']) {
      response.writeHead(403).end();
      return;
    }
    verifySignature(signed, credential, 'test', Date.now(), 's3');
    response.writeHead(200, { etag: `"${hash('md5', body)}"`, 'content-length': '0' }).end();
  });
});
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
