import { validationError } from './errors.ts';
import { AWS_RUNTIMES } from './supported-runtimes.ts';

/** What a member's value must satisfy, as the API's model states it. */
interface Constraint {
  /** Lengths of texts and lists. */
  readonly length?: readonly [min: number, max: number];
  readonly range?: readonly [min: number, max: number];
  /** The same for numbers that need not be whole; the error shows them with a fraction. */
  readonly reals?: readonly [min: number, max: number];
  /** The whole value; written as Lambda's model spells it, since the error repeats it. */
  readonly pattern?: string;
  readonly values?: readonly string[];
  /** What every item of a list must be one of. */
  readonly all?: readonly string[];
  /** What each item of a list must satisfy. */
  readonly each?: Constraint;
  /** What each key and value of a map must satisfy. */
  readonly keys?: Constraint;
  readonly weights?: Constraint;
  /** Items and keys may be null, which is said of none of the others. */
  readonly nullable?: boolean;
  /** The value is not repeated in the error. */
  readonly secret?: boolean;
}

const oneOf = (...values: string[]): Constraint => ({ values });
const text = (min: number, max: number, pattern?: string): Constraint => ({
  length: [min, max],
  ...(pattern === undefined ? {} : { pattern }),
});

const REGION = '[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';
const FUNCTION_PREFIX = `(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION}:)?(\\d{12}:)?(function:)?`;
const FUNCTION_NAME = text(
  1,
  140,
  `${FUNCTION_PREFIX}([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`,
);
const ANY_ARN =
  'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)';
const DESTINATION = `$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:(${REGION})?:(\\d{12})?:(.*)`;
const LAYER_VERSION_ARN =
  'arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+';
const OPTIONAL_ARN = '(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()';
const ARCHITECTURE = oneOf('x86_64', 'arm64');
const INT_MAX = 2 ** 31 - 1;

/**
 * Every constraint of the API's inputs, by the name of the member, which means the same in all
 * operations.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
 */
