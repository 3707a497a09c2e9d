import type {
  CreateFunctionRequest,
  FunctionConfiguration,
  LoggingConfig,
} from '../../aws/models/lambda.ts';
import type { FunctionLayerRow } from '../../storage/tables/function-layers.ts';
import type { FunctionRow, Revision } from '../../storage/tables/functions.ts';
import type { PackageRow } from '../../storage/tables/packages.ts';
import { checkEnvironment } from './environment-variables.ts';
import { LATEST } from './function-name.ts';
import { runtimeVersionArn } from './supported-runtimes.ts';

/**
 * The part of a function's configuration that is chosen: what is stored, and copied into each
 * version.
 */
export interface Configuration {
  readonly Role: string;
  readonly Runtime: string;
  readonly Handler: string;
  readonly Description: string;
  readonly Timeout: number;
  readonly MemorySize: number;
  /** Missing when it never had variables. */
  readonly Variables?: Readonly<Record<string, string>> | undefined;
  readonly DeadLetterTargetArn?: string | undefined;
  readonly EphemeralStorageSize: number;
  readonly LoggingConfig: LoggingConfig;
  /**
   * Deviation from AWS: only shown. Functions run on this machine's own architecture; what is
   * written in Node.js or Python does not notice, and a `bootstrap` must be built for it.
   */
  readonly Architectures: readonly string[];
}

export const readConfiguration = ({ configuration }: Pick<Revision, 'configuration'>) =>
  JSON.parse(configuration) as Configuration;

const DEFAULTS = {
  Description: '',
  Timeout: 3,
  MemorySize: 128,
  EphemeralStorageSize: 512,
  Architectures: ['x86_64'],
} as const;

/** What a request may say of a function; requests that change one know some members only. */
export type FunctionSettings = {
  readonly [Name in keyof CreateFunctionRequest]?: CreateFunctionRequest[Name] | undefined;
};

/** The configuration that `input` describes: what it leaves out stays as it is in `base`. */
export function changeConfiguration(
  name: string,
  base: Partial<Configuration>,
  input: FunctionSettings,
): Configuration {
  const environment = input.Environment && (input.Environment.Variables ?? {});
  if (environment) checkEnvironment(environment);
  const deadLetterArn = input.DeadLetterConfig
    ? input.DeadLetterConfig.TargetArn || undefined
    : base.DeadLetterTargetArn;
  return {
    Role: input.Role ?? base.Role ?? '',
    Runtime: input.Runtime ?? base.Runtime ?? '',
    Handler: input.Handler ?? base.Handler ?? '',
    Description: input.Description ?? base.Description ?? DEFAULTS.Description,
    Timeout: input.Timeout ?? base.Timeout ?? DEFAULTS.Timeout,
    MemorySize: input.MemorySize ?? base.MemorySize ?? DEFAULTS.MemorySize,
    Variables: environment ?? base.Variables,
    DeadLetterTargetArn: deadLetterArn,
    EphemeralStorageSize:
      input.EphemeralStorage?.Size ?? base.EphemeralStorageSize ?? DEFAULTS.EphemeralStorageSize,
    LoggingConfig: {
      LogFormat: 'Text',
      LogGroup:
        input.LoggingConfig?.LogGroup ?? base.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    },
    Architectures: input.Architectures ?? base.Architectures ?? DEFAULTS.Architectures,
  };
}

/** A revision of a function with all that an answer shows of it. */
export interface ShownRevision {
  readonly owner: Pick<FunctionRow, 'arn' | 'name' | 'region'>;
  /** `$LATEST` or a number. */
  readonly version: string;
  /** As `FunctionArn` shows it; qualified or not depends on the operation. */
  readonly arn: string;
  readonly revision: Revision;
  readonly layers: readonly (FunctionLayerRow & { readonly size: number })[];
  readonly code: Pick<PackageRow, 'sha256' | 'size'>;
}

/** What Lambda answers about a function or version that is ready. */
export function showConfiguration(shown: ShownRevision): FunctionConfiguration {
  const { owner, version, revision, layers, code } = shown;
  const configuration = readConfiguration(revision);
  const { Variables, DeadLetterTargetArn, EphemeralStorageSize } = configuration;
  return {
    FunctionName: owner.name,
    FunctionArn: shown.arn,
    Runtime: configuration.Runtime,
    Role: configuration.Role,
    Handler: configuration.Handler,
    CodeSize: code.size,
    Description: configuration.Description,
    Timeout: configuration.Timeout,
    MemorySize: configuration.MemorySize,
    LastModified: lastModified(revision.modified_at),
    CodeSha256: Buffer.from(code.sha256, 'hex').toString('base64'),
    Version: version,
    DeadLetterConfig:
      DeadLetterTargetArn === undefined ? undefined : { TargetArn: DeadLetterTargetArn },
    Environment: Variables && { Variables },
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: revision.revision_id,
    Layers:
      layers.length === 0
        ? undefined
        : layers.map(({ arn, size }) => ({ Arn: arn, CodeSize: size })),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [...configuration.Architectures],
    EphemeralStorage: { Size: EphemeralStorageSize },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    RuntimeVersionConfig: {
      RuntimeVersionArn: runtimeVersionArn(owner.region, configuration.Runtime),
    },
    LoggingConfig: configuration.LoggingConfig,
  };
}

/** The same as one of a list, which says less. */
export const showListed = (shown: FunctionConfiguration): FunctionConfiguration => ({
  ...shown,
  State: undefined,
  LastUpdateStatus: undefined,
  RuntimeVersionConfig: undefined,
});

/**
 * The same as the answer to the request that makes it: AWS takes a moment to get ready and says so.
 *
 * Deviation from AWS: the function can be used and changed again at once.
 */
export const showPending = (shown: FunctionConfiguration, revisionId: string | undefined) => ({
  ...shown,
  RevisionId: revisionId,
  LastUpdateStatus: undefined,
  State: 'Pending',
  StateReason: 'The function is being created.',
  StateReasonCode: 'Creating',
});

export const showUpdating = (shown: FunctionConfiguration, revisionId: string) => ({
  ...shown,
  RevisionId: revisionId,
  LastUpdateStatus: 'InProgress',
  LastUpdateStatusReason: 'The function is being created.',
  LastUpdateStatusReasonCode: 'Creating',
});

/** `2025-11-25T10:00:00.000+0000` */
export const lastModified = (atMs: number): string =>
  new Date(atMs).toISOString().replace('Z', '+0000');

export const versionName = (version: number): string => (version === 0 ? LATEST : String(version));
