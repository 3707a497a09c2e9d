import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { functionSpec, nodeFunction, startRuntime, writeFiles } from './support.ts';

test('an async handler gets event and context, and its globals outlive the invocation', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    `let count = 0;
     export const handler = async (event, context) => ({
       count: ++count, event, context, remaining: context.getRemainingTimeInMillis(),
       trace: process.env._X_AMZN_TRACE_ID, arguments: process.argv.length,
     });`,
  );
  const first = await runtime.call(
    spec,
    { pet: 'Rex' },
    {
      invokedFunctionArn: `${spec.arn}:live`,
      traceHeader: 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700',
      clientContext: '{"custom":{"city":"Zürich 🐕"}}',
    },
  );
  const { payload } = first;
  assert.equal(first.functionError, undefined);
  assert.deepEqual(payload.event, { pet: 'Rex' });
  assert.deepEqual(payload.context, {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'pets',
    functionVersion: '$LATEST',
    invokedFunctionArn: `${spec.arn}:live`,
    memoryLimitInMB: '256',
    awsRequestId: first.requestId,
    logGroupName: '/aws/lambda/pets',
    logStreamName: first.logStream,
    clientContext: { custom: { city: 'Zürich 🐕' } },
  });
  assert.ok(payload.remaining > 5_000 && payload.remaining <= 10_000, `${payload.remaining}`);
  assert.equal(payload.trace, 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700');
  assert.equal(payload.arguments, 2);
  assert.match(first.logStream, /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);

  const second = await runtime.call(spec);
  assert.equal(second.payload.count, 2);
  assert.equal(second.payload.trace, undefined);
  assert.equal(second.logStream, first.logStream);
  assert.notEqual(first.initMs, undefined);
  assert.equal(second.initMs, undefined);
});

test('every style of handler and of answer', async (t) => {
  const runtime = startRuntime(t);
  const codeDirectory = writeFiles(t, {
    'esm.mjs': `
      export const nothing = async () => {};
      export const silent = () => new Promise(() => {});
      export const callback = (event, context, callback) => { callback(null, 'called'); };
      export const late = (event, context, callback) => {
        setTimeout(() => console.log('still here'), 5);
        callback(null, 'late');
      };
      export const hasty = (event, context, callback) => {
        context.callbackWaitsForEmptyEventLoop = false;
        setInterval(() => {}, 1000).ref();
        callback(null, 'hasty');
      };
      export default { nested: { handler: async () => 'nested' } };`,
    'folder/common.js': `
      exports.handler = async () => 'common';
      exports.done = (event, context) => context.succeed('succeeded');`,
  });
  const cases: readonly [handler: string, answer: unknown][] = [
    ['esm.nothing', null],
    ['esm.silent', null],
    ['esm.callback', 'called'],
    ['esm.late', 'late'],
    ['esm.hasty', 'hasty'],
    ['esm.nested.handler', 'nested'],
    ['folder/common.handler', 'common'],
    ['folder/common.done', 'succeeded'],
  ];
  for (const [handler, expected] of cases) {
    const spec = functionSpec({ name: 'styles', handler, codeDirectory, revision: handler });
    const outcome = await runtime.call(spec);
    assert.deepEqual(outcome.payload, expected, handler);
    assert.equal(outcome.functionError, undefined, handler);
    assert.equal(outcome.log.includes('still here'), handler === 'esm.late', handler);
  }
});

