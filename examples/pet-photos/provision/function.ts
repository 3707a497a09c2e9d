import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  type LambdaClient,
  ResourceConflictException,
  ResourceNotFoundException,
  type Runtime,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';

export interface FunctionPlan {
  readonly FunctionName: string;
  readonly Runtime: Runtime;
  readonly Handler: string;
  readonly Role: string;
  readonly Layers: string[];
  readonly MemorySize: number;
  /** In seconds. */
  readonly Timeout: number;
  readonly Environment: { Variables: Record<string, string> };
}

const WAIT_SECONDS_MAX = 60;
/** AWS takes some seconds until a new role can be assumed. */
const ROLE_TRIES_MAX = 10;
const ROLE_RETRY_MS = 2_000;

/** Creates a function or brings it up to date, and waits until it can be invoked. */
export async function provisionFunction(lambda: LambdaClient, plan: FunctionPlan, zip: Uint8Array) {
  const { FunctionName } = plan;
  const waiter = { client: lambda, maxWaitTime: WAIT_SECONDS_MAX, minDelay: 1 };
  const known = await configurationOf(lambda, FunctionName);
  if (!known) {
    await createOnceRoleIsThere(lambda, plan, zip);
    await waitUntilFunctionActiveV2(waiter, { FunctionName });
    return;
  }
  if (known.CodeSha256 !== createHash('sha256').update(zip).digest('base64')) {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: zip }));
    await waitUntilFunctionUpdatedV2(waiter, { FunctionName });
  }
  if (differs(plan, known)) {
    await lambda.send(new UpdateFunctionConfigurationCommand(plan));
    await waitUntilFunctionUpdatedV2(waiter, { FunctionName });
  }
}

/** Lets a rule invoke a function. */
export async function letInvoke(lambda: LambdaClient, functionName: string, ruleArn: string) {
  const command = new AddPermissionCommand({
    FunctionName: functionName,
    StatementId: 'rule',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
    SourceArn: ruleArn,
  });
  await lambda.send(command).catch((error) => {
    if (!(error instanceof ResourceConflictException)) throw error;
  });
}

async function configurationOf(lambda: LambdaClient, FunctionName: string) {
  try {
    return await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function createOnceRoleIsThere(
  lambda: LambdaClient,
  plan: FunctionPlan,
  ZipFile: Uint8Array,
) {
  for (let tries = 1; ; tries++) {
    try {
      await lambda.send(new CreateFunctionCommand({ ...plan, Code: { ZipFile } }));
      return;
    } catch (error) {
      const early = error instanceof Error && error.message.includes('cannot be assumed by Lambda');
      if (!early || tries >= ROLE_TRIES_MAX) throw error;
      await sleep(ROLE_RETRY_MS);
    }
  }
}

const differs = (plan: FunctionPlan, known: FunctionConfiguration) =>
  known.Runtime !== plan.Runtime ||
  known.Handler !== plan.Handler ||
  known.Role !== plan.Role ||
  known.MemorySize !== plan.MemorySize ||
  known.Timeout !== plan.Timeout ||
  known.Layers?.map(({ Arn }) => Arn).join() !== plan.Layers.join() ||
  JSON.stringify(known.Environment?.Variables) !== JSON.stringify(plan.Environment.Variables);
