import { PolicySyntaxError } from './syntax-error.ts';

const PARTITIONS: ReadonlySet<string> = new Set(['aws', 'aws-cn', 'aws-us-gov', '*']);
/** `arn:partition:service:region:account:resource` */
const ARN_PARTS = 6;

const IAM_RESOURCES = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

/** What IAM's older parser makes of a resource: an ARN of AWS must have its parts, or be cut short. */
export function isLegacyArn(resource: string): boolean {
  const [, partition = '', service, ...rest] = resource.split(':');
  if (!PARTITIONS.has(partition) || service === undefined) return true;
  return service !== '' && (rest.length >= ARN_PARTS - 3 || !rest.includes(''));
}

/** Throws `PolicySyntaxError` in IAM's words. */
export function checkIdentityResource(resource: string): void {
  // What begins with a variable is known at each request only.
  if (resource === '*' || resource.startsWith('${')) return;
  const [, partition, service, region = '', account = '', path = '*'] = resource.split(':');
  if (partition === undefined)
    throw new PolicySyntaxError(`Resource ${resource} must be in ARN format or "*".`);
  if (!PARTITIONS.has(partition))
    throw new PolicySyntaxError(
      `Partition "${partition}" is not valid for resource "${completeArn(resource)}".`,
    );
  if (service === undefined)
    throw new PolicySyntaxError(
      'Resource vendor must be fully qualified and cannot contain regexes.',
    );
  const isRegional = region !== '' && region !== '*';
  if (service === 'iam' && isRegional)
    throw new PolicySyntaxError(`IAM resource ${resource} cannot contain region information.`);
  if (service === 'iam' && !isIamPath(path))
    throw new PolicySyntaxError(
      `IAM resource path must either be "*", root, or start with ${IAM_RESOURCES.join(', ')}.`,
    );
  // Access points are regional, buckets are not.
  if (service === 's3' && isRegional && account === '')
    throw new PolicySyntaxError(`Resource ${resource} can not contain region information.`);
}

const isIamPath = (path: string) =>
  path === 'root' || /[*?$]/.test(path) || IAM_RESOURCES.some((start) => path.startsWith(start));

/** An ARN that is cut short stands for everything it could go on with. */
export function completeArn(resource: string): string {
  if (resource === '*' || resource.startsWith('${')) return resource;
  const parts = ['arn', ...resource.split(':').slice(1)];
  while (parts.length < ARN_PARTS) parts.push('*');
  return parts.join(':');
}