test('every way of failing has AWS’s error type and message', async (t) => {
  const runtime = startRuntime(t);
  const codeDirectory = writeFiles(t, {
    'index.mjs': `
      export const throws = async () => { throw new TypeError('bad pet'); };
      export const rejects = async () => Promise.reject('no');
      export const fails = (event, context, callback) => callback(new RangeError('far'));
      export const circular = async () => { const it = {}; it.it = it; return it; };
      export const later = async () => {
        setTimeout(() => { throw new Error('later'); });
        await new Promise((resolve) => setTimeout(resolve, 5000));
      };
      export const lost = async () => {
        Promise.reject(new Error('nobody looks'));
        await new Promise((resolve) => setTimeout(resolve, 5000));
      };
      export const constant = 7;`,
    'syntax.mjs': 'export const handler = async ( => 1;',
    'needs.mjs': `import 'no-such-package'; export const handler = async () => 1;`,
    'needs-common.cjs': `require('no-such-package');`,
    'broken.mjs': `throw new Error('at load');`,
  });
  const cases: readonly [handler: string, errorType: string, errorMessage: RegExp][] = [
    ['index.throws', 'TypeError', /^bad pet$/],
    ['index.rejects', 'string', /^no$/],
    ['index.fails', 'RangeError', /^far$/],
    ['index.circular', 'Error', /^Unable to stringify response body/],
    ['index.later', 'Error', /^later$/],
    ['index.lost', 'Runtime.UnhandledPromiseRejection', /nobody looks$/],
    ['index.constant', 'Runtime.HandlerNotFound', /^index.constant is not a function$/],
    ['index.missing', 'Runtime.HandlerNotFound', /^index.missing is undefined or not exported$/],
    ['index', 'Runtime.MalformedHandlerName', /^Bad handler 'index'$/],
    [
      'nothing.handler',
      'Runtime.ImportModuleError',
      /^Error: Cannot find module 'nothing'\nRequire stack:\n- \/var\/runtime\/index.mjs$/,
    ],
    [
      'needs.handler',
      'Runtime.ImportModuleError',
      /^Error: Cannot find package 'no-such-package' imported from \/var\/task\/needs.mjs$/,
    ],
    [
      'needs-common.handler',
      'Runtime.ImportModuleError',
      /^Error: Cannot find module 'no-such-package'\nRequire stack:\n- \/var\/task\/needs-common.cjs$/,
    ],
    ['syntax.handler', 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
    ['broken.handler', 'Error', /^at load$/],
  ];
  for (const [handler, errorType, errorMessage] of cases) {
    const spec = functionSpec({ name: 'failures', handler, codeDirectory, revision: handler });
    const { payload, functionError, log } = await runtime.call(spec);
    assert.equal(functionError, 'Unhandled', handler);
    assert.deepEqual(Object.keys(payload), ['errorType', 'errorMessage', 'trace'], handler);
    assert.equal(payload.errorType, errorType, handler);
    assert.match(payload.errorMessage, errorMessage, handler);
    assert.ok(!payload.trace.join().includes(codeDirectory), handler);
    assert.ok(!payload.trace.join().includes('bootstrap-node'), handler);
    if (errorType !== 'string')
      assert.equal(
        payload.trace[0],
        `${errorType}: ${payload.errorMessage.split('\n')[0]}`,
        handler,
      );
    assert.ok(log.includes(`"errorType":"${errorType}"`), `${handler}\n${log}`);
  }
});

test('an error that nobody caught ends the process, and the next invocation has a new one', async (t) => {
  const runtime = startRuntime(t);
  const spec = nodeFunction(
    t,
    `let count = 0;
     export const handler = async (event) => {
       if (event.fail) {
         setTimeout(() => { throw new Error('later'); });
         await new Promise((resolve) => setTimeout(resolve, 5000));
       }
       return ++count;
     };`,
  );
  assert.equal((await runtime.call(spec)).payload, 1);
  assert.equal((await runtime.call(spec, { fail: true })).payload.errorMessage, 'later');
  const next = await runtime.call(spec);
  assert.equal(next.payload, 1);
  assert.equal(next.initMs, undefined, 'started within the invocation');
});

test('packages come from the code, the layers and the AWS SDK, and from nowhere else', async (t) => {
  const sdk = writeFiles(t, {
    'node_modules/@aws-sdk/client-s3/package.json': '{"main":"index.js"}',
    'node_modules/@aws-sdk/client-s3/index.js': `exports.from = 'sdk:' + require('helper').name;`,
    'node_modules/helper/index.js': `exports.name = 'helper';`,
  });
  const layer = writeFiles(t, {
    'nodejs/node_modules/pets/package.json': '{"type":"module","exports":"./pets.js"}',
    'nodejs/node_modules/pets/pets.js': `export const from = 'layer';`,
    'nodejs/node24/node_modules/versioned/index.js': `exports.from = 'versioned layer';`,
  });
  const codeDirectory = writeFiles(t, {
    'node_modules/own/index.js': `exports.from = 'own';`,
    'index.mjs': `
        import { createRequire } from 'node:module';
        import { from as own } from 'own';
        import { from as layer } from 'pets';
        import { from as versioned } from 'versioned';
        import { from as sdk } from '@aws-sdk/client-s3';
        const require = createRequire(import.meta.url);
        const load = (name) => import(name).then(() => 'found', (error) => error.message);
        export const handler = async () => ({
          own, layer, versioned, sdk,
          required: [require('own').from, require('pets').from, require('@aws-sdk/client-s3').from],
          helper: await load('helper'), unknown: await load('@aws-sdk/client-unknown'),
        });`,
  });
  const runtime = startRuntime(t, { sdkDirectory: sdk });
  const spec = functionSpec({ codeDirectory, layerDirectories: [layer] });
  const { payload } = await runtime.call(spec);
  assert.equal(payload.own, 'own');
  assert.equal(payload.layer, 'layer');
  assert.equal(payload.versioned, 'versioned layer');
  assert.equal(payload.sdk, 'sdk:helper');
  assert.deepEqual(payload.required, ['own', 'layer', 'sdk:helper']);
  assert.match(payload.helper, /Cannot find package 'helper'/);
  assert.match(payload.unknown, /this server has no AWS SDK to lend/);
});

test('a package of a folder above the code does not count', async (t) => {
  const above = writeFiles(t, {
    'node_modules/stray/index.js': '',
    'code/index.mjs': `export const handler = () => import('stray');`,
    'code/common.cjs': `exports.handler = async () => require('stray');`,
  });
  const runtime = startRuntime(t);
  for (const handler of ['index.handler', 'common.handler']) {
    const spec = functionSpec({ codeDirectory: `${above}/code`, handler, revision: handler });
    const { payload } = await runtime.call(spec);
    assert.match(payload.errorMessage, /Cannot find (package|module) 'stray'/, handler);
  }
});

test('the AWS SDK is found, and calls this server with the function’s credentials', async (t) => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.end('{"QueueUrls":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const runtime = startRuntime(t, { endpointUrl: `http://127.0.0.1:${port}` });
  const spec = nodeFunction(
    t,
    `import { SQSClient, ListQueuesCommand } from '@aws-sdk/client-sqs';
     export const handler = async () => (await new SQSClient().send(new ListQueuesCommand())).QueueUrls;`,
  );
  assert.deepEqual((await runtime.call(spec)).payload, []);
  assert.equal(requests.length, 1);
  assert.match(
    requests[0]?.headers.authorization ?? '',
    /Credential=ASIATEST\/\d+\/us-east-1\/sqs/,
  );
  assert.equal(requests[0]?.headers['x-amz-security-token'], 'token');
});

test('console lines carry time, request id and level', async (t) => {
  const lines: (string | undefined)[][] = [];
  const runtime = startRuntime(t, {
    onLog: (_, { message, requestId }) => lines.push([message, requestId]),
  });
  const spec = nodeFunction(
    t,
    `console.log('loading');
     export const handler = async () => {
       console.log('a %s', 'b', { c: 1 });
       console.warn('careful');
       console.error('wrong');
       process.stderr.write('raw\\n');
     };`,
  );
  const { log, requestId } = await runtime.call(spec);
  const [init, loading, start, first, warn, error, raw, end] = log.split('\n');
  const line = (level: string, text: string) =>
    new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\t${requestId}\\t${level}\\t${text}$`);
  assert.match(init ?? '', /^INIT_START /);
  assert.match(loading ?? '', /\tundefined\tINFO\tloading$/);
  assert.equal(start, `START RequestId: ${requestId} Version: $LATEST`);
  assert.match(first ?? '', line('INFO', 'a b \\{ c: 1 \\}'));
  assert.match(warn ?? '', line('WARN', 'careful'));
  assert.match(error ?? '', line('ERROR', 'wrong'));
  assert.equal(raw, 'raw');
  assert.equal(end, `END RequestId: ${requestId}`);
  assert.equal(
    lines[0]?.[0],
    'INIT_START Runtime Version: nodejs:24.v1\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:0000',
  );
  assert.match(lines[1]?.[0] ?? '', /\tundefined\tINFO\tloading$/);
  assert.ok(lines.every(([, id]) => id === requestId));
});

test('a stack trace shows the frames of the function alone', async (t) => {
  const runtime = startRuntime(t);
  const codeDirectory = writeFiles(t, {
    'index.js': `exports.handler = async () => { throw new Error('Failed'); };`,
  });
  const { payload } = await runtime.call(functionSpec({ codeDirectory }));
  assert.deepEqual(payload.trace.slice(0, 2), [
    'Error: Failed',
    '    at exports.handler (/var/task/index.js:1:39)',
  ]);
});
