import { s3Error, signatureDoesNotMatch } from '../signature-v4/errors.ts';
import { checkFormPolicy } from '../signature-v4/post-form.ts';
import type { FormFields, PostPolicy } from '../signature-v4/post-policy.ts';
import { sameSignature } from '../signature-v4/verify-signature.ts';
import { signVersion2 } from './verify-version-2.ts';

/** What a form says about who signed its policy with Signature Version 2. Not verified yet. */
export interface Version2Form {
  readonly accessKeyId: string;
  readonly signature: string;
  /** Base64, which is also the string that was signed. */
  readonly policy: string;
  readonly sessionToken: string | undefined;
}

const REQUIRED = ['AWSAccessKeyId', 'Policy', 'Signature'] as const;

/**
 * Reads the credential of a browser's form upload that is signed with Signature Version 2, as
 * boto3 makes them; `undefined` for any other. Throws InvalidArgument for a missing field.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/HTTPPOSTForms.html
 */
export function parseVersion2Form(fields: FormFields): Version2Form | undefined {
  if (!fields.has('awsaccesskeyid') && !fields.has('signature')) return undefined;
  const get = (name: (typeof REQUIRED)[number]) => fields.get(name.toLowerCase()) ?? '';
  const missing = REQUIRED.find((name) => !get(name));
  if (missing)
    throw s3Error(
      'InvalidArgument',
      400,
      `Bucket POST must contain a field named '${missing}'.  If it is specified, please check the order of the fields.`,
      { ArgumentName: missing, ArgumentValue: '' },
    );
  return {
    accessKeyId: get('AWSAccessKeyId'),
    signature: get('Signature'),
    policy: get('Policy'),
    sessionToken: fields.get('x-amz-security-token'),
  };
}

/** As `verifyForm` of Signature Version 4. */
export function verifyVersion2Form(
  fields: FormFields,
  bucket: string,
  form: Version2Form,
  secretAccessKey: string,
  nowMs: number,
): PostPolicy {
  const { accessKeyId, signature, policy } = form;
  if (!sameSignature(signVersion2(secretAccessKey, policy), signature))
    throw signatureDoesNotMatch('s3', { accessKeyId, signature, stringToSign: policy });
  return checkFormPolicy(policy, fields, bucket, nowMs);
}