const MEMBERS: Readonly<Record<string, Constraint>> = {
  Action: { pattern: '(lambda:[*]|lambda:[a-zA-Z]+|[*])' },
  AdditionalVersionWeights: { keys: text(1, 1024, '[0-9]+'), weights: { reals: [0, 1] } },
  ApplicationLogLevel: oneOf('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
  ApplyOn: oneOf('PublishedVersions', 'None'),
  Architectures: { length: [1, 1], each: ARCHITECTURE },
  Arn: text(1, 140, LAYER_VERSION_ARN),
  BatchSize: { range: [1, 10000] },
  CompatibleArchitecture: ARCHITECTURE,
  CompatibleArchitectures: { length: [0, 2], each: ARCHITECTURE, nullable: true },
  CompatibleRuntime: oneOf(...AWS_RUNTIMES),
  CompatibleRuntimes: { length: [0, 15], all: AWS_RUNTIMES },
  Description: text(0, 256),
  Destination: text(0, 350, DESTINATION),
  EventSourceArn: { pattern: ANY_ARN },
  EventSourceToken: text(0, 256, '[a-zA-Z0-9._\\-]+'),
  FunctionName: text(
    1,
    256,
    `${FUNCTION_PREFIX}([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  ),
  FunctionResponseTypes: { length: [0, 1], each: oneOf('ReportBatchItemFailures') },
  FunctionUrlAuthType: oneOf('NONE', 'AWS_IAM'),
  FunctionVersion: text(1, 1024, '(\\$LATEST(\\.PUBLISHED)?|[0-9]+)'),
  Handler: text(0, 128, '[^\\s]+'),
  InvocationType: oneOf('Event', 'RequestResponse', 'DryRun'),
  LayerName: text(
    1,
    140,
    '(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+',
  ),
  Layers: { each: text(1, 140, LAYER_VERSION_ARN) },
  LicenseInfo: text(0, 512),
  LogFormat: oneOf('JSON', 'Text'),
  LogGroup: text(1, 512, '[\\.\\-_/#A-Za-z0-9]+'),
  LogType: oneOf('None', 'Tail'),
  MaxItems: { range: [1, 10000] },
  MaximumBatchingWindowInSeconds: { range: [0, 300] },
  MaximumConcurrency: { range: [2, 1000] },
  MaximumEventAgeInSeconds: { range: [60, 21600] },
  MaximumRetryAttempts: { range: [0, 2] },
  MemorySize: { range: [128, 10240] },
  Mode: oneOf('Active', 'PassThrough'),
  Name: text(1, 128, '(?!^[0-9]+$)([a-zA-Z0-9-_]+)'),
  OrganizationId: text(0, 34, 'o-[a-z0-9]{10,32}'),
  PackageType: oneOf('Zip', 'Image'),
  Principal: { pattern: '[^\\s]+' },
  PrincipalOrgID: text(12, 34, 'o-[a-z0-9]{10,32}'),
  Qualifier: text(1, 128, '\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+'),
  RecursiveLoop: oneOf('Allow', 'Terminate'),
  ReservedConcurrentExecutions: { range: [0, INT_MAX] },
  Resource: text(
    1,
    256,
    `arn:(aws[a-zA-Z-]*):lambda:${REGION}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)`,
  ),
  Role: { pattern: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+' },
  S3Bucket: text(3, 63, '[0-9A-Za-z\\.\\-_]*(?<!\\.)'),
  S3Key: text(1, 1024),
  S3ObjectVersion: text(1, 1024),
  Size: { range: [512, 10240] },
  SourceAccount: text(0, 12, '\\d{12}'),
  SourceArn: { pattern: ANY_ARN },
  StartingPosition: oneOf('TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'),
  StatementId: text(1, 100, '([a-zA-Z0-9-_]+)'),
  SystemLogLevel: oneOf('DEBUG', 'INFO', 'WARN'),
  TargetArn: { pattern: OPTIONAL_ARN },
  Timeout: { range: [1, 900] },
  Variables: { keys: { pattern: '[a-zA-Z]([a-zA-Z0-9_])+' }, secret: true },
};

/** Operations on what belongs to one function, without the names that newer operations know. */
const BY_PLAIN_NAME = [
  ...['CreateAlias', 'CreateFunction', 'DeleteAlias', 'DeleteFunctionConcurrency', 'GetAlias'],
  ...['GetFunctionConcurrency', 'ListAliases', 'PublishVersion', 'PutFunctionConcurrency'],
  ...['UpdateAlias', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'],
];

/** Where an operation has it otherwise. */
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Constraint>>>> = {
  ...Object.fromEntries(BY_PLAIN_NAME.map((name) => [name, { FunctionName: FUNCTION_NAME }])),
  ListFunctions: { FunctionVersion: oneOf('ALL') },
  ListFunctionEventInvokeConfigs: { MaxItems: { range: [1, 50] } },
  ListLayers: { MaxItems: { range: [1, 50] } },
  ListLayerVersions: { MaxItems: { range: [1, 50] } },
  RemovePermission: { StatementId: text(1, 100, '([a-zA-Z0-9-_.]+)') },
  AddLayerVersionPermission: {
    Action: text(0, 22, 'lambda:GetLayerVersion'),
    Principal: { pattern: '\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root' },
  },
  GetFunctionUrlConfig: { Qualifier: text(1, 128, '((?!^\\d+$)^[0-9a-zA-Z-_]+$)') },
};

/** Maps, whose keys are not members. */
const MAPS = new Set(['Variables', 'Tags', 'AdditionalVersionWeights']);

/** Of a new function that is given by its name alone. */
const NAME_LENGTH_MAX = 64;

/**
 * Checks an input against the model, before anything else is done with it. Throws
 * ValidationException with every constraint that is broken, as Lambda words it: `1 validation error
 * detected: Value '...' at 'functionName' failed to satisfy constraint: ...`.
 */
export function checkConstraints(operation: string, input: object): void {
  const found = [...violations(operation, input, [])];
  if (found.length === 0) return;
  throw validationError(
    `${found.length} validation error${found.length === 1 ? '' : 's'} detected: ${found.join('; ')}`,
  );
}

function* violations(operation: string, input: object, path: string[]): Generator<string> {
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const here = [...path, name.charAt(0).toLowerCase() + name.slice(1)];
    const constraint = constraintOf(operation, name, value);
    for (const broken of brokenBy(value, constraint))
      yield `${told(value, constraint)} at '${here.join('.')}' failed to satisfy constraint: ${broken}`;
    if (isStructure(value) && !MAPS.has(name)) yield* violations(operation, value, here);
  }
}

const isStructure = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function constraintOf(operation: string, name: string, value: unknown): Constraint {
  const constraint = OPERATIONS[operation]?.[name] ?? MEMBERS[name] ?? {};
  const isNewName =
    operation === 'CreateFunction' && name === 'FunctionName' && !String(value).includes(':');
  return isNewName ? { ...constraint, length: [1, NAME_LENGTH_MAX] } : constraint;
}

function* brokenBy(value: unknown, constraint: Constraint): Generator<string> {
  yield* broken(value, constraint);
  const { all, each, keys, weights, nullable } = constraint;
  const says = (part: Constraint) =>
    `[${[...stated(part), ...(nullable ? [] : ['Member must not be null'])].join(', ')}]`;
  if (all && !(value as string[]).every((item) => all.includes(item))) yield among(all);
  if (each && (value as unknown[]).some((item) => isBroken(item, each)))
    yield `Member must satisfy constraint: ${says(each)}`;
  if (keys && Object.keys(value as object).some((key) => isBroken(key, keys)))
    yield `Map keys must satisfy constraint: ${says(keys)}`;
  if (weights && Object.values(value as object).some((item) => isBroken(item, weights)))
    yield `Map value must satisfy constraint: ${says(weights)}`;
}

const isBroken = (value: unknown, constraint: Constraint) => !broken(value, constraint).next().done;

function* broken(value: unknown, constraint: Constraint): Generator<string> {
  const { length, range, reals, pattern, values } = constraint;
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  if (length && size !== undefined && size > length[1]) yield lengthAtMost(length[1]);
  if (length && size !== undefined && size < length[0]) yield lengthAtLeast(length[0]);
  if (range && (value as number) > range[1]) yield valueAtMost(range[1]);
  if (range && (value as number) < range[0]) yield valueAtLeast(range[0]);
  if (reals && (value as number) > reals[1]) yield valueAtMost(real(reals[1]));
  if (reals && (value as number) < reals[0]) yield valueAtLeast(real(reals[0]));
  if (pattern !== undefined && !compiled(pattern).test(value as string)) yield matching(pattern);
  if (values && !values.includes(value as string)) yield among(values);
}

/** All that a constraint says, which is what AWS shows for the items of lists and maps. */
function* stated({ length, range, reals, pattern, values }: Constraint): Generator<string> {
  if (length) yield lengthAtMost(length[1]);
  if (length) yield lengthAtLeast(length[0]);
  if (range) yield valueAtMost(range[1]);
  if (range) yield valueAtLeast(range[0]);
  if (reals) yield valueAtMost(real(reals[1]));
  if (reals) yield valueAtLeast(real(reals[0]));
  if (pattern !== undefined) yield matching(pattern);
  if (values) yield among(values);
}

const lengthAtMost = (max: number) => `Member must have length less than or equal to ${max}`;
const lengthAtLeast = (min: number) => `Member must have length greater than or equal to ${min}`;
const valueAtMost = (max: number | string) => `Member must have value less than or equal to ${max}`;
const valueAtLeast = (min: number | string) =>
  `Member must have value greater than or equal to ${min}`;
const matching = (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`;
const among = (values: readonly string[]) =>
  `Member must satisfy enum value set: [${values.join(', ')}]`;

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let expression = patterns.get(pattern);
  if (!expression) {
    expression = new RegExp(`^(?:${pattern})$`, 's');
    patterns.set(pattern, expression);
  }
  return expression;
}

const told = (value: unknown, { secret }: Constraint) =>
  secret ? 'Value' : `Value '${shown(value)}'`;

/** As Java prints it: `1.0`. */
const real = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** As Java prints it: `[a, b]` and `{k=v}`. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${key}=${typeof item === 'number' ? real(item) : item}`,
  );
  return `{${pairs.join(', ')}}`;
}
