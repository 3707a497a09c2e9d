import type { PolicyKind } from '../../aws/policy/document.ts';
import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import { errors } from './errors.ts';

/** Throws MalformedPolicyDocument. */
export function checkIdentityPolicy(text: string): void {
  parse(text, 'identity', 'Syntax errors in policy.');
}

/** Throws MalformedPolicyDocument. A trust policy says who may assume a role, and nothing else. */
export function checkTrustPolicy(text: string): void {
  const { statements } = parse(text, 'trust', 'This policy contains invalid Json');
  const actions = statements.flatMap(({ action }) => action.names);
  if (!actions.every((name) => /^sts:/i.test(name)))
    throw errors.MalformedPolicyDocumentException(
      'AssumeRole policy may only specify STS AssumeRole actions.',
    );
}

/** What quotas count: characters that are not white space. */
export const policyCharacters = (text: string): number => text.replaceAll(/\s/g, '').length;

/** Answers carry documents percent-encoded, as RFC 3986 has it. */
export const encodeDocument = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function parse(text: string, kind: PolicyKind, notJson: string) {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw errors.MalformedPolicyDocumentException(notJson, { cause });
  }
  try {
    return parsePolicy(text, kind);
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    throw errors.MalformedPolicyDocumentException(error.message, { cause: error });
  }
}
