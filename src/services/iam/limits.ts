/**
 * The quotas of an account, as AWS sets them at first; policy sizes do not count white space.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const USERS_PER_ACCOUNT = 5000;
export const ROLES_PER_ACCOUNT = 1000;
export const POLICIES_PER_ACCOUNT = 1500;
export const ACCESS_KEYS_PER_USER = 2;
export const ATTACHED_POLICIES_MAX = { user: 10, role: 10 } as const;
export const VERSIONS_PER_POLICY = 5;
export const TAGS_MAX = 50;

export const MANAGED_POLICY_CHARACTERS = 6144;
/** All inline policies of one user or role together. */
export const INLINE_POLICIES_CHARACTERS = { user: 2048, role: 10_240 } as const;
export const TRUST_POLICY_CHARACTERS = 2048;

export const NAME_CHARACTERS = { user: 64, role: 64, policy: 128 } as const;
export const PATH_CHARACTERS = 512;
export const DESCRIPTION_CHARACTERS = 1000;
export const TAG_KEY_CHARACTERS = 128;
export const TAG_VALUE_CHARACTERS = 256;

export const MAX_SESSION_SECONDS = { least: 3600, most: 43_200 } as const;
