/**
 * Who makes a request, as policies see it. `account` is the twelve digits; `arn` is the caller's
 * own: `arn:aws:iam::A:root`, `...:user/path/name`, `...:role/path/name`,
 * `arn:aws:sts::A:assumed-role/role/session`. An assumed role also carries the ARN of its role,
 * which policies name more often than the session.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Principal =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'root' | 'user' | 'role'; readonly account: string; readonly arn: string }
  | {
      readonly kind: 'assumed-role';
      readonly account: string;
      readonly arn: string;
      readonly roleArn: string;
    }
  /** An AWS service acting for a resource, such as `s3.amazonaws.com` delivering a notification. */
  | { readonly kind: 'service'; readonly service: string };

/** For people: the ARN or name that identifies the caller. */
export function describePrincipal(principal: Principal): string {
  if (principal.kind === 'anonymous') return 'an anonymous caller';
  return principal.kind === 'service' ? principal.service : principal.arn;
}
