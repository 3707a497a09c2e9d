import { hash } from 'node:crypto';

/**
 * The canonical user id of an account: 64 hex digits that stand for it in ACLs and as `Owner`,
 * always the same.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html
 */
export function canonicalUserId(account: string): string {
  return hash('sha256', `canonical user of ${account}`);
}

/** As answers show it. AWS has left DisplayName out since November 2025. */
export const ownerOf = (account: string) => ({ ID: canonicalUserId(account) });
