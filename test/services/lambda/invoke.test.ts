import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  notFound,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
  await world.node('echo', 'return { event, arn: context.invokedFunctionArn }');
});
after(() => world[Symbol.asyncDispose]());

test('a function answers with its version, and its log when asked', async () => {
  await world.node('spoken', 'console.log("woof"); return 1');
  const answer = await world.lambda.invoke({ FunctionName: 'spoken', LogType: 'Tail' });
  assert.equal(answer.StatusCode, 200);
  assert.equal(answer.ExecutedVersion, '$LATEST');
  const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
  const requestId = answer.$metadata.requestId ?? '';
  assert.match(log, new RegExp(`^START RequestId: ${requestId} Version: \\$LATEST\n`));
  assert.match(log, /woof/);
  assert.match(log, new RegExp(`REPORT RequestId: ${requestId}\tDuration: `));
});

test('without a payload the event is an empty object; without an answer the answer is null', async () => {
  const answer = await world.lambda.invoke({ FunctionName: 'echo' });
  assert.deepEqual(JSON.parse(answer.Payload?.transformToString() ?? '').event, {});
  await world.node('silent', '');
  assert.equal((await world.run('silent')).payload, null);
});

test('a function that throws is an answer, not an error', async () => {
  await world.node('thrown', 'throw new TypeError("no bone")');
  const { payload, error } = await world.run('thrown');
  assert.equal(error, 'Unhandled');
  assert.equal(payload.errorType, 'TypeError');
  assert.equal(payload.errorMessage, 'no bone');
});

test('the function learns how it was called', async () => {
  assert.equal((await world.run('echo')).payload.arn, functionArn('echo'));
  const qualified = await world.run('echo', {}, { Qualifier: '$LATEST' });
  assert.equal(qualified.payload.arn, `${functionArn('echo')}:$LATEST`);
});

test('a dry run says whether, and runs nothing', async () => {
  const { StatusCode, Payload } = await world.lambda.invoke({
    FunctionName: 'echo',
    InvocationType: 'DryRun',
  });
  assert.equal(StatusCode, 204);
  assert.equal(Payload?.length ?? 0, 0);
  await rejects(
    world.lambda.invoke({ FunctionName: 'missing', InvocationType: 'DryRun' }),
    notFound(`Function not found: ${functionArn('missing')}:$LATEST`),
  );
});

test('an event is accepted at once and run later', async () => {
  const done = await world.queue('ran');
  await world.lambda.putFunctionEventInvokeConfig({
    FunctionName: 'echo',
    DestinationConfig: { OnSuccess: { Destination: done } },
  });
  const { StatusCode, Payload, ExecutedVersion, $metadata } = await world.lambda.invoke({
    FunctionName: 'echo',
    InvocationType: 'Event',
    Payload: '{"later":true}',
  });
  assert.deepEqual([StatusCode, Payload?.length ?? 0, ExecutedVersion], [202, 0, undefined]);
  await world.spillway.settled();
  const [message] = await world.drain(done);
  const record = JSON.parse(message?.Body ?? '');
  assert.equal(record.requestContext.requestId, $metadata.requestId);
  assert.deepEqual(record.responsePayload.event, { later: true });
});

test('payloads that are no JSON, or too large, are refused', async () => {
  await rejects(world.lambda.invoke({ FunctionName: 'echo', Payload: '{"a":' }), {
    name: 'InvalidRequestContentException',
    message: /^Could not parse request body into json: Could not parse payload into json: /,
    status: 400,
  });
  const payload = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
  const fits = await world.lambda.invoke({ FunctionName: 'echo', Payload: payload(1024 * 1024) });
  assert.equal(fits.FunctionError, undefined);
  await rejects(
    world.lambda.invoke({
      FunctionName: 'echo',
      InvocationType: 'Event',
      Payload: payload(1024 * 1024 + 1),
    }),
    {
      name: 'RequestTooLargeException',
      message:
        '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
      status: 413,
    },
  );
  await rejects(
    world.lambda.invoke({ FunctionName: 'echo', Payload: payload(6 * 1024 * 1024 + 1) }),
    {
      name: 'RequestEntityTooLargeException',
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
      status: 413,
    },
  );
});

