import type {
  Member,
  ModelledError,
  Service,
  Shape,
  Structure,
} from '../../src/aws/protocols/shape.ts';
import type { SdkOperation } from './sdk-schema.ts';

/** What one generated file holds. */
export interface ModelSource {
  /** `@aws-sdk/client-sqs 3.1169.0`, for the header. */
  readonly origin: string;
  readonly service: Service;
  readonly operations: readonly SdkOperation[];
  readonly errors: ReadonlyMap<string, ModelledError>;
  /** Every operation's name and route. */
  readonly routes: ReadonlyMap<string, string>;
}

/** The text of `src/aws/models/<service>.ts`. */
export function renderModel({ origin, service, operations, errors, routes }: ModelSource): string {
  const body = [
    renderService(service),
    ...structuresOf(operations).map(renderStructure),
    renderOperationTypes(operations),
    renderOperations(operations),
    renderErrors(errors),
    renderRoutes(routes),
  ].join('\n');
  return `${renderHeader(origin, body)}\n${body}`;
}

const CONSTRUCTORS = [
  'blob',
  'body',
  'boolean',
  'dateTime',
  'double',
  'epochSeconds',
  'httpDate',
  'integer',
  'list',
  'map',
  'member',
  'operation',
  'string',
  'structure',
  'timestamp',
  'unit',
];
const TYPES = ['Service', 'StoredBody', 'Structure', 'Unit'];

function renderHeader(origin: string, body: string): string {
  const used = (name: string) => new RegExp(`(?<![\\w'.])${name}\\b(?!['?:])`).test(body);
  return [
    `// Generated from ${origin} by \`npm run generate\`. Do not edit.`,
    `import type { ${TYPES.filter(used).join(', ')} } from '../protocols/shape.ts';`,
    `import { ${CONSTRUCTORS.filter(used).join(', ')} } from '../protocols/shape.ts';\n`,
  ].join('\n');
}

function renderService(service: Service): string {
  const lines = Object.entries(service).map(([name, value]) => `  ${name}: ${literal(value)},\n`);
  return `export const service: Service = {\n${lines.join('')}};\n`;
}

/** All structures that the operations reach, by name. */
function structuresOf(operations: readonly SdkOperation[]): Structure[] {
  const found = new Map<string, Structure>();
  const visit = (shape: Shape) => {
    if (shape.kind === 'list') visit(shape.item.shape);
    if (shape.kind === 'map') visit(shape.value.shape);
    if (shape.kind !== 'structure' || found.has(shape.name) || shape.name === 'Unit') return;
    found.set(shape.name, shape);
    for (const { shape: target } of shape.members) visit(target);
  };
  for (const { input, output } of operations) {
    visit(input);
    visit(output);
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function renderStructure(structure: Structure): string {
  const name = identifier(structure);
  const types = structure.members.map((m) =>
    m.traits.required
      ? `  ${m.name}: ${typeOf(m.shape)};\n`
      : `  ${m.name}?: ${typeOf(m.shape)} | undefined;\n`,
  );
  const members = structure.members.map((m) => `  ${m.name}: ${renderMember(m)},\n`);
  const root = structure.xmlName === undefined ? '' : `, ${literal(structure.xmlName)}`;
  return (
    `export interface ${name} {\n${types.join('')}}\n` +
    `export const ${name}: Structure = structure('${structure.name}', {\n${members.join('')}}${root});\n`
  );
}

function renderMember({ shape, traits }: Member): string {
  if (Object.keys(traits).length === 0) return expression(shape);
  return `member(${expression(shape)}, ${literal(traits)})`;
}

/** The constructor call that makes the shape. */
function expression(shape: Shape): string {
  switch (shape.kind) {
    case 'structure':
      return shape.name === 'Unit' ? 'unit' : `() => ${identifier(shape)}`;
    case 'list': {
      const { name } = shape.item;
      return call('list', [expression(shape.item.shape)], name === 'member' ? [] : [name]);
    }
    case 'map': {
      const { keyName, value } = shape;
      const plain = keyName === 'key' && value.name === 'value';
      return call('map', [expression(value.shape)], plain ? [] : [keyName, value.name]);
    }
    case 'timestamp':
      return shape.timestampFormat === undefined
        ? 'timestamp'
        : { 'date-time': 'dateTime', 'http-date': 'httpDate', 'epoch-seconds': 'epochSeconds' }[
            shape.timestampFormat
          ];
    default:
      return shape.kind;
  }
}

const call = (name: string, shapes: string[], names: string[]) =>
  `${name}(${[...shapes, ...names.map(literal)].join(', ')})`;

const LEAF_TYPES = {
  string: 'string',
  integer: 'number',
  double: 'number',
  boolean: 'boolean',
  timestamp: 'Date',
  blob: 'Uint8Array',
  body: 'StoredBody',
} as const;

function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'structure':
      return identifier(shape);
    case 'list':
      return `${typeOf(shape.item.shape)}[]`;
    case 'map':
      return `Record<string, ${typeOf(shape.value.shape)}>`;
    default:
      return LEAF_TYPES[shape.kind];
  }
}

/** S3 has shapes called Object and Error, which must not shadow JavaScript's own. */
const identifier = ({ name }: Structure) => (name in globalThis ? `S3${name}` : name);

function renderOperationTypes(operations: readonly SdkOperation[]): string {
  const lines = operations.map(
    ({ name, input, output }) =>
      `  ${name}: { input: ${typeOf(input)}; output: ${typeOf(output)} };\n`,
  );
  return `export interface Operations {\n${lines.join('')}}\n`;
}

function renderOperations(operations: readonly SdkOperation[]): string {
  const value = (shape: Structure) => (shape.name === 'Unit' ? 'unit' : identifier(shape));
  const lines = operations.map(({ name, input, output, status }) => {
    const code = status === 200 ? '' : `, ${status}`;
    return `  ${name}: operation('${name}', ${value(input)}, ${value(output)}${code}),\n`;
  });
  return `export const operations = {\n${lines.join('')}};\n`;
}

function renderErrors(errors: ReadonlyMap<string, ModelledError>): string {
  const lines = [...errors].map(([name, error]) => `  ${name}: ${literal(error)},\n`);
  return `export const errors = {\n${lines.join('')}} as const;\n`;
}

function renderRoutes(routes: ReadonlyMap<string, string>): string {
  const lines = [...routes].map(([name, route]) => `  ${name}: '${route}',\n`);
  return `export const allOperations = {\n${lines.join('')}} as const;\n`;
}

/** A JavaScript literal in the project's quotes; model text holds no quotes of its own. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{ ${entries.map(([k, v]) => `${k}: ${literal(v)}`).join(', ')} }`;
}
