import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { S3 } from '@aws-sdk/client-s3';
import {
  ACCOUNT,
  createLambdaWorld,
  functionArn,
  type LambdaWorld,
} from '../services/lambda/lambda-world.ts';

let world: LambdaWorld;
let s3: S3;
before(async () => {
  world = await createLambdaWorld();
  s3 = world.spillway.client(S3);
});
after(() => world[Symbol.asyncDispose]());

interface Setup {
  readonly Bucket: string;
  readonly FunctionName: string;
  /** Qualifier of the function in the bucket's configuration. */
  readonly qualifier?: string;
}

async function connect({ Bucket, FunctionName, qualifier }: Setup): Promise<void> {
  const target = functionArn(FunctionName) + (qualifier === undefined ? '' : `:${qualifier}`);
  await s3.createBucket({ Bucket });
  await world.lambda.addPermission({
    FunctionName: target,
    StatementId: 's3-invoke',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
    SourceArn: `arn:aws:s3:::${Bucket}`,
    SourceAccount: ACCOUNT,
  });
  await s3.putBucketNotificationConfiguration({
    Bucket,
    NotificationConfiguration: {
      LambdaFunctionConfigurations: [
        {
          Id: 'images',
          LambdaFunctionArn: target,
          Events: ['s3:ObjectCreated:*'],
          Filter: { Key: { FilterRules: [{ Name: 'suffix', Value: '.jpg' }] } },
        },
      ],
    },
  });
}

/** A function that reports the keys it was told of in a queue. */
const REPORT = `
  const { SQS } = await import('@aws-sdk/client-sqs');
  const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/' + context.functionName;
  const [{ s3, eventName }] = event.Records;
  const report = [s3.configurationId, eventName, s3.object.key, context.functionVersion];
  await new SQS().sendMessage({ QueueUrl, MessageBody: JSON.stringify(report) });`;

const reports = async (name: string) =>
  (await world.drain(name)).map(({ Body = '' }) => JSON.parse(Body) as string[]);

test('a function runs for each object that matches', async () => {
  await world.queue('matching');
  await world.node('matching', REPORT);
  await connect({ Bucket: 'matching-photos', FunctionName: 'matching' });
  for (const Key of ['rex.jpg', 'notes.txt', 'my dog+1.jpg'])
    await s3.putObject({ Bucket: 'matching-photos', Key, Body: 'x' });
  await world.spillway.settled();
  assert.deepEqual((await reports('matching')).sort(), [
    ['images', 'ObjectCreated:Put', 'my+dog%2B1.jpg', '$LATEST'],
    ['images', 'ObjectCreated:Put', 'rex.jpg', '$LATEST'],
  ]);
});

test('a bucket may name a version or alias, whose own policy counts', async () => {
  await world.queue('qualified');
  await world.node('qualified', REPORT, { Publish: true });
  await world.lambda.createAlias({
    FunctionName: 'qualified',
    Name: 'live',
    FunctionVersion: '1',
  });
  await connect({ Bucket: 'live-photos', FunctionName: 'qualified', qualifier: 'live' });
  await s3.putObject({ Bucket: 'live-photos', Key: 'rex.jpg', Body: 'x' });
  await world.spillway.settled();
  assert.deepEqual(await reports('qualified'), [['images', 'ObjectCreated:Put', 'rex.jpg', '1']]);
});

test('without permission any more, or without the function, nothing runs and the upload succeeds', async () => {
  await world.queue('revoked');
  await world.node('revoked', REPORT);
  await connect({ Bucket: 'revoked-photos', FunctionName: 'revoked' });
  await world.lambda.removePermission({ FunctionName: 'revoked', StatementId: 's3-invoke' });
  await s3.putObject({ Bucket: 'revoked-photos', Key: 'a.jpg', Body: 'x' });
  await world.spillway.settled();
  await world.lambda.deleteFunction({ FunctionName: 'revoked' });
  await s3.putObject({ Bucket: 'revoked-photos', Key: 'b.jpg', Body: 'x' });
  await world.spillway.settled();
  assert.deepEqual(await reports('revoked'), []);
});

test('a function that writes to the bucket it is run for is stopped, unless it may go on', async () => {
  const failed = await world.queue('looping-failed');
  await world.node(
    'looping',
    `
    const { S3 } = await import('@aws-sdk/client-s3');
    const [{ s3 }] = event.Records;
    const count = Number.parseInt(s3.object.key) + 1;
    if (count > 30) return 'enough';
    await new S3({ forcePathStyle: true }).putObject({ Bucket: s3.bucket.name, Key: count + '.jpg', Body: 'x' });`,
  );
  await world.lambda.putFunctionEventInvokeConfig({
    FunctionName: 'looping',
    DestinationConfig: { OnFailure: { Destination: failed } },
  });
  await connect({ Bucket: 'looping-photos', FunctionName: 'looping' });
  const count = async () =>
    (await s3.listObjectsV2({ Bucket: 'looping-photos' })).Contents?.length ?? 0;
  await s3.putObject({ Bucket: 'looping-photos', Key: '1.jpg', Body: 'x' });
  await world.spillway.settled();
  const stopped = await count();
  assert.ok(stopped > 4 && stopped <= 17, `${stopped} objects`);
  const [record] = await world.drain(failed);
  const { requestContext } = JSON.parse(record?.Body ?? '');
  assert.equal(requestContext.condition, 'RecursiveInvocation');

  await world.lambda.putFunctionRecursionConfig({
    FunctionName: 'looping',
    RecursiveLoop: 'Allow',
  });
  await s3.putObject({ Bucket: 'looping-photos', Key: '0.jpg', Body: 'x' });
  await world.spillway.settled();
  assert.equal(await count(), 31);
});
