import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { test } from 'node:test';
import { functionSpec, startRuntime, writeFiles } from './support.ts';

/** A runtime in a few lines of Python: answers what `answer` makes of the event. */
const bootstrap = (answer: string, init = '') => `#!/usr/bin/env python3
import http.client, json, os, sys
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
def call(method, path, body=None, headers={}):
    api.request(method, "/2018-06-01/runtime/" + path, body, headers)
    response = api.getresponse()
    return response.status, response.headers, response.read()
${init}
while True:
    _, headers, event = call("GET", "invocation/next")
    request = "invocation/" + headers["Lambda-Runtime-Aws-Request-Id"]
    event = json.loads(event)
    ${answer}
`;

const custom = (codeDirectory: string, layerDirectories: readonly string[] = []) =>
  functionSpec({
    runtime: 'provided.al2023',
    handler: 'any',
    codeDirectory,
    layerDirectories,
    revision: codeDirectory,
  });

test('a bootstrap in the package speaks the Runtime API', async (t) => {
  const runtime = startRuntime(t);
  const folder = writeFiles(t, {
    bootstrap: bootstrap(
      `print(call("POST", request + "/response", json.dumps([event, os.environ["_HANDLER"]])), flush=True)`,
    ),
  });
  const { payload, functionError } = await runtime.call(custom(folder), { pet: 'Rex' });
  assert.equal(functionError, undefined);
  assert.deepEqual(payload, [{ pet: 'Rex' }, 'any']);
});

test('a bootstrap in a layer is found too', async (t) => {
  const runtime = startRuntime(t);
  const layer = writeFiles(t, {
    bootstrap: bootstrap('call("POST", request + "/response", b\'"from a layer"\')'),
  });
  const { payload } = await runtime.call(custom(writeFiles(t, {}), [layer]));
  assert.equal(payload, 'from a layer');
});

test('an error goes to the invoker as it was reported', async (t) => {
  const runtime = startRuntime(t);
  const error = '{"errorMessage":"no pets","errorType":"Pets.None","stackTrace":[]}';
  const folder = writeFiles(t, {
    bootstrap: bootstrap(
      `call("POST", request + "/error", '${error}', {"Lambda-Runtime-Function-Error-Type": "Pets.None"})`,
    ),
  });
  const { payload, functionError } = await runtime.call(custom(folder));
  assert.equal(functionError, 'Unhandled');
  assert.deepEqual(payload, JSON.parse(error));
});

test('an error of the init phase goes to the invoker, and the next invocation tries again', async (t) => {
  const runtime = startRuntime(t);
  const folder = writeFiles(t, {
    bootstrap: bootstrap(
      'call("POST", request + "/response", b\'"well"\')',
      `
mark = os.environ["HOME"] + "/tried"
if not os.path.exists(mark):
    open(mark, "w").close()
    print("initialising", flush=True)
    call("POST", "init/error", '{"errorMessage":"not yet","errorType":"Pets.Asleep"}', {"Lambda-Runtime-Function-Error-Type": "Pets.Asleep"})
    sys.exit(1)`,
    ),
  });
  const first = await runtime.call(custom(folder));
  assert.equal(first.functionError, 'Unhandled');
  assert.deepEqual(first.payload, { errorMessage: 'not yet', errorType: 'Pets.Asleep' });
  assert.match(
    first.log,
    /initialising\nINIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error/,
  );
  assert.match(first.log, /\tStatus: error\tError Type: Pets\.Asleep\t\n$/);
  assert.equal((await runtime.call(custom(folder))).payload, 'well');
});

test('a response too large is refused with 413, and its sender may go on', async (t) => {
  const runtime = startRuntime(t);
  const folder = writeFiles(t, {
    bootstrap: bootstrap(
      `status, _, body = call("POST", request + "/response", json.dumps("x" * event))
    print(status, body.decode(), flush=True)`,
    ),
  });
  const fits = 6_291_556 - 2;
  const large = await runtime.call(custom(folder), fits + 1);
  assert.equal(large.functionError, 'Unhandled');
  assert.deepEqual(large.payload, {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  });
  assert.ok(
    large.log.includes(
      '413 {"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}',
    ),
    large.log,
  );
  const largest = await runtime.call(custom(folder), fits);
  assert.equal(largest.payload.length, fits);
  assert.equal(largest.initMs, undefined);
  assert.ok(largest.log.includes('202 {"status":"OK"}'), largest.log);
});

test('a missing bootstrap, and one that may not be executed', async (t) => {
  const runtime = startRuntime(t);
  const empty = writeFiles(t, {});
  const missing = await runtime.call(custom(empty, ['/nowhere']));
  assert.equal(missing.functionError, 'Unhandled');
  assert.deepEqual(missing.payload, {
    errorType: 'Runtime.InvalidEntrypoint',
    errorMessage: `RequestId: ${missing.requestId} Error: Couldn't find valid bootstrap(s): [${empty}/bootstrap /nowhere/bootstrap]`,
  });
  const folder = writeFiles(t, { bootstrap: '#!/bin/sh\n' });
  chmodSync(`${folder}/bootstrap`, 0o644);
  const { payload } = await runtime.call(custom(folder));
  assert.match(payload.errorMessage, /fork\/exec .*\/bootstrap: permission denied/);
});

test('a bootstrap that ends at once is an exit, with what it wrote in the log', async (t) => {
  const runtime = startRuntime(t);
  const folder = writeFiles(t, { bootstrap: '#!/bin/sh\necho no luck >&2\nexit 127\n' });
  const { payload, log, requestId } = await runtime.call(custom(folder));
  assert.deepEqual(payload, {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: exit status 127`,
  });
  assert.match(log, /^no luck$/m);
});

test('a runtime that this server does not have is refused', async (t) => {
  const runtime = startRuntime(t);
  await assert.rejects(runtime.call(functionSpec({ runtime: 'java21' })), {
    code: 'InvalidRuntimeException',
    status: 502,
  });
});
