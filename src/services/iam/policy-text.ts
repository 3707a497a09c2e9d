import { checkIdentitySyntax } from '../../aws/policy/identity-syntax.ts';
import { parsePolicy } from '../../aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../aws/policy/syntax-error.ts';
import { matchesPattern } from '../../aws/policy/wildcard.ts';
import { errors } from './errors.ts';

/** Throws MalformedPolicyDocument. */
export function checkIdentityPolicy(text: string, { managed = false } = {}): void {
  const document = parseJson(text, 'Syntax errors in policy.');
  asMalformed(() => {
    checkIdentitySyntax(document, managed);
    parsePolicy(text, 'identity');
  });
}

/** What a trust policy may speak of, in lower case. */
const TRUST_ACTIONS = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:assumeroot',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
];

/** Throws MalformedPolicyDocument. A trust policy says who may assume a role, and nothing else. */
export function checkTrustPolicy(text: string): void {
  parseJson(text, 'This policy contains invalid Json');
  const { statements } = asMalformed(() => parsePolicy(text, 'trust'));
  const patterns = statements.flatMap(({ action }) => action.patterns);
  const names = statements.flatMap(({ action }) => action.names);
  const speaksOfRoles = patterns.every((pattern) =>
    TRUST_ACTIONS.some((action) => matchesPattern(pattern, action)),
  );
  if (!speaksOfRoles || names.includes('*'))
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

function parseJson(text: string, notJson: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw errors.MalformedPolicyDocumentException(notJson, { cause });
  }
}

function asMalformed<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    throw errors.MalformedPolicyDocumentException(error.message, { cause: error });
  }
}
