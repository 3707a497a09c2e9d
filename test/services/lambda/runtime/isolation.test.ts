import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import { MARK } from '../../../../src/services/lambda/runtime/marked-processes.ts';
import { RUNTIME_DIRECTORY } from '../../../../src/services/lambda/runtime/runtimes.ts';
import {
  functionSpec,
  isAlive,
  nodeFunction,
  pythonFunction,
  startRuntime,
  temporaryFolder,
  until,
  writeFiles,
} from './support.ts';

const hasProc = existsSync('/proc/self/environ');

test('nothing of the server’s environment is visible to a function', async (t) => {
  process.env.SPILLWAY_TEST_SECRET = 'secret';
  t.after(() => delete process.env.SPILLWAY_TEST_SECRET);
  const runtime = startRuntime(t);
  const environment = { PET: 'Rex', LANG: 'C', AWS_LAMBDA_FUNCTION_NAME: 'forged' };
  const spec = nodeFunction(t, 'export const handler = async () => process.env;', { environment });
  const { payload, logStream } = await runtime.call(spec);
  const scratch = payload.TMPDIR;
  const { PWD: _, ...variables } = payload;
  assert.ok(scratch.startsWith(`${runtime.scratchDirectory}/environment-`));
  assert.match(payload.AWS_LAMBDA_RUNTIME_API, /^127\.0\.0\.1:\d+$/);
  assert.deepEqual(variables, {
    _HANDLER: 'index.handler',
    AWS_ACCESS_KEY_ID: 'ASIATEST',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_FUNCTION_NAME: 'pets',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/pets',
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_RUNTIME_API: payload.AWS_LAMBDA_RUNTIME_API,
    AWS_REGION: 'us-east-1',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    HOME: scratch,
    LAMBDA_RUNTIME_DIR: RUNTIME_DIRECTORY,
    LAMBDA_TASK_ROOT: spec.codeDirectory,
    LANG: 'C',
    LD_LIBRARY_PATH: `${spec.codeDirectory}:${spec.codeDirectory}/lib`,
    NODE_PATH: spec.codeDirectory,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    PET: 'Rex',
    TMPDIR: scratch,
    TZ: ':UTC',
    [MARK]: scratch,
  });
});

test('two environments of one function share neither process, scratch directory nor log stream', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os, time
def handler(event, context):
    time.sleep(event)
    return [os.getpid(), os.environ["TMPDIR"], os.environ["AWS_LAMBDA_RUNTIME_API"]]`,
  );
  const [one, two] = await Promise.all([runtime.call(spec, 0.3), runtime.call(spec, 0.3)]);
  for (const i of [0, 1, 2]) assert.notEqual(one.payload[i], two.payload[i]);
  assert.notEqual(one.logStream, two.logStream);
});

test('close ends the processes, even one that left its group, and removes the directories', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os, subprocess
def handler(event, context):
    daemon = subprocess.Popen(["sleep", "1000"], start_new_session=True)
    return [os.getpid(), daemon.pid]`,
  );
  const { payload } = await runtime.call(spec);
  assert.ok(payload.every(isAlive));
  await runtime.close();
  const [pid, daemon] = payload;
  await until(() => !isAlive(pid) && (!hasProc || !isAlive(daemon)));
  if (!hasProc) process.kill(daemon, 'SIGKILL');
  assert.deepEqual(readdirSync(runtime.scratchDirectory), []);
});

/** A server of its own that runs one function until it is killed, and prints what the function prints. */
const SERVER = `
import { systemClock } from '${import.meta.dirname}/../../../../src/lib/clock.ts';
import { createIds } from '${import.meta.dirname}/../../../../src/lib/ids.ts';
import { createLog } from '${import.meta.dirname}/../../../../src/lib/log.ts';
import { createFunctionRuntime } from '${import.meta.dirname}/../../../../src/services/lambda/runtime/function-runtime.ts';
const [spec, scratchDirectory] = JSON.parse(process.argv[2]);
const runtime = createFunctionRuntime({
  clock: systemClock, ids: createIds(systemClock), log: createLog('error'), scratchDirectory,
  endpointUrl: 'http://127.0.0.1:4566', onLog: (_, line) => console.log(line.message),
});
const invocation = { requestId: '1', payload: Buffer.from('{}'), invokedFunctionArn: spec.arn };
await runtime.invoke(spec, invocation, async () => ({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' }));
`;

test('when the server is killed its functions die with it, at the latest when the next one starts', async (t) => {
  const scratchDirectory = join(temporaryFolder(t), 'scratch');
  const spec = pythonFunction(
    t,
    `
import os, subprocess, time
def handler(event, context):
    daemon = subprocess.Popen(["sleep", "1000"], start_new_session=True)
    print("PIDS %d %d" % (os.getpid(), daemon.pid))
    time.sleep(1000)`,
    { timeoutSeconds: 900 },
  );
  const script = join(writeFiles(t, { 'server.mts': SERVER }), 'server.mts');
  const server = spawn(process.execPath, [script, JSON.stringify([spec, scratchDirectory])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  server.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  await until(() => /^PIDS \d+ \d+$/m.test(output));
  const [, pid, daemon] = (/^PIDS (\d+) (\d+)$/m.exec(output) ?? []).map(Number);
  assert.ok(pid && daemon && isAlive(pid) && isAlive(daemon));

  server.kill('SIGKILL');
  await until(() => !isAlive(pid));
  if (!hasProc) return void process.kill(daemon, 'SIGKILL');
  assert.ok(isAlive(daemon), 'only the next server can find a process that left its group');
  const next = startRuntime(t, { scratchDirectory });
  await next.call(nodeFunction(t, 'export const handler = async () => 1;'));
  await until(() => !isAlive(daemon));
  assert.equal(readdirSync(scratchDirectory).length, 1, 'the new environment’s directory');
});

const BOOTSTRAPS = [
  ['Node.js', process.execPath, 'bootstrap-node.mjs', 'index.mjs'],
  ['Python', 'python3', 'bootstrap.py', 'index.py'],
] as const;

for (const [name, command, bootstrap] of BOOTSTRAPS) {
  test(`the ${name} runtime ends when its lifeline closes, and when the Runtime API is gone`, async (t) => {
    const codeDirectory = writeFiles(t, {
      'index.mjs': 'export const handler = async () => 1;',
      'index.py': 'def handler(event, context): return 1',
    });
    for (const end of ['lifeline', 'api'] as const) {
      const polled = Promise.withResolvers<void>();
      const api = createServer(() => polled.resolve());
      await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
      t.after(() => api.close().closeAllConnections());
      const child = spawn(command, [join(RUNTIME_DIRECTORY, bootstrap)], {
        env: {
          PATH: process.env.PATH,
          LAMBDA_TASK_ROOT: codeDirectory,
          _HANDLER: 'index.handler',
          AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(api.address() as AddressInfo).port}`,
        },
        stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await polled.promise;
      if (end === 'lifeline') (child.stdio[3] as Duplex).destroy();
      else api.closeAllConnections();
      assert.equal(await ended, 1, end);
    }
  });
}

test('a browser’s request is not a runtime’s', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    `export const handler = async () => {
       const url = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/next';
       const answer = await fetch(url, { headers: { origin: 'https://example.com' } });
       return answer.status;
     };`,
  );
  assert.equal((await runtime.call(spec)).payload, 403);
});

test('code that is missing is no fault of the function: the invocation rejects', async (t) => {
  const runtime = startRuntime(t);
  await assert.rejects(runtime.call(functionSpec({ codeDirectory: '/nowhere' })), {
    code: 'ENOENT',
  });
});
