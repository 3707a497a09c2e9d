import { formatArn, parseArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { findFunctionTarget } from '../../storage/tables/function-targets.ts';
import { getLayerVersion, splitLayerVersionArn } from '../../storage/tables/layers.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { checkConstraints } from './constraints.ts';
import { referToFunction } from './function-name.ts';

/** Any input of Lambda: what of it names a resource. */
export interface LambdaInput {
  readonly FunctionName?: string;
  readonly Qualifier?: string;
  readonly LayerName?: string;
  readonly VersionNumber?: number;
  readonly Arn?: string;
  readonly Resource?: string;
  readonly UUID?: string;
  readonly Role?: string;
  readonly Layers?: readonly string[];
}

/** Where the permission is not called like the operation. */
const ACTIONS: Readonly<Record<string, string>> = {
  Invoke: 'InvokeFunction',
  GetLayerVersionByArn: 'GetLayerVersion',
};

/** Operations whose permission is not about one resource. */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
  'CreateEventSourceMapping',
  'GetAccountSettings',
  'ListEventSourceMappings',
  'ListFunctions',
  'ListLayers',
]);

/**
 * Which permissions a call needs: that of its own name on its function, layer or mapping; to give a
 * function a role or layers, also the permission to pass that role and to read those layers. Before
 * that, the input is checked against the model, as AWS does.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
export async function access(
  operation: string,
  input: LambdaInput,
  context: Context,
): Promise<readonly Access[]> {
  checkConstraints(operation, input);
  const action = `lambda:${ACTIONS[operation] ?? operation}`;
  if (WITHOUT_RESOURCE.has(operation)) {
    const conditions = functionCondition(input, context);
    return [{ action, resource: '*', resourceAccount: context.account, conditions }];
  }
  const own = await accessTo(context, action, resourceOf(input, context));
  return [own, ...passRole(input, context), ...(await readLayers(input, context))];
}

function resourceOf(input: LambdaInput, context: Context): string {
  const { region, account } = context;
  if (input.FunctionName !== undefined && input.UUID === undefined)
    return referToFunction(context, input.FunctionName, input.Qualifier).qualifiedArn;
  if (input.UUID !== undefined)
    return formatArn('lambda', region, account, `event-source-mapping:${input.UUID}`);
  if (input.LayerName !== undefined) {
    const version = input.VersionNumber === undefined ? '' : `:${input.VersionNumber}`;
    const { LayerName: name } = input;
    const arn = name.includes(':') ? name : formatArn('lambda', region, account, `layer:${name}`);
    return arn + version;
  }
  return input.Arn ?? input.Resource ?? '*';
}

/** Which function it is about, where the resource does not say it: for mappings. */
const functionCondition = ({ FunctionName }: LambdaInput, context: Context) =>
  FunctionName === undefined
    ? undefined
    : { 'lambda:functionarn': referToFunction(context, FunctionName).qualifiedArn };

async function accessTo(context: Context, action: string, resource: string): Promise<Access> {
  const resourceAccount = parseArn(resource)?.account ?? context.account;
  const target = await context.storage.read((reader) => findPolicy(reader, resource));
  return { action, resource, resourceAccount, resourcePolicy: target?.policy ?? undefined };
}

/** A role of another account is refused by the operation itself. */
function passRole({ Role }: LambdaInput, { account }: Context): Access[] {
  if (Role === undefined) return [];
  return [
    {
      action: 'iam:PassRole',
      resource: Role,
      resourceAccount: account,
      conditions: { 'iam:passedtoservice': 'lambda.amazonaws.com' },
    },
  ];
}

const readLayers = ({ Layers = [] }: LambdaInput, context: Context): Promise<Access[]> =>
  Promise.all(Layers.map((arn) => accessTo(context, 'lambda:GetLayerVersion', arn)));

/** What has a policy of its own: functions, their versions and aliases, and versions of layers. */
function findPolicy(
  reader: Reader,
  arn: string,
): Promise<{ readonly policy: string | null } | undefined> {
  const { layerArn, version } = splitLayerVersionArn(arn);
  return parseArn(arn)?.resource.startsWith('layer:')
    ? getLayerVersion(reader, layerArn, version)
    : findFunctionTarget(reader, arn);
}
