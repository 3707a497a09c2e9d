import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { routeHeaders, serviceDeviations, statusDeviations } from '../src/aws/models/overlay.ts';
import type { ProtocolName, Service } from '../src/aws/protocols/shape.ts';
import { deviateErrors, deviateMembers } from './models/apply-overlay.ts';
import { renderModel } from './models/render.ts';
import { readSdkModel, type SdkOperation } from './models/sdk-schema.ts';
import { selections } from './models/selections.ts';

/**
 * Writes `src/aws/models/<service>.ts` from the schemas in the `@aws-sdk/client-*` packages: `npm run generate`.
 * To model one more operation, add it to `models/selections.ts`, generate, and write its handler.
 */
export const MODELS = new URL('../src/aws/models/', import.meta.url);

/** The clients cannot be imported one file at a time; required, they load fastest. */
const require = createRequire(import.meta.url);

if (import.meta.main) {
  for (const [service, text] of generateModels()) {
    writeFileSync(new URL(`${service}.ts`, MODELS), text);
  }
}

/** The text of every model file, by service. */
export function generateModels(): ReadonlyMap<string, string> {
  return new Map(Object.keys(selections).map((service) => [service, generateModel(service)]));
}

function generateModel(service: string): string {
  const packageName = `@aws-sdk/client-${service}`;
  const exports = require(packageName) as Record<string, unknown>;
  const { operations, errors } = readSdkModel(exports, (structureName, members) =>
    deviateMembers(service, structureName, members),
  );
  return renderModel({
    origin: `${packageName} ${versionOf(packageName)}`,
    service: { ...serviceOf(exports), ...serviceDeviations[service]?.service },
    operations: selected(service, operations),
    errors: deviateErrors(service, errors),
    routes: new Map([...operations.values()].map((o) => [o.name, routeOf(service, o)])),
  });
}

function versionOf(packageName: string): string {
  return JSON.parse(readFileSync(require.resolve(`${packageName}/package.json`), 'utf8')).version;
}

function selected(service: string, all: ReadonlyMap<string, SdkOperation>): SdkOperation[] {
  const names = selections[service] ?? [];
  if (names === 'all') return [...all.values()];
  return names.toSorted().map((name) => {
    const operation = all.get(name);
    if (!operation) throw new Error(`${service} has no operation ${name}`);
    return { ...operation, status: statusDeviations[service]?.[name] ?? operation.status };
  });
}

/** The part of a client's resolved configuration that describes its service. */
interface SdkClient {
  readonly config: {
    readonly defaultSigningName: string;
    readonly protocol: { getShapeId(): string };
    readonly protocolSettings: {
      readonly defaultNamespace: string;
      readonly version: string;
      readonly serviceTarget: string;
      readonly xmlNamespace?: string;
    };
  };
}

function serviceOf(exports: Readonly<Record<string, unknown>>): Service {
  const clientName = Object.keys(exports).find((name) => /^[A-Z]\w*Client$/.test(name)) ?? '';
  const Client = exports[clientName] as new (config: { region: string }) => SdkClient;
  const { config } = new Client({ region: 'us-east-1' });
  const { defaultNamespace, version, serviceTarget, xmlNamespace } = config.protocolSettings;
  const protocol = config.protocol.getShapeId().replace('aws.protocols#', '') as ProtocolName;
  return {
    signingName: config.defaultSigningName,
    protocols: [protocol],
    apiVersion: version,
    ...(protocol.startsWith('awsJson') && { targetPrefix: serviceTarget }),
    ...(xmlNamespace !== undefined && { xmlNamespace }),
    shapeNamespace: defaultNamespace,
  };
}

/** `METHOD /path?markers header`. Only in S3 do query parameters choose the operation. */
function routeOf(service: string, { name, method, uri, input }: SdkOperation): string {
  const [path, query = ''] = uri.split('?');
  const markers = query.split('&').filter((marker) => marker !== '' && !marker.startsWith('x-id='));
  if (service === 's3') {
    for (const { traits } of input.members) {
      if (traits.required && traits.httpQuery !== undefined) markers.push(traits.httpQuery);
    }
  }
  const header = routeHeaders[name];
  return [
    method,
    markers.length === 0 ? path : `${path}?${markers.join('&')}`,
    ...(header === undefined ? [] : [header]),
  ].join(' ');
}
