import type { FunctionSettings } from './configuration.ts';
import { unsupported } from './errors.ts';

/** What cannot be done here, and the values that ask for nothing. */
const ASKED: Readonly<Record<string, (input: FunctionSettings) => unknown>> = {
  'PackageType Image': ({ PackageType }) => PackageType === 'Image',
  'Code.ImageUri': ({ Code }) => Code?.ImageUri,
  'Code.SourceKMSKeyArn': ({ Code }) => Code?.SourceKMSKeyArn,
  'Code.S3ObjectStorageMode': ({ Code }) => Code?.S3ObjectStorageMode,
  PublishTo: ({ PublishTo }) => PublishTo,
  VpcConfig: ({ VpcConfig }) =>
    VpcConfig?.SubnetIds?.length ||
    VpcConfig?.SecurityGroupIds?.length ||
    VpcConfig?.Ipv6AllowedForDualStack,
  KMSKeyArn: ({ KMSKeyArn }) => KMSKeyArn,
  'TracingConfig.Mode Active': ({ TracingConfig }) => TracingConfig?.Mode === 'Active',
  FileSystemConfigs: ({ FileSystemConfigs }) => FileSystemConfigs?.length,
  CodeSigningConfigArn: ({ CodeSigningConfigArn }) => CodeSigningConfigArn,
  ImageConfig: ({ ImageConfig }) => ImageConfig && Object.keys(ImageConfig).length > 0,
  'SnapStart.ApplyOn PublishedVersions': ({ SnapStart }) =>
    SnapStart?.ApplyOn === 'PublishedVersions',
  'LoggingConfig.LogFormat JSON': ({ LoggingConfig }) =>
    LoggingConfig?.LogFormat === 'JSON' ||
    LoggingConfig?.ApplicationLogLevel ||
    LoggingConfig?.SystemLogLevel,
  TenancyConfig: ({ TenancyConfig }) => TenancyConfig,
  CapacityProviderConfig: ({ CapacityProviderConfig }) => CapacityProviderConfig,
  DurableConfig: ({ DurableConfig }) => DurableConfig,
};

/**
 * Throws InvalidParameterValueException for container images, VPCs, file systems, keys of one's
 * own, X-Ray, SnapStart, JSON logs and whatever else a function could ask for and would not get.
 */
export function refuseUnsupported(input: FunctionSettings): void {
  for (const [parameter, asks] of Object.entries(ASKED))
    if (asks(input)) throw unsupported(parameter);
}
