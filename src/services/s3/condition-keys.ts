/**
 * The condition keys of S3 itself, in lower case, as a bucket's policy may name them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */

/** Supplied with requests, see `permissions.ts` and `access.ts`. */
const SUPPLIED = [
  's3:delimiter',
  's3:if-match',
  's3:if-none-match',
  's3:max-keys',
  's3:object-lock-legal-hold',
  's3:object-lock-mode',
  's3:object-lock-retain-until-date',
  's3:prefix',
  's3:requestobjecttagkeys',
  's3:resourceaccount',
  's3:versionid',
  's3:x-amz-acl',
  's3:x-amz-copy-source',
  's3:x-amz-grant-full-control',
  's3:x-amz-grant-read',
  's3:x-amz-grant-read-acp',
  's3:x-amz-grant-write',
  's3:x-amz-grant-write-acp',
  's3:x-amz-metadata-directive',
  's3:x-amz-server-side-encryption',
  's3:x-amz-storage-class',
  's3:x-amz-website-redirect-location',
];

const SUPPLIED_FOR_TAGS = ['s3:existingobjecttag/', 's3:requestobjecttag/'];

/** About what no request here can have: access points, keys of one's own. Always absent. */
const NEVER_PRESENT = [
  's3:accesspointnetworkorigin',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:x-amz-server-side-encryption-customer-algorithm',
];

/**
 * About how a request was signed and sent, which is not kept as far as here; and about how long a
 * retention lasts, which would take the time of the request.
 */
const NOT_OFFERED = [
  's3:authtype',
  's3:object-lock-remaining-retention-days',
  's3:signatureage',
  's3:signatureversion',
  's3:tlsversion',
  's3:x-amz-content-sha256',
];

const known = new Set([...SUPPLIED, ...NEVER_PRESENT]);
const notOffered = new Set(NOT_OFFERED);

/** Keys of other services and `aws:` ones are left to the policy language. */
export function conditionKeySupport(key: string): 'supported' | 'not offered' | 'unknown' {
  const name = key.toLowerCase();
  if (!name.startsWith('s3:') || known.has(name)) return 'supported';
  if (SUPPLIED_FOR_TAGS.some((prefix) => name.startsWith(prefix))) return 'supported';
  return notOffered.has(name) ? 'not offered' : 'unknown';
}
