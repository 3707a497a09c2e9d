import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLambdaWorld } from '../services/lambda/lambda-world.ts';
import { eventually } from '../support/world.ts';

/** Says in a queue that it runs, and then takes as long as it is told. */
const SLOW = `
  const { SQS } = await import('@aws-sdk/client-sqs');
  const QueueUrl = process.env.AWS_ENDPOINT_URL + '/123456789012/started';
  await new SQS().sendMessage({ QueueUrl, MessageBody: context.awsRequestId });
  if (process.env.slow) await new Promise((done) => setTimeout(done, 600_000));`;

test('a server stops although functions run, and runs them again when it is back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spillway-test-'));
  try {
    let requestId: string | undefined;
    {
      await using first = await createLambdaWorld({ dataDir });
      await first.queue('started');
      await first.node('slow', SLOW, { Timeout: 900, Environment: { Variables: { slow: 'yes' } } });
      const { $metadata } = await first.lambda.invoke({
        FunctionName: 'slow',
        InvocationType: 'Event',
      });
      requestId = $metadata.requestId;
      await eventually(async () => (await first.drain('started')).length === 1);
      await first.lambda.updateFunctionConfiguration({
        FunctionName: 'slow',
        Environment: { Variables: {} },
      });
    }
    await using second = await createLambdaWorld({ dataDir });
    await second.spillway.settled();
    const started = (await second.drain('started')).map(({ Body }) => Body);
    assert.deepEqual(started, [requestId]);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
