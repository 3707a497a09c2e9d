import { sign } from './canonical-request.ts';
import { parseCredentialScope } from './credential-scope.ts';
import { malformedAuthorization, s3Error, signatureDoesNotMatch } from './errors.ts';
import type { FormFields, PostPolicy } from './post-policy.ts';
import { checkPostPolicy, parsePostPolicy } from './post-policy.ts';
import { parseRequestTime } from './request-time.ts';
import type { Credential } from './signed-request.ts';
import { ALGORITHM } from './signed-request.ts';
import { signingKey } from './signing-key.ts';
import { sameSignature } from './verify-signature.ts';

/** What a form says about who signed its policy. Not verified yet. */
export type FormCredential = Pick<
  Credential,
  'accessKeyId' | 'scope' | 'date' | 'region' | 'service' | 'signature' | 'sessionToken'
> & {
  /** Base64, which is also the string that was signed. */
  readonly policy: string;
};

const REQUIRED = [
  'Policy',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Signature',
] as const;

/**
 * Reads the credential of a browser's form upload from the fields before its file. `undefined` is
 * an anonymous upload, without policy and signature.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html
 *
 * Throws InvalidArgument for a missing field and AuthorizationQueryParametersError for a malformed
 * one.
 */
export function parseFormCredential(fields: FormFields): FormCredential | undefined {
  const get = (name: (typeof REQUIRED)[number]) => fields.get(name.toLowerCase()) ?? '';
  if (!REQUIRED.some(get)) return undefined;
  const missing = REQUIRED.find((name) => !get(name));
  if (missing) throw missingField(missing);

  if (get('X-Amz-Algorithm') !== ALGORITHM) {
    throw malformedAuthorization('query', `X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  const scope = parseCredentialScope(get('X-Amz-Credential'), 'query', 's3');
  const requestTime = get('X-Amz-Date');
  if (parseRequestTime(requestTime) === undefined || !requestTime.startsWith(scope.date)) {
    throw malformedAuthorization(
      'query',
      `Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${requestTime.slice(0, 8)}".`,
    );
  }
  return {
    ...scope,
    signature: get('X-Amz-Signature'),
    sessionToken: fields.get('x-amz-security-token'),
    policy: get('Policy'),
  };
}

/**
 * Proves that the owner of the secret key signed the policy, and that the form (`bucket` is the one
 * it was sent to) keeps to it now. Throws SignatureDoesNotMatch, InvalidPolicyDocument and
 * AccessDenied.
 */
export function verifyForm(
  fields: FormFields,
  bucket: string,
  credential: FormCredential,
  secretAccessKey: string,
  nowMs: number,
): PostPolicy {
  const { accessKeyId, scope, signature, policy } = credential;
  const computed = sign(signingKey(accessKeyId, secretAccessKey, scope), policy);
  if (!sameSignature(computed, signature)) {
    throw signatureDoesNotMatch('s3', { accessKeyId, signature, stringToSign: policy });
  }
  return checkFormPolicy(policy, fields, bucket, nowMs);
}

/** The policy (base64) of a form whose signature holds. */
export function checkFormPolicy(
  policy: string,
  fields: FormFields,
  bucket: string,
  nowMs: number,
): PostPolicy {
  const parsed = parsePostPolicy(Buffer.from(policy, 'base64').toString());
  checkPostPolicy(parsed, new Map(fields).set('bucket', bucket), nowMs);
  return parsed;
}

const missingField = (name: string) =>
  s3Error(
    'InvalidArgument',
    400,
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    { ArgumentName: name, ArgumentValue: '' },
  );
