import { parseVersion2, type Version2Credential } from '../aws/signature-v2/credential.ts';
import { verifyVersion2 } from '../aws/signature-v2/verify-version-2.ts';
import { checkCredentialScope } from '../aws/signature-v4/credential-scope.ts';
import {
  type ErrorFamily,
  expiredToken,
  invalidToken,
  unknownAccessKey,
} from '../aws/signature-v4/errors.ts';
import { parseAuthorization } from '../aws/signature-v4/parse-authorization.ts';
import type { Credential as Signed } from '../aws/signature-v4/signed-request.ts';
import { verifySignature } from '../aws/signature-v4/verify-signature.ts';
import type { Credential } from '../services/identity.ts';
import { bucketOfHost } from './bucket-and-key.ts';
import { anonymousCaller, callerOf } from './callers.ts';
import { type Authenticated, type Exchange, NO_REGION } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import type { Target } from './target.ts';

/** What a verified signature established. `signed` is undefined for anonymous callers and for those of Signature Version 2. */
export interface Verified extends Authenticated {
  readonly signed: Signed | undefined;
  readonly credential: Credential | undefined;
}

/**
 * Verifies the signature over `payloadHash(where the signature is)`. Without any signature the caller is anonymous, and the operation's
 * policies decide. Throws AwsError.
 */
export async function authenticate(
  gateway: Gateway,
  exchange: Exchange,
  { family, endpoint }: Target,
  payloadHash: (location: Signed['location']) => string,
): Promise<Verified> {
  const older = family === 's3' ? parseVersion2(exchange) : undefined;
  if (older) return authenticateVersion2(gateway, exchange, older);
  const signed = parseAuthorization(exchange, family);
  if (!signed) {
    const caller = anonymousCaller(exchange);
    return { caller, region: gateway.region, signed: undefined, credential: undefined };
  }
  checkCredentialScope(signed, { service: endpoint.model.service.signingName }, family);
  const credential = await findCredential(gateway, signed, family);
  const request = { ...pickRequest(exchange), payloadHash: payloadHash(signed.location) };
  verifySignature(request, signed, credential.secretAccessKey, gateway.clock.now(), family);
  const caller = callerOf(credential, signed.accessKeyId, exchange);
  const presigned = signed.location === 'query';
  return { caller, region: signed.region, presigned, signed, credential };
}

/** It covers no region and no body. */
async function authenticateVersion2(
  gateway: Gateway,
  exchange: Exchange,
  older: Version2Credential,
): Promise<Verified> {
  const credential = await findCredential(gateway, older, 's3');
  const inHost = bucketOfHost(exchange.headers.host);
  const resource = inHost === undefined ? exchange.rawPath : `/${inHost}${exchange.rawPath}`;
  verifyVersion2(exchange, resource, older, credential.secretAccessKey, gateway.clock.now());
  const caller = callerOf(credential, older.accessKeyId, exchange);
  return { caller, region: NO_REGION, signed: undefined, credential: undefined };
}

/** The key a request names, when it exists, is not expired and comes with the session token it was made with. */
export async function findCredential(
  gateway: Gateway,
  signed: Pick<Signed, 'accessKeyId' | 'sessionToken'>,
  family: ErrorFamily,
): Promise<Credential> {
  const credential = await gateway.credentials.find(signed.accessKeyId);
  if (!credential) throw unknownAccessKey(family, signed.accessKeyId);
  // Without its token a temporary key is no key; a stray token on a permanent key is as wrong as a foreign one.
  if (credential.sessionToken !== signed.sessionToken)
    throw signed.sessionToken === undefined
      ? unknownAccessKey(family, signed.accessKeyId)
      : invalidToken(family);
  const { expiresAt } = credential;
  if (expiresAt !== undefined && expiresAt <= gateway.clock.now()) throw expiredToken(family);
  return credential;
}

const pickRequest = ({ method, rawPath, rawQuery, headers }: Exchange) => ({
  method,
  rawPath,
  rawQuery,
  headers,
});
