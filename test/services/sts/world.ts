import type { Credentials } from '@aws-sdk/client-sts';
import type { Keys } from '../iam/world.ts';

/** An answer's credentials as a client is configured with them. */
export const keysOf = (credentials: Credentials | undefined): Keys => ({
  accessKeyId: credentials?.AccessKeyId ?? '',
  secretAccessKey: credentials?.SecretAccessKey ?? '',
  sessionToken: credentials?.SessionToken ?? '',
});
