import { formatArn } from '../../aws/arn.ts';
import { completeTrace, type Lineage } from '../../aws/trace-header.ts';
import type { Transaction } from '../../storage/storage.ts';
import { listFunctionLayers, type UsedLayer } from '../../storage/tables/function-layers.ts';
import { insertFunctionLog } from '../../storage/tables/function-logs.ts';
import { getPackage, type PackageRow } from '../../storage/tables/packages.ts';
import type { Platform } from '../context.ts';
import { functionCredentials } from '../function-credentials.ts';
import { HOPS_MAX } from '../hops.ts';
import { readConfiguration, versionName } from './configuration.ts';
import { functionNotFound, recursiveInvocation } from './errors.ts';
import { type FoundVersion, findVersion } from './find-version.ts';
import { LATEST } from './function-name.ts';
import { packageDirectory } from './package-directory.ts';
import type { FunctionSpec, InvokeOutcome } from './runtime/function-runtime.ts';
import { runtimeVersionArn } from './supported-runtimes.ts';

export interface Invocation {
  /** Without a qualifier. */
  readonly functionArn: string;
  readonly qualifier?: string | undefined;
  readonly requestId: string;
  /** JSON in UTF-8. */
  readonly payload: Uint8Array;
  /**
   * `X-Amzn-Trace-Id` of what led here; the function gets one of the same root that carries
   * `lineage`.
   */
  readonly trace: string | null | undefined;
  readonly lineage: Lineage;
  /** JSON text. */
  readonly clientContext?: string | undefined;
}

export interface Ran extends InvokeOutcome {
  readonly executedVersion: string;
  /** Writes down the log of this run, for whoever ran it to call in a transaction of its own. */
  keepLog(tx: Transaction): Promise<void>;
}

/**
 * Runs a function once, to its outcome. What the function does wrong is part of
 * the outcome; it throws AwsError when it could not run: ResourceNotFoundException,
 * TooManyRequestsException, RecursiveInvocationException for one that is part of a loop, and
 * AccessDeniedException when its role cannot be assumed.
 */
export async function runFunction(platform: Platform, invocation: Invocation): Promise<Ran> {
  const { functionArn, qualifier, requestId, lineage } = invocation;
  const loaded = await loadVersion(platform, invocation);
  const { owner, version } = loaded.found;
  if (lineage.hops > HOPS_MAX && owner.recursive_loop === 'Terminate')
    throw recursiveInvocation(functionArn, lineage.hops);
  const { Role } = readConfiguration(loaded.found.revision);
  const outcome = await platform.functions.invoke(
    await specOf(platform, loaded),
    {
      requestId,
      payload: invocation.payload,
      invokedFunctionArn: qualifier === undefined ? functionArn : `${functionArn}:${qualifier}`,
      traceHeader: completeTrace(invocation.trace, lineage, randomHex(platform)),
      clientContext: invocation.clientContext,
    },
    () =>
      functionCredentials(platform, {
        roleArn: Role,
        account: owner.account,
        functionArn,
        functionName: owner.name,
      }),
    { reservedConcurrency: owner.reserved_concurrency ?? undefined },
  );
  const executedVersion = versionName(version);
  const keepLog = (tx: Transaction) =>
    insertLog(tx, platform, { invocation, found: loaded.found, outcome });
  return { ...outcome, executedVersion, keepLog };
}

const TRACE_BYTES = 16;
const randomHex = ({ ids }: Platform) => Buffer.from(ids.bytes(TRACE_BYTES)).toString('hex');

interface Loaded {
  readonly found: FoundVersion;
  readonly code: PackageRow;
  readonly layers: readonly (UsedLayer & { readonly blob: string })[];
}

async function loadVersion(platform: Platform, invocation: Invocation): Promise<Loaded> {
  const { functionArn: arn, qualifier } = invocation;
  return platform.storage.read(async (reader) => {
    const found = await findVersion(reader, { arn, qualifier }, () => platform.ids.random());
    const code = found && (await getPackage(reader, found.revision.package));
    if (!code) throw functionNotFound(`${arn}:${qualifier ?? LATEST}`);
    const layers = [];
    for (const layer of await listFunctionLayers(reader, arn, found.version)) {
      const { blob } = (await getPackage(reader, layer.package)) ?? { blob: '' };
      layers.push({ ...layer, blob });
    }
    return { found, code, layers };
  });
}

async function specOf(
  platform: Platform,
  { found: { owner, version, revision }, code, layers }: Loaded,
): Promise<FunctionSpec> {
  const configuration = readConfiguration(revision);
  const name = versionName(version);
  const layerDirectories = [];
  for (const { package: sha256, ...layer } of layers)
    layerDirectories.push(await packageDirectory(platform, { sha256, ...layer }));
  return {
    arn: owner.arn,
    qualifiedArn: `${owner.arn}:${name}`,
    name: owner.name,
    version: name,
    runtime: configuration.Runtime,
    runtimeVersionArn: runtimeVersionArn(owner.region, configuration.Runtime),
    handler: configuration.Handler,
    codeDirectory: await packageDirectory(platform, code),
    layerDirectories,
    timeoutSeconds: configuration.Timeout,
    memoryMb: configuration.MemorySize,
    ephemeralStorageMb: configuration.EphemeralStorageSize,
    environment: configuration.Variables ?? {},
    region: owner.region,
    revision: String(revision.revision),
    logGroup: configuration.LoggingConfig.LogGroup ?? '',
  };
}

interface Run {
  readonly invocation: Invocation;
  readonly found: FoundVersion;
  readonly outcome: InvokeOutcome;
}

function insertLog(
  tx: Transaction,
  { ids, clock }: Platform,
  { invocation, found: { owner, version, revision }, outcome }: Run,
): Promise<void> {
  const { LogGroup } = readConfiguration(revision).LoggingConfig;
  return insertFunctionLog(tx, {
    id: ids.sequence(),
    function_arn: owner.arn,
    version: versionName(version),
    request_id: invocation.requestId,
    log_group: formatArn('logs', owner.region, owner.account, `log-group:${LogGroup}`),
    log_stream: outcome.logStream,
    at: clock.now(),
    failed: outcome.functionError === undefined ? 0 : 1,
    text: outcome.log,
  });
}
