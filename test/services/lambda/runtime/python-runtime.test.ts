import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { test } from 'node:test';
import { functionSpec, pythonFunction, startRuntime, writeFiles } from './support.ts';

test('a handler gets event and context, and its globals outlive the invocation', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import os
count = 0
def handler(event, context):
    global count
    count += 1
    custom = context.client_context and context.client_context.custom
    return {
        "count": count, "event": event, "remaining": context.get_remaining_time_in_millis(),
        "custom": custom, "trace": os.environ.get("_X_AMZN_TRACE_ID"),
        "context": [
            context.function_name, context.function_version, context.invoked_function_arn,
            context.memory_limit_in_mb, context.aws_request_id, context.log_group_name,
            context.log_stream_name, context.identity.cognito_identity_id,
        ],
    }`,
  );
  const first = await runtime.call(
    spec,
    { pet: 'Rex' },
    { traceHeader: 'Root=1-2', clientContext: '{"custom":{"city":"Zürich 🐕"}}' },
  );
  const { payload } = first;
  assert.deepEqual(payload.event, { pet: 'Rex' });
  assert.deepEqual(payload.custom, { city: 'Zürich 🐕' });
  assert.equal(payload.trace, 'Root=1-2');
  assert.ok(payload.remaining > 5_000 && payload.remaining <= 10_000, `${payload.remaining}`);
  assert.deepEqual(payload.context, [
    'pets',
    '$LATEST',
    spec.qualifiedArn,
    '256',
    first.requestId,
    '/aws/lambda/pets',
    first.logStream,
    null,
  ]);
  const second = await runtime.call(spec);
  assert.equal(second.payload.count, 2);
  assert.equal(second.payload.trace, null);
  assert.equal(second.payload.custom, null);
});

test('an exception is answered and logged as on AWS', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `import os
def inner():
    os.environ.clear()
    raise KeyError("rex")

def handler(event, context):
    inner()`,
  );
  const { payload, functionError, log, requestId } = await runtime.call(spec);
  const file = '/var/task/index.py';
  const stackTrace = [
    `  File "${file}", line 7, in handler\n    inner()\n`,
    `  File "${file}", line 4, in inner\n    raise KeyError("rex")\n`,
  ];
  assert.equal(functionError, 'Unhandled');
  assert.deepEqual(payload, {
    errorMessage: "'rex'",
    errorType: 'KeyError',
    requestId,
    stackTrace,
  });
  const logged = `[ERROR] KeyError: 'rex'\nTraceback (most recent call last):\n${stackTrace.join('')}`;
  assert.ok(log.includes(logged), log);
});

test('every way of failing has AWS’s error type and message', async (t) => {
  const runtime = startRuntime(t);
  const codeDirectory = writeFiles(t, {
    'index.py': 'def unmarshallable(event, context):\n    return {1, 2}\n',
    'syntax.py': 'def handler(:\n',
    'needs.py': 'import no_such_package\n',
    'broken.py': 'raise ValueError("at load")\n',
    'no_boto.py': 'import sys\nsys.modules["boto3"] = None\nimport boto3\n',
  });
  const cases: readonly [handler: string, errorType: string, errorMessage: RegExp][] = [
    [
      'index.unmarshallable',
      'Runtime.MarshalError',
      /^Unable to marshal response: Object of type set/,
    ],
    ['index.missing', 'Runtime.HandlerNotFound', /^Handler 'missing' missing on module 'index'$/],
    ['index', 'Runtime.MalformedHandlerName', /^Bad handler 'index': not enough values/],
    [
      'nothing.handler',
      'Runtime.ImportModuleError',
      /^Unable to import module 'nothing': No module named 'nothing'$/,
    ],
    [
      'needs.handler',
      'Runtime.ImportModuleError',
      /^Unable to import module 'needs': No module named 'no_such_package'$/,
    ],
    [
      'no_boto.handler',
      'Runtime.ImportModuleError',
      /has no boto3: run `python3 -m pip install boto3`/,
    ],
    ['syntax.handler', 'Runtime.UserCodeSyntaxError', /^Syntax error in module 'syntax': /],
    ['broken.handler', 'ValueError', /^at load$/],
  ];
  for (const [handler, errorType, errorMessage] of cases) {
    const spec = functionSpec({ runtime: 'python3.12', handler, codeDirectory, revision: handler });
    const { payload, functionError, log } = await runtime.call(spec);
    assert.equal(functionError, 'Unhandled', handler);
    assert.deepEqual(
      Object.keys(payload),
      ['errorMessage', 'errorType', 'requestId', 'stackTrace'],
      handler,
    );
    assert.equal(payload.errorType, errorType, handler);
    assert.match(payload.errorMessage, errorMessage, handler);
    assert.ok(log.includes(`[ERROR] ${errorType}: `), `${handler}\n${log}`);
  }
});

test('what a handler prints and logs is there before END, in order', async (t) => {
  const runtime = startRuntime(t);
  const spec = pythonFunction(
    t,
    `
import logging, sys
def handler(event, context):
    print("out")
    print("err", file=sys.stderr)
    logging.getLogger().setLevel("INFO")
    logging.info("cats: %d", 3)
    sys.stdout.write("no newline ü")
    return "ünïcode"`,
  );
  const { log, payload, requestId } = await runtime.call(spec);
  const [, , out, err, info, rest, end] = log.split('\n');
  assert.equal(payload, 'ünïcode');
  assert.equal(out, 'out');
  assert.equal(err, 'err');
  assert.match(info ?? '', new RegExp(`^\\[INFO\\]\\t[-\\d]+T[:.\\d]+Z\\t${requestId}\\tcats: 3$`));
  assert.equal(rest, 'no newline ü');
  assert.equal(end, `END RequestId: ${requestId}`);
});

test('modules come from the code, then from the layers', async (t) => {
  const runtime = startRuntime(t);
  const layer = writeFiles(t, {
    'python/shared.py': 'name = "layer"',
    'python/both.py': 'name = "layer"',
    'python/lib/python3.12/site-packages/versioned.py': 'name = "versioned layer"',
  });
  const codeDirectory = writeFiles(t, {
    'folder/index.py': `
import os, both, shared, versioned
def handler(event, context):
    return [both.name, shared.name, versioned.name, os.getcwd()]`,
    'both.py': 'name = "code"',
  });
  const spec = functionSpec({
    runtime: 'python3.12',
    handler: 'folder/index.handler',
    codeDirectory,
    layerDirectories: [layer],
  });
  const { payload } = await runtime.call(spec);
  assert.deepEqual(payload, ['code', 'layer', 'versioned layer', codeDirectory]);
});

test('a machine without Python says so, and asks again at the next invocation', async (t) => {
  const runtime = startRuntime(t, { pythonPath: '/nowhere/python3' });
  const spec = pythonFunction(t, '');
  for (const _ of [1, 2]) {
    const { payload, requestId } = await runtime.call(spec);
    assert.equal(payload.errorType, 'Runtime.InvalidEntrypoint');
    assert.match(
      payload.errorMessage,
      new RegExp(`^RequestId: ${requestId} Error: /nowhere/python3 does not run on this machine`),
    );
  }
});

test('a wrapper starts the runtime, from the code or from a layer', async (t) => {
  const runtime = startRuntime(t);
  const wrapper = '#!/bin/sh\nexport WRAPPED_BY="$0"\nexec "$@"\n';
  const layer = writeFiles(t, { 'wrapper.sh': wrapper });
  const code = 'import os\ndef handler(event, context):\n    return os.environ["WRAPPED_BY"]\n';
  const codeDirectory = writeFiles(t, { 'index.py': code, 'wrapper.sh': wrapper });
  for (const directory of [layer, codeDirectory]) chmodSync(`${directory}/wrapper.sh`, 0o755);
  const run = (AWS_LAMBDA_EXEC_WRAPPER: string) =>
    runtime.call(
      functionSpec({
        runtime: 'python3.12',
        codeDirectory,
        layerDirectories: [layer],
        environment: { AWS_LAMBDA_EXEC_WRAPPER },
        revision: AWS_LAMBDA_EXEC_WRAPPER,
      }),
    );
  assert.equal((await run('/var/task/wrapper.sh')).payload, `${codeDirectory}/wrapper.sh`);
  assert.equal((await run('/opt/wrapper.sh')).payload, `${layer}/wrapper.sh`);
  const { payload } = await run('/opt/none.sh');
  assert.equal(payload.errorType, 'Runtime.ExitError');
  assert.match(payload.errorMessage, /Runtime exited with error: exit status 127$/);
});
