import type { Pattern } from './wildcard.ts';
import { matchesPattern, splitPattern, wildcardPattern } from './wildcard.ts';

/** `arn:partition:service:region:account:resource` */
const ARN_PARTS = 6;

/** An ARN with wildcards, part by part. */
export type ArnPattern = readonly Pattern[];

/** `undefined` when the pattern is neither an ARN nor `*`. */
export function arnPattern(pattern: Pattern): ArnPattern | undefined {
  const parts = splitPattern(pattern, ':', ARN_PARTS);
  if (parts.length === ARN_PARTS) return parts;
  const any = wildcardPattern('*');
  const isAny = parts.length === 1 && pattern.length === 1 && pattern[0] === any[0];
  return isAny ? Array<Pattern>(ARN_PARTS).fill(any) : undefined;
}

/**
 * Compares each of the six parts on its own, so a wildcard does not reach across a colon, except in
 * the resource, which may hold colons itself: `arn:aws:s3:*:*:bucket` matches
 * `arn:aws:s3:::bucket`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: ArnPattern, arn: string): boolean {
  const parts = arn.split(':');
  if (parts.length < ARN_PARTS) return false;
  const resource = parts.slice(ARN_PARTS - 1).join(':');
  return pattern.every((part, i) =>
    matchesPattern(part, i === ARN_PARTS - 1 ? resource : (parts[i] ?? '')),
  );
}
