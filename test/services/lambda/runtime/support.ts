import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { systemClock } from '../../../../src/lib/clock.ts';
import { createIds } from '../../../../src/lib/ids.ts';
import { createLog } from '../../../../src/lib/log.ts';
import {
  createFunctionRuntime,
  type FunctionRuntime,
  type FunctionRuntimeOptions,
  type FunctionSpec,
  type Invocation,
  type InvokeOptions,
  type InvokeOutcome,
} from '../../../../src/services/lambda/runtime/function-runtime.ts';

export const ids = createIds(systemClock);

/** A folder that goes away with the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'spillway-test-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, `bootstrap` as an executable, and returns their folder. */
export function writeFiles(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(t);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    if (name === 'bootstrap') chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

export function functionSpec(changes: Partial<FunctionSpec> = {}): FunctionSpec {
  const { name = 'pets' } = changes;
  const arn = `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  return {
    arn,
    qualifiedArn: `${arn}:$LATEST`,
    name,
    version: '$LATEST',
    runtime: 'nodejs24.x',
    runtimeVersionArn: 'arn:aws:lambda:us-east-1::runtime:0000',
    handler: 'index.handler',
    codeDirectory: '/nowhere',
    layerDirectories: [],
    timeoutSeconds: 10,
    memoryMb: 256,
    ephemeralStorageMb: 512,
    environment: {},
    region: 'us-east-1',
    revision: '1',
    logGroup: `/aws/lambda/${name}`,
    ...changes,
  };
}

/** A Node.js function whose `index.mjs` is `code`. */
export const nodeFunction = (t: TestContext, code: string, changes: Partial<FunctionSpec> = {}) =>
  functionSpec({ codeDirectory: writeFiles(t, { 'index.mjs': code }), ...changes });

/** A Python function whose `index.py` is `code`. */
export const pythonFunction = (t: TestContext, code: string, changes: Partial<FunctionSpec> = {}) =>
  functionSpec({
    runtime: 'python3.12',
    codeDirectory: writeFiles(t, { 'index.py': code }),
    ...changes,
  });

export interface Answer extends Omit<InvokeOutcome, 'payload'> {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the function returned
  readonly payload: any;
  readonly requestId: string;
}

export interface TestRuntime extends FunctionRuntime {
  readonly scratchDirectory: string;
  call(
    spec: FunctionSpec,
    event?: unknown,
    changes?: Partial<Invocation> & InvokeOptions,
  ): Promise<Answer>;
}

/** A runtime that is closed with the test. */
export function startRuntime(
  t: TestContext,
  changes: Partial<FunctionRuntimeOptions> = {},
): TestRuntime {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'spillway-test-'));
  const scratchDirectory = changes.scratchDirectory ?? join(folder, 'scratch');
  const runtime = createFunctionRuntime({
    clock: systemClock,
    ids,
    log: createLog('error'),
    endpointUrl: 'http://127.0.0.1:4566',
    scratchDirectory,
    ...changes,
  });
  t.after(async () => {
    await runtime.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...runtime,
    scratchDirectory,
    async call(spec, event = {}, { reservedConcurrency, ...invocation } = {}) {
      const requestId = ids.uuid();
      const outcome = await runtime.invoke(
        spec,
        {
          requestId,
          payload: Buffer.from(JSON.stringify(event)),
          invokedFunctionArn: spec.qualifiedArn,
          ...invocation,
        },
        async () => ({ accessKeyId: 'ASIATEST', secretAccessKey: 'secret', sessionToken: 'token' }),
        { reservedConcurrency },
      );
      const payload = JSON.parse(Buffer.from(outcome.payload).toString());
      return { ...outcome, payload, requestId };
    },
  };
}

/** Whether a process runs: one that has ended and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'latin1'));
}

/** Resolves when the condition holds; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
