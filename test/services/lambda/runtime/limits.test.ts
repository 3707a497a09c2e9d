import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { isAlive, nodeFunction, pythonFunction, startRuntime, until } from './support.ts';

test('a time-out ends all processes; globals start anew, files stay', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os, subprocess, time
count = 0
def handler(event, context):
    global count
    count += 1
    path = os.environ["TMPDIR"] + "/file"
    if event.get("sleep"):
        child = subprocess.Popen(["sleep", "1000"])
        with open(path, "w") as file:
            file.write("%d %d" % (os.getpid(), child.pid))
        print("falling asleep")
        time.sleep(1000)
    return {"count": count, "pids": open(path).read()}`,
    { timeoutSeconds: 0.5 },
  );
  const { requestId, ...late } = await runtime.call(spec, { sleep: true });
  assert.equal(late.functionError, 'Unhandled');
  assert.equal(late.timedOut, true);
  assert.equal(late.durationMs, 500);
  assert.deepEqual(late.payload, {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after 0.50 seconds`,
  });
  const [, start, output, limit, end, report] = late.log.split('\n');
  assert.equal(start, `START RequestId: ${requestId} Version: $LATEST`);
  assert.equal(output, 'falling asleep');
  assert.match(limit ?? '', new RegExp(`^\\S+Z ${requestId} Task timed out after 0.50 seconds$`));
  assert.equal(end, `END RequestId: ${requestId}`);
  assert.match(
    report ?? '',
    /\tDuration: 500\.00 ms\tBilled Duration: 500 ms\t.*\tStatus: timeout\t$/,
  );

  const next = await runtime.call(spec);
  assert.equal(next.payload.count, 1);
  assert.equal(next.logStream, late.logStream);
  const pids = next.payload.pids.split(' ').map(Number);
  assert.equal(pids.length, 2);
  await until(() => !pids.some(isAlive));
});

test('a function that is busy all the time is timed out as well', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(t, 'export const handler = async () => { for (;;); };', {
    timeoutSeconds: 0.2,
  });
  assert.equal((await runtime.call(spec)).timedOut, true);
});

test('an init that takes too long for the invocation is a time-out when it is run again', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os, time
mark = os.environ["TMPDIR"] + "/mark"
if os.path.exists(mark):
    time.sleep(1000)
open(mark, "w").close()
def handler(event, context):
    os._exit(0)`,
    { timeoutSeconds: 0.3 },
  );
  const exit = await runtime.call(spec);
  assert.match(exit.payload.errorMessage, /Error: Runtime exited without providing a reason$/);
  const again = await runtime.call(spec);
  assert.equal(again.timedOut, true);
  assert.equal(again.initMs, undefined);
});

test('the end of the process is told by its status or signal', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    `export const handler = (event) => {
       if (event.signal) process.kill(process.pid, event.signal);
       else process.exit(event.status);
       return new Promise((resolve) => setTimeout(resolve, 5000));
     };`,
  );
  const cases: readonly [object, string][] = [
    [{ status: 0 }, 'Runtime exited without providing a reason'],
    [{ status: 3 }, 'Runtime exited with error: exit status 3'],
    [{ signal: 'SIGKILL' }, 'Runtime exited with error: signal: killed'],
    [{ signal: 'SIGSEGV' }, 'Runtime exited with error: signal: segmentation fault'],
  ];
  for (const [event, reason] of cases) {
    const { payload, functionError, log, requestId } = await runtime.call(spec, event);
    const errorMessage = `RequestId: ${requestId} Error: ${reason}`;
    assert.equal(functionError, 'Unhandled');
    assert.deepEqual(payload, { errorType: 'Runtime.ExitError', errorMessage });
    assert.ok(
      log.includes(`\n${errorMessage}\nRuntime.ExitError\nEND RequestId: ${requestId}\n`),
      log,
    );
    assert.match(log, /\tStatus: error\tError Type: Runtime\.ExitError\t\n$/);
  }
});

test('a function above its memory size is killed, what its children hold included', {
  skip: !existsSync('/proc/self/status') && 'memory is read from /proc',
}, async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import subprocess, sys, time
def handler(event, context):
    size = event["megabytes"] << 20
    hoard = "import time; held = b'x' * %d; time.sleep(1000)" % size
    if event["child"]:
        subprocess.run([sys.executable, "-c", hoard])
    held = b"x" * size
    time.sleep(event["seconds"])
    return len(held)`,
    { memoryMb: 128 },
  );
  const small = await runtime.call(spec, { megabytes: 50, child: false, seconds: 0 });
  assert.equal(small.payload, 50 * 1024 * 1024);
  assert.ok(small.memoryUsedMb < 128, `${small.memoryUsedMb}`);
  for (const child of [false, true]) {
    const event = { megabytes: 200, child, seconds: 1000 };
    const { payload, log, memoryUsedMb, requestId } = await runtime.call(spec, event);
    assert.equal(
      payload.errorMessage,
      `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    );
    assert.equal(memoryUsedMb, 128);
    assert.match(log, /\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t/);
  }
});

test('files and open files of a process are limited', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os, resource
def handler(event, context):
    try:
        with open(os.environ["TMPDIR"] + "/large", "wb") as file:
            file.truncate((1 << 20) + 1)
    except OSError as error:
        return [error.strerror, resource.getrlimit(resource.RLIMIT_NOFILE)]`,
    { ephemeralStorageMb: 1 },
  );
  const { payload } = await runtime.call(spec);
  assert.deepEqual(payload, ['File too large', [1024, 1024]]);
});

test('work that goes on after the answer holds back neither answer nor log', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    `import http from 'node:http';
     export const handler = async (event, { awsRequestId }) => {
       await new Promise((resolve) => {
         const path = '/2018-06-01/runtime/invocation/' + awsRequestId + '/response';
         const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
         http.request({ host, port, path, method: 'POST' }, (r) => r.resume().on('end', resolve)).end('"early"');
       });
       for (;;);
     };`,
    { timeoutSeconds: 0.5 },
  );
  const { payload, log, durationMs } = await runtime.call(spec);
  assert.equal(payload, 'early');
  assert.ok(durationMs < 500, `${durationMs}`);
  assert.match(log, /\tMax Memory Used: \d+ MB\t.*\n$/);
  assert.equal(runtime.stats().busy, 1);
  await until(() => runtime.stats().idle === 1);
});
