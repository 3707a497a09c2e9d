import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { CreateBucketCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { createWorld, type World } from '../support/world.ts';

describe('the metrics', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  const read = async () => {
    const response = await fetch(`${world.url}/_spillway/metrics`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    return response.text();
  };
  const value = (text: string, series: string): number => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    assert.ok(line, `${series} is missing in\n${text}`);
    return Number(line.slice(series.length + 1));
  };

  it('are of both threads and of the process, each family once', async () => {
    await world.s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
    const names = (await read()).matchAll(/^# TYPE (\S+)/gm).map(([, name]) => name);
    const list = [...names];
    assert.equal(new Set(list).size, list.length);
    for (const name of [
      'spillway_requests_total',
      'spillway_request_duration_seconds',
      'spillway_commit_transactions',
      'spillway_delivery_attempts_total',
      'spillway_deliveries',
      'spillway_function_environments',
      'process_resident_memory_bytes',
    ])
      assert.ok(list.includes(name), name);
  });

  it('are those that docs/operating.md lists', async () => {
    const page = new URL('../../docs/operating.md', import.meta.url);
    const listed = readFileSync(page, 'utf8').matchAll(/^\| `(spillway_\w+)` \|/gm);
    const served = (await read()).matchAll(/^# TYPE (spillway_\w+)/gm);
    const names = (found: Iterable<RegExpExecArray>) => [...found].map(([, name]) => name).sort();
    assert.deepEqual(names(listed), names(served));
  });

  it('count requests by what they were and how they ended', async () => {
    const before = await read();
    await world.s3.send(new HeadBucketCommand({ Bucket: 'pets' }));
    await assert.rejects(world.s3.send(new HeadBucketCommand({ Bucket: 'dogs' })));
    await fetch(`${world.url}/`, { method: 'OPTIONS' });
    const after = await read();
    const found = 'spillway_requests_total{service="s3",operation="HeadBucket",status="200"}';
    assert.equal(value(after, found), 1);
    assert.equal(value(after, found.replace('200', '404')), 1);
    const count = 'spillway_request_duration_seconds_count{service="s3",operation="HeadBucket"}';
    assert.equal(value(after, count), 2);
    assert.ok(!before.includes('operation="Preflight"'));
    assert.ok(after.includes('operation="Preflight",status="400"'));
  });

  it('tell how deep the queues are', async () => {
    const { QueueUrl } = await world.sqs.send(new CreateQueueCommand({ QueueName: 'naps' }));
    for (const MessageBody of ['one', 'two'])
      await world.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const series = 'spillway_queue_messages{queue="arn:aws:sqs:us-east-1:123456789012:naps"}';
    assert.equal(value(await read(), series), 2);
  });
});
