import { AwsError } from '../../aws/error.ts';
import type { Operations } from '../../aws/models/lambda.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { access } from './access.ts';
import { addLayerVersionPermission } from './add-layer-version-permission.ts';
import { addPermission } from './add-permission.ts';
import { createAlias } from './create-alias.ts';
import { createEventSourceMapping } from './create-event-source-mapping.ts';
import { createFunction } from './create-function.ts';
import { deleteAlias } from './delete-alias.ts';
import { deleteEventSourceMapping } from './delete-event-source-mapping.ts';
import { deleteFunction } from './delete-function.ts';
import { deleteLayerVersion } from './delete-layer-version.ts';
import {
  deleteFunctionConcurrency,
  getFunctionConcurrency,
  putFunctionConcurrency,
} from './function-concurrency.ts';
import {
  getFunctionRecursionConfig,
  putFunctionRecursionConfig,
} from './function-recursion-config.ts';
import { getAccountSettings } from './get-account-settings.ts';
import { getAlias } from './get-alias.ts';
import { getEventSourceMapping } from './get-event-source-mapping.ts';
import { getFunction, getFunctionConfiguration } from './get-function.ts';
import { getFunctionCodeSigningConfig } from './get-function-code-signing-config.ts';
import {
  deleteFunctionEventInvokeConfig,
  getFunctionEventInvokeConfig,
  listFunctionEventInvokeConfigs,
} from './get-function-event-invoke-config.ts';
import { getFunctionUrlConfig, listFunctionUrlConfigs } from './get-function-url-config.ts';
import { getLayerVersion, getLayerVersionByArn } from './get-layer-version.ts';
import { getLayerVersionPolicy } from './get-layer-version-policy.ts';
import { getPolicy } from './get-policy.ts';
import {
  getProvisionedConcurrencyConfig,
  listProvisionedConcurrencyConfigs,
} from './get-provisioned-concurrency-config.ts';
import { invoke } from './invoke.ts';
import { invokeAsync } from './invoke-async.ts';
import { listAliases } from './list-aliases.ts';
import { listEventSourceMappings } from './list-event-source-mappings.ts';
import { listFunctions } from './list-functions.ts';
import { listLayers, listLayerVersions } from './list-layers.ts';
import { listVersionsByFunction } from './list-versions-by-function.ts';
import { publishLayerVersion } from './publish-layer-version.ts';
import { publishVersion } from './publish-version.ts';
import {
  putFunctionEventInvokeConfig,
  updateFunctionEventInvokeConfig,
} from './put-function-event-invoke-config.ts';
import { removeLayerVersionPermission } from './remove-layer-version-permission.ts';
import { removePermission } from './remove-permission.ts';
import { listTags, tagResource, untagResource } from './tag-resource.ts';
import { updateAlias } from './update-alias.ts';
import { updateEventSourceMapping } from './update-event-source-mapping.ts';
import { updateFunctionCode } from './update-function-code.ts';
import { updateFunctionConfiguration } from './update-function-configuration.ts';

/**
 * AWS Lambda: functions, and what they are invoked by. Cast:
 *
 * - A **function** is a row, and that row is `$LATEST`; each **version** is a copy of it that
 *   stays, each **alias** a name for one or two versions. All three have a policy of their own
 *   (`policy-holder.ts`).
 * - A **package** is the zip file of a function or layer, kept once under its hash as a blob
 *   (`with-package.ts`) and unpacked into a folder that can be made again (`package-directory.ts`).
 * - `run-function.ts` is the one way to run a function: for `Invoke`, for its asynchronous queue,
 *   for event source mappings. It hands the revision to the **runtime** (`runtime/`), which knows
 *   nothing of this.
 * - An **asynchronous invocation** is an event with a delivery of kind `invocation`
 *   (`enqueue-invocation.ts`); retries and destinations are the relay's
 *   (`delivery/destinations/invocation.ts`).
 * - An **event source mapping** is a row; a poller takes the queue's messages to the function
 *   (`delivery/sources/sqs-poller.ts`).
 *
 * What is promised: an event that was accepted is run at least once, or goes where the function
 * wants its failures. What cannot be done is refused (`refuse-unsupported.ts`).
 */
export const lambda = defineService<Operations>({
  name: 'lambda',
  handlers: {
    AddLayerVersionPermission: addLayerVersionPermission,
    AddPermission: addPermission,
    CreateAlias: createAlias,
    CreateEventSourceMapping: createEventSourceMapping,
    CreateFunction: createFunction,
    DeleteAlias: deleteAlias,
    DeleteEventSourceMapping: deleteEventSourceMapping,
    DeleteFunction: deleteFunction,
    DeleteFunctionConcurrency: deleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig,
    DeleteLayerVersion: deleteLayerVersion,
    GetAccountSettings: getAccountSettings,
    GetAlias: getAlias,
    GetEventSourceMapping: getEventSourceMapping,
    GetFunction: getFunction,
    GetFunctionCodeSigningConfig: getFunctionCodeSigningConfig,
    GetFunctionConcurrency: getFunctionConcurrency,
    GetFunctionConfiguration: getFunctionConfiguration,
    GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig,
    GetFunctionRecursionConfig: getFunctionRecursionConfig,
    GetFunctionUrlConfig: getFunctionUrlConfig,
    GetLayerVersion: getLayerVersion,
    GetLayerVersionByArn: getLayerVersionByArn,
    GetLayerVersionPolicy: getLayerVersionPolicy,
    GetPolicy: getPolicy,
    GetProvisionedConcurrencyConfig: getProvisionedConcurrencyConfig,
    Invoke: invoke,
    InvokeAsync: invokeAsync,
    ListAliases: listAliases,
    ListEventSourceMappings: listEventSourceMappings,
    ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs,
    ListFunctions: listFunctions,
    ListFunctionUrlConfigs: listFunctionUrlConfigs,
    ListLayerVersions: listLayerVersions,
    ListLayers: listLayers,
    ListProvisionedConcurrencyConfigs: listProvisionedConcurrencyConfigs,
    ListTags: listTags,
    ListVersionsByFunction: listVersionsByFunction,
    PublishLayerVersion: publishLayerVersion,
    PublishVersion: publishVersion,
    PutFunctionConcurrency: putFunctionConcurrency,
    PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig,
    PutFunctionRecursionConfig: putFunctionRecursionConfig,
    RemoveLayerVersionPermission: removeLayerVersionPermission,
    RemovePermission: removePermission,
    TagResource: tagResource,
    UntagResource: untagResource,
    UpdateAlias: updateAlias,
    UpdateEventSourceMapping: updateEventSourceMapping,
    UpdateFunctionCode: updateFunctionCode,
    UpdateFunctionConfiguration: updateFunctionConfiguration,
    UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig,
  },
  access,
  denied: ({ action, resource }, caller, reason) =>
    new AwsError(
      'AccessDeniedException',
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource}${reason === '' ? '' : ` ${reason}`}`,
      { status: 403 },
    ),
});
