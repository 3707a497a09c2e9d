import type { PolicyDocument, PolicyKind, Statement } from './document.ts';
import { readObject } from './json.ts';
import { parseStatement } from './parse-statement.ts';
import type { PolicyVersion } from './policy-version.ts';
import { PolicySyntaxError } from './syntax-error.ts';

/** More than AWS allows for any policy; services have smaller limits of their own. */
export const POLICY_BYTES_MAX = 32_768;

const VERSIONS: readonly unknown[] = ['2008-10-17', '2012-10-17'] satisfies PolicyVersion[];
const ELEMENTS = new Set(['Version', 'Id', 'Statement']);

/**
 * Reads and checks a policy document. Throws `PolicySyntaxError`, whose message is the one of S3's
 * MalformedPolicy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string, kind: PolicyKind): PolicyDocument {
  const document = parseJson(text);
  for (const element of Object.keys(document)) {
    if (!ELEMENTS.has(element)) throw new PolicySyntaxError(`Unknown field ${element}`);
  }
  const { Version = '2008-10-17', Id, Statement } = document;
  if (!VERSIONS.includes(Version)) {
    throw new PolicySyntaxError('The policy must contain a valid version string');
  }
  if (Id !== undefined && typeof Id !== 'string') {
    throw new PolicySyntaxError('Invalid policy syntax: Id must be a string.');
  }
  const list = Array.isArray(Statement) ? Statement : [Statement];
  if (Statement === undefined || list.length === 0) {
    throw new PolicySyntaxError('Missing required field Statement');
  }
  const version = Version as PolicyVersion;
  const statements = list.map((statement) => parseStatement(statement, kind, version));
  checkSids(statements);
  return { version, id: Id, statements };
}

function parseJson(text: string): Record<string, unknown> {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) {
    throw new PolicySyntaxError(
      `Policies must not be larger than ${POLICY_BYTES_MAX.toLocaleString('en')} bytes`,
    );
  }
  try {
    return readObject(JSON.parse(text), 'The policy');
  } catch {
    throw new PolicySyntaxError("Policies must be valid JSON and the first byte must be '{'");
  }
}

function checkSids(statements: readonly Statement[]): void {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid === undefined || sid === '') continue;
    if (seen.has(sid)) {
      throw new PolicySyntaxError('Statement IDs (SID) in a single policy must be unique.');
    }
    seen.add(sid);
  }
}
