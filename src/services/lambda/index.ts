import { AwsError } from '../../aws/error.ts';
import type { Operations } from '../../aws/models/lambda.ts';
import { callerArn } from '../caller.ts';
import { defineService, notImplemented } from '../define-service.ts';
import { access } from './access.ts';
import { addPermission } from './add-permission.ts';
import { createFunction } from './create-function.ts';
import { getFunction, getFunctionConfiguration } from './get-function.ts';
import { getPolicy } from './get-policy.ts';
import { invoke } from './invoke.ts';
import { removePermission } from './remove-permission.ts';

export const lambda = defineService<Operations>({
  name: 'lambda',
  handlers: {
    AddPermission: addPermission,
    CreateAlias: notImplemented,
    CreateEventSourceMapping: notImplemented,
    CreateFunction: createFunction,
    DeleteAlias: notImplemented,
    DeleteEventSourceMapping: notImplemented,
    DeleteFunction: notImplemented,
    DeleteFunctionConcurrency: notImplemented,
    DeleteFunctionEventInvokeConfig: notImplemented,
    DeleteLayerVersion: notImplemented,
    GetAccountSettings: notImplemented,
    GetAlias: notImplemented,
    GetEventSourceMapping: notImplemented,
    GetFunction: getFunction,
    GetFunctionConcurrency: notImplemented,
    GetFunctionConfiguration: getFunctionConfiguration,
    GetFunctionEventInvokeConfig: notImplemented,
    GetFunctionRecursionConfig: notImplemented,
    GetLayerVersion: notImplemented,
    GetLayerVersionByArn: notImplemented,
    GetPolicy: getPolicy,
    Invoke: invoke,
    ListAliases: notImplemented,
    ListEventSourceMappings: notImplemented,
    ListFunctionEventInvokeConfigs: notImplemented,
    ListFunctions: notImplemented,
    ListLayerVersions: notImplemented,
    ListLayers: notImplemented,
    ListTags: notImplemented,
    ListVersionsByFunction: notImplemented,
    PublishLayerVersion: notImplemented,
    PublishVersion: notImplemented,
    PutFunctionConcurrency: notImplemented,
    PutFunctionEventInvokeConfig: notImplemented,
    PutFunctionRecursionConfig: notImplemented,
    RemovePermission: removePermission,
    TagResource: notImplemented,
    UntagResource: notImplemented,
    UpdateAlias: notImplemented,
    UpdateEventSourceMapping: notImplemented,
    UpdateFunctionCode: notImplemented,
    UpdateFunctionConfiguration: notImplemented,
    UpdateFunctionEventInvokeConfig: notImplemented,
  },
  access,
  denied: ({ action, resource }, caller, reason) =>
    new AwsError(
      'AccessDeniedException',
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource}${reason === '' ? '' : ` ${reason}`}`,
      { status: 403 },
    ),
});
