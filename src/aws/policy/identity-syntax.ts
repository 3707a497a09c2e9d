import { CONDITION_OPERATORS } from './condition-operators.ts';
import { checkIdentityResource, isLegacyArn } from './identity-resource.ts';
import { isObject } from './json.ts';
import { readPolicyDate } from './policy-date.ts';
import { PolicySyntaxError } from './syntax-error.ts';

const VERSIONS: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17'];
const DOCUMENT_ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a policy of a user or role as IAM does, in IAM's order and words, which are others than
 * those of the services whose resources have policies: first what it is made of, then dates and
 * ARNs, then what is missing, resources, and last actions. `managed` ones must be of the newer version.
 * Throws `PolicySyntaxError`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function checkIdentitySyntax(document: unknown, managed: boolean): void {
  const statements = readStatements(document);
  if (!statements?.every(isStatement)) throw new PolicySyntaxError('Syntax errors in policy.');
  if (managed && (document as Json).Version !== '2012-10-17')
    throw new PolicySyntaxError('Policy document must be version 2012-10-17 or greater.');
  if (!statements.every(passesLegacyParsing))
    throw new PolicySyntaxError('The policy failed legacy parsing');
  const sids = statements.map(({ Sid }) => Sid).filter(Boolean);
  if (new Set(sids).size < sids.length)
    throw new PolicySyntaxError('Statement IDs (SID) in a single policy must be unique.');
  for (const { Principal, NotPrincipal } of statements)
    if (Principal !== undefined || NotPrincipal !== undefined)
      throw new PolicySyntaxError('Policy document should not specify a principal.');
  if (!statements.every((statement) => actionsOf(statement).length > 0))
    throw new PolicySyntaxError('Policy statement must contain actions.');
  if (!statements.every((statement) => resourcesOf(statement).length > 0))
    throw new PolicySyntaxError('Policy statement must contain resources.');
  for (const resource of statements.flatMap(resourcesOf)) checkIdentityResource(resource);
  for (const action of statements.flatMap(actionsOf)) checkAction(action);
}

function readStatements(document: unknown): readonly Json[] | undefined {
  if (!isObject(document) || !hasOnly(document, DOCUMENT_ELEMENTS)) return undefined;
  const { Version, Id, Statement } = document;
  if (!VERSIONS.includes(Version) || !isTextOrAbsent(Id)) return undefined;
  const list: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return list.length > 0 && list.every(isObject) ? list : undefined;
}

function isStatement(statement: Json): boolean {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return (
    hasOnly(statement, STATEMENT_ELEMENTS) &&
    isTextOrAbsent(Sid) &&
    typeof Effect === 'string' &&
    /^(?:allow|deny)$/i.test(Effect) &&
    (Action === undefined || NotAction === undefined) &&
    (Resource === undefined || NotResource === undefined) &&
    [Action, NotAction, Resource, NotResource].every(isTexts) &&
    isCondition(Condition)
  );
}

const hasOnly = (object: Json, elements: ReadonlySet<string>) =>
  Object.keys(object).every((name) => elements.has(name));

const isTextOrAbsent = (value: unknown) => value === undefined || typeof value === 'string';

const isTexts = (value: unknown) =>
  isTextOrAbsent(value) || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** An operator nobody knows is let pass as long as it compares nothing. */
const isCondition = (condition: unknown) =>
  isObject(condition) &&
  Object.entries(condition).every(
    ([operator, keys]) =>
      isObject(keys) &&
      (Object.keys(keys).length === 0 || isOperator(operator)) &&
      Object.values(keys).every((values) => listOf(values).every(isConditionValue)),
  );

const isOperator = (written: string): boolean => {
  const name = operatorName(written);
  return name === 'Null' || CONDITION_OPERATORS.has(name);
};

const operatorName = (written: string) =>
  written.replace(/^(?:ForAllValues|ForAnyValue):/, '').replace(/IfExists$/, '');

const isConditionValue = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function passesLegacyParsing(statement: Json): boolean {
  const { Effect, Condition = {} } = statement;
  const dates = Object.entries(Condition as Json).flatMap(([operator, keys]) =>
    operatorName(operator).startsWith('Date') ? Object.values(keys as Json).flatMap(listOf) : [],
  );
  return (
    (Effect === 'Allow' || Effect === 'Deny') &&
    resourcesOf(statement).every(isLegacyArn) &&
    dates.every((date) => isDate(String(date)))
  );
}

/** What holds a variable is known at each request only. */
const isDate = (text: string) => text.includes('${') || readPolicyDate(text) !== undefined;

const actionsOf = ({ Action, NotAction }: Json) => listOf(Action ?? NotAction) as string[];
const resourcesOf = ({ Resource, NotResource }: Json) =>
  listOf(Resource ?? NotResource) as string[];

function checkAction(action: string): void {
  if (action === '*') return;
  const [vendor = '', ...rest] = action.split(':');
  if (rest.length === 0)
    throw new PolicySyntaxError(
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    );
  if (rest.length > 1) throw new PolicySyntaxError('Actions/Condition can contain only one colon.');
  if (!/^[A-Za-z0-9.-]+$/.test(vendor))
    throw new PolicySyntaxError(`Vendor ${vendor} is not valid`);
}
