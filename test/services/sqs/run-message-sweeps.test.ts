import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sqs } from '../../../src/services/sqs/index.ts';
import { runMessageSweeps, sweepMessages } from '../../../src/services/sqs/run-message-sweeps.ts';
import { createCaller, createTestPlatform, type TestPlatform } from '../../support/platform.ts';

const DAY_MS = 24 * 3600 * 1000;

async function storedMessages({ storage }: TestPlatform): Promise<number> {
  const row = await storage.read((reader) =>
    reader.get<{ count: number }>('SELECT COUNT(*) AS count FROM messages'),
  );
  return row?.count ?? 0;
}

async function fill(platform: TestPlatform, queues: number, messages: number): Promise<string[]> {
  const call = createCaller(platform, [sqs]);
  const urls: string[] = [];
  for (let i = 0; i < queues; i++) {
    const { QueueUrl } = await call<{ QueueUrl: string }>('sqs', 'CreateQueue', {
      QueueName: `q${i}`,
    });
    urls.push(QueueUrl);
    for (let j = 0; j < messages; j++)
      await call('sqs', 'SendMessage', { QueueUrl, MessageBody: `${j}` });
  }
  return urls;
}

it('messages past their retention go although nobody receives', async () => {
  await using platform = await createTestPlatform();
  await fill(platform, 3, 5);
  await sweepMessages(platform);
  assert.equal(await storedMessages(platform), 15);
  await platform.clock.advance(4 * DAY_MS);
  await sweepMessages(platform);
  assert.equal(await storedMessages(platform), 0);
});

it('messages of purged and deleted queues go at once, in steps', async () => {
  await using platform = await createTestPlatform();
  const call = createCaller(platform, [sqs]);
  const [purged, deleted] = await fill(platform, 2, 600);
  const stop = new AbortController();
  const loop = runMessageSweeps(platform, stop.signal);
  await call('sqs', 'PurgeQueue', { QueueUrl: purged });
  await call('sqs', 'DeleteQueue', { QueueUrl: deleted });
  while ((await storedMessages(platform)) > 0);
  stop.abort();
  await loop;
});

it('a sweep that fails is tried again', async () => {
  await using platform = await createTestPlatform();
  const [QueueUrl] = await fill(platform, 1, 1);
  let failures = 1;
  const flaky = {
    ...platform,
    storage: {
      ...platform.storage,
      transaction: <T>(work: Parameters<typeof platform.storage.transaction<T>>[0]) =>
        failures-- > 0 ? Promise.reject(new Error('full')) : platform.storage.transaction(work),
    },
  };
  const stop = new AbortController();
  const loop = runMessageSweeps(flaky, stop.signal);
  await createCaller(platform, [sqs])('sqs', 'PurgeQueue', { QueueUrl });
  while ((await storedMessages(platform)) > 0) await platform.clock.advance(60_000);
  stop.abort();
  await loop;
});
