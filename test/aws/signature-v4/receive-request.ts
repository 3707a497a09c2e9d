import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSha256 } from '../../../src/aws/signature-v4/content-sha256.ts';
import type { ErrorFamily } from '../../../src/aws/signature-v4/errors.ts';
import { parseAuthorization } from '../../../src/aws/signature-v4/parse-authorization.ts';
import type { SignedRequest } from '../../../src/aws/signature-v4/signed-request.ts';
import { verifySignature } from '../../../src/aws/signature-v4/verify-signature.ts';

export interface ReceivedRequest extends SignedRequest {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export const ACCESS_KEY = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** What actually arrives over HTTP when `send` calls the endpoint it is given. */
export async function receiveRequest(
  send: (endpoint: string) => Promise<unknown>,
): Promise<ReceivedRequest> {
  let received: ReceivedRequest | undefined;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const [rawPath = '', ...query] = (request.url ?? '').split('?');
    const headers: Record<string, string> = {};
    for (const [name, values] of Object.entries(request.headersDistinct)) {
      if (values) headers[name] = values.join(',');
    }
    received = { method: request.method ?? '', rawPath, rawQuery: query.join('?'), headers, body };
    response.writeHead(200, { connection: 'close' }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } catch (error) {
    if (!received) throw error; // clients complain about the empty answer
  } finally {
    server.close();
  }
  if (!received) throw new Error('nothing was sent');
  return received;
}

/** Verifies like the gateway does. */
export function verify(
  request: SignedRequest & { readonly body?: Buffer },
  family: ErrorFamily,
  nowMs = Date.now(),
  secretAccessKey = ACCESS_KEY.secretAccessKey,
) {
  const credential = parseAuthorization(request, family);
  if (!credential) throw new Error('anonymous');
  const payloadHash =
    family === 's3'
      ? contentSha256(request, credential.location)
      : createHash('sha256')
          .update(request.body ?? '')
          .digest('hex');
  verifySignature({ ...request, payloadHash }, credential, secretAccessKey, nowMs, family);
  return credential;
}