test('the client context arrives decoded', async () => {
  await world.node('context', 'return context.clientContext');
  const ClientContext = Buffer.from('{"custom":{"dog":"rex"}}').toString('base64');
  const { payload } = await world.run('context', {}, { ClientContext });
  assert.deepEqual(payload, { custom: { dog: 'rex' } });
  await rejects(world.run('context', {}, { ClientContext: 'bm8ganNvbg==' }), {
    name: 'InvalidRequestContentException',
    message: /Client context/,
    status: 400,
  });
});

test('reserved concurrency is a limit, and zero stops the function', async () => {
  const FunctionName = 'limited';
  await world.node(FunctionName, 'await new Promise((done) => setTimeout(done, 500))');
  assert.deepEqual((await put(1)).ReservedConcurrentExecutions, 1);
  const results = await Promise.allSettled([world.run(FunctionName), world.run(FunctionName)]);
  const refused = results.filter(({ status }) => status === 'rejected');
  assert.equal(refused.length, 1);
  await put(0);
  await rejects(world.run(FunctionName), {
    name: 'TooManyRequestsException',
    message: 'Rate Exceeded.',
    status: 429,
  });
  const { ReservedConcurrentExecutions } = await world.lambda.getFunctionConcurrency({
    FunctionName,
  });
  assert.equal(ReservedConcurrentExecutions, 0);
  await world.lambda.deleteFunctionConcurrency({ FunctionName });
  const { $metadata, ...rest } = await world.lambda.getFunctionConcurrency({ FunctionName });
  assert.deepEqual([$metadata.httpStatusCode, rest], [200, {}]);
  await world.run(FunctionName);
  await rejects(
    put(901),
    invalid(
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    ),
  );

  function put(executions: number) {
    return world.lambda.putFunctionConcurrency({
      FunctionName,
      ReservedConcurrentExecutions: executions,
    });
  }
});

test('a function that invokes itself without end is stopped, unless it may', async () => {
  const body = `
    const { Lambda } = await import('@aws-sdk/client-lambda');
    const depth = (event.depth ?? 0) + 1;
    if (depth > 20) return 'allowed';
    const FunctionName = context.functionName;
    try {
      const answer = await new Lambda().invoke({ FunctionName, Payload: JSON.stringify({ depth }) });
      return JSON.parse(answer.Payload.transformToString());
    } catch (error) {
      return [error.name, depth];
    }`;
  await world.node('endless', body, { Timeout: 60 });
  assert.deepEqual((await world.run('endless')).payload, ['RecursiveInvocationException', 16]);
  await world.lambda.putFunctionRecursionConfig({
    FunctionName: 'endless',
    RecursiveLoop: 'Allow',
  });
  assert.equal((await world.run('endless')).payload, 'allowed');
});

test('the older way to send an event works as well', async () => {
  const results = await world.queue('asked-results');
  await world.node('asked', 'return event');
  await world.lambda.putFunctionEventInvokeConfig({
    FunctionName: 'asked',
    DestinationConfig: { OnSuccess: { Destination: results } },
  });
  const { Status } = await world.lambda.invokeAsync({
    FunctionName: 'asked',
    InvokeArgs: '{"dog":"rex"}',
  });
  assert.equal(Status, 202);
  await world.spillway.settled();
  const [message] = await world.drain(results);
  assert.deepEqual(JSON.parse(message?.Body ?? '').responsePayload, { dog: 'rex' });
  await rejects(world.lambda.invokeAsync({ FunctionName: 'asked', InvokeArgs: '{' }), {
    name: 'InvalidRequestContentException',
    message: /^Could not parse request body into json/,
    status: 400,
  });
  await rejects(
    world.lambda.invokeAsync({ FunctionName: 'missing', InvokeArgs: '{}' }),
    notFound(`Function not found: ${functionArn('missing')}:$LATEST`),
  );
});
