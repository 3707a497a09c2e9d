import { join } from 'node:path';
import type { FunctionCredentials, FunctionSpec } from './function-spec.ts';
import { MARK } from './marked-processes.ts';

export interface ProcessEnvironmentOptions {
  readonly spec: FunctionSpec;
  readonly credentials: FunctionCredentials;
  readonly runtimeApi: string;
  readonly endpointUrl: string;
  readonly logStream: string;
  readonly scratchDirectory: string;
  readonly runtimeDirectory: string;
  /** Python's directory of packages that the user installed, when it has one. */
  readonly pythonUserSite?: string | undefined;
}

/**
 * All variables of a function's process. Nothing comes from the server's own environment.
 *
 * Deviation from AWS: LAMBDA_TASK_ROOT, LAMBDA_RUNTIME_DIR and the paths made from them name the real directories
 * on this machine, not /var/task, /var/runtime and /opt, which only errors name; TMPDIR and HOME name the environment's
 * own scratch directory; AWS_ENDPOINT_URL sends the SDKs here.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function processEnvironment(options: ProcessEnvironmentOptions): Record<string, string> {
  return { ...defaults(options), ...options.spec.environment, ...reserved(options) };
}

/** What the function may set to something else. */
function defaults(options: ProcessEnvironmentOptions): Record<string, string> {
  const { spec } = options;
  // Of two layers with the same file the later one wins.
  const layers = spec.layerDirectories.toReversed();
  const inLayers = (...path: string[]) => layers.map((layer) => join(layer, ...path));
  return {
    ...languagePaths(options, inLayers),
    PATH: [...inLayers('bin'), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    LD_LIBRARY_PATH: [spec.codeDirectory, join(spec.codeDirectory, 'lib'), ...inLayers('lib')].join(
      ':',
    ),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    HOME: options.scratchDirectory,
    TMPDIR: options.scratchDirectory,
    AWS_ENDPOINT_URL: options.endpointUrl,
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
  };
}

function languagePaths(
  { spec, pythonUserSite }: ProcessEnvironmentOptions,
  inLayers: (...path: string[]) => string[],
): Record<string, string> {
  if (spec.runtime.startsWith('python')) {
    const site = inLayers('python', 'lib', spec.runtime, 'site-packages');
    const paths = [...site, ...inLayers('python'), ...(pythonUserSite ? [pythonUserSite] : [])];
    return paths.length > 0 ? { PYTHONPATH: paths.join(':') } : {};
  }
  if (spec.runtime.startsWith('nodejs')) {
    const major = /\d+/.exec(spec.runtime)?.[0] ?? '';
    const versioned = inLayers('nodejs', `node${major}`, 'node_modules');
    const paths = [...versioned, ...inLayers('nodejs', 'node_modules'), spec.codeDirectory];
    return { NODE_PATH: paths.join(':') };
  }
  return {};
}

/** What is as Lambda sets it, whatever the function's own variables say. */
function reserved(options: ProcessEnvironmentOptions): Record<string, string> {
  const { spec, credentials } = options;
  return {
    _HANDLER: spec.handler,
    AWS_REGION: spec.region,
    AWS_DEFAULT_REGION: spec.region,
    ...(!spec.runtime.startsWith('provided') && {
      AWS_EXECUTION_ENV: `AWS_Lambda_${spec.runtime}`,
    }),
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: spec.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: spec.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: options.logStream,
    AWS_LAMBDA_RUNTIME_API: options.runtimeApi,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    LAMBDA_TASK_ROOT: spec.codeDirectory,
    LAMBDA_RUNTIME_DIR: options.runtimeDirectory,
    [MARK]: options.scratchDirectory,
  };
}
