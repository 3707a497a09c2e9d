import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  notFound,
  queueArn,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

test('put replaces, update changes, delete removes', async () => {
  const FunctionName = 'configured';
  const arn = await world.node(FunctionName, 'return 1');
  const { $metadata, LastModified, ...first } = await world.lambda.putFunctionEventInvokeConfig({
    FunctionName,
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
  });
  assert.ok(LastModified instanceof Date);
  assert.deepEqual(first, {
    FunctionArn: `${arn}:$LATEST`,
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: queueArn('failed') } },
  });
  const updated = await world.lambda.updateFunctionEventInvokeConfig({
    FunctionName,
    MaximumEventAgeInSeconds: 60,
    DestinationConfig: { OnSuccess: { Destination: queueArn('done') } },
  });
  assert.equal(updated.MaximumRetryAttempts, 1);
  assert.deepEqual(updated.DestinationConfig, {
    OnSuccess: { Destination: queueArn('done') },
    OnFailure: { Destination: queueArn('failed') },
  });
  const replaced = await world.lambda.putFunctionEventInvokeConfig({
    FunctionName,
    MaximumEventAgeInSeconds: 120,
  });
  assert.equal(replaced.MaximumRetryAttempts, undefined);
  assert.deepEqual(replaced.DestinationConfig, { OnSuccess: {}, OnFailure: {} });
  await world.lambda.deleteFunctionEventInvokeConfig({ FunctionName });
  const missing = notFound(`The function ${arn}:$LATEST doesn't have an EventInvokeConfig`);
  await rejects(world.lambda.getFunctionEventInvokeConfig({ FunctionName }), missing);
  await rejects(world.lambda.deleteFunctionEventInvokeConfig({ FunctionName }), missing);
  await rejects(
    world.lambda.updateFunctionEventInvokeConfig({ FunctionName, MaximumRetryAttempts: 0 }),
    missing,
  );
});

test('each version and alias has its own', async () => {
  const FunctionName = 'several';
  const arn = await world
    .node(FunctionName, 'return 1', { Publish: true })
    .then(() => functionArn(FunctionName));
  for (const [Qualifier, MaximumRetryAttempts] of [
    ['$LATEST', 0],
    ['1', 1],
  ] as const)
    await world.lambda.putFunctionEventInvokeConfig({
      FunctionName,
      Qualifier,
      MaximumRetryAttempts,
    });
  const { FunctionEventInvokeConfigs = [] } = await world.lambda.listFunctionEventInvokeConfigs({
    FunctionName,
  });
  assert.deepEqual(
    FunctionEventInvokeConfigs.map((config) => [config.FunctionArn, config.MaximumRetryAttempts]),
    [
      [`${arn}:$LATEST`, 0],
      [`${arn}:1`, 1],
    ],
  );
});

test('what cannot be a destination is refused', async () => {
  const FunctionName = 'refusing';
  const arn = await world.node(FunctionName, 'return 1');
  const put = (settings: object) =>
    world.lambda.putFunctionEventInvokeConfig({ FunctionName, ...settings });
  const to = (Destination: string) => put({ DestinationConfig: { OnFailure: { Destination } } });
  await rejects(
    put({}),
    invalid('You must specify at least one of error handling or destination setting.'),
  );
  await rejects(to(arn), invalid("You can't specify the function as a destination for itself."));
  await rejects(
    to('arn:aws:iam::123456789012:role/x'),
    invalid(
      'The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=arn:aws:iam::123456789012:role/x)) is invalid.',
    ),
  );
  await rejects(
    to(functionArn('missing')),
    invalid(`The destination ARN ${functionArn('missing')} is invalid.`),
  );
  await rejects(to('arn:aws:s3:::bucket'), invalid(/is not supported/));
  await rejects(
    put({ FunctionName: 'missing', MaximumRetryAttempts: 1 }),
    notFound("The function doesn't exist."),
  );
});

test('the role must be allowed to send there', async () => {
  await using strict = await createLambdaWorld({ permissiveRoles: false });
  const { IAM } = await import('@aws-sdk/client-iam');
  const iam = strict.spillway.client(IAM);
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  };
  await iam.createRole({
    RoleName: 'functions',
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  await strict.node('poor', 'return 1');
  const put = () =>
    strict.lambda.putFunctionEventInvokeConfig({
      FunctionName: 'poor',
      DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
    });
  await rejects(
    put(),
    invalid("The function's execution role does not have permissions to call SendMessage on SQS"),
  );
  await iam.putRolePolicy({
    RoleName: 'functions',
    PolicyName: 'send',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn('failed') },
    }),
  });
  await put();
});
