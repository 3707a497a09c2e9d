import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  arnOf,
  createWiring,
  suffixed,
  toQueue,
  type Wiring,
} from '../services/spillway/non-delivery.ts';

const COMMAND = join(import.meta.dirname, '../../cli/main.ts');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

describe('the commands of the operator', () => {
  let wiring: Wiring;
  const run = (...args: string[]) =>
    new Promise<Ran>((resolve) => {
      const env = {
        ...process.env,
        SPILLWAY_ENDPOINT: wiring.spillway.url,
        FORCE_COLOR: undefined,
      };
      execFile(process.execPath, [COMMAND, ...args], { env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, error: err }),
      );
    });
  const runJson = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out);

  before(async () => {
    wiring = await createWiring();
    await wiring.bucket('photos', {
      ...toQueue(arnOf('sqs', 'gone'), suffixed('.jpg')),
      TopicConfigurations: [
        {
          Id: 'topic',
          TopicArn: arnOf('sns', 'gone'),
          Events: ['s3:ObjectCreated:*'],
          ...suffixed('.png'),
        },
      ],
    });
    for (const key of ['a.jpg', 'b.JPG', 'c.png']) await wiring.put('photos', key);
    await wiring.spillway.settled();
  });
  after(() => wiring[Symbol.asyncDispose]());

  it('explain in plain words, without colours where there is no terminal', async () => {
    const { code, out } = await run('explain', 's3://photos/b.JPG');
    assert.equal(code, 0);
    assert.match(out, /✗ rule rule did not want it: suffix ".jpg" does not match "b.JPG"/);
    assert.ok(!out.includes('\u001b['), out);
  });

  it('explain as JSON', async () => {
    const { reasons } = await runJson('explain', 's3://photos/a.jpg');
    assert.match(reasons.join('\n'), /does not exist/);
  });

  it('say which destinations are in trouble, with an exit code', async () => {
    const { code, out } = await run('status');
    assert.equal(code, 1);
    assert.match(out, /refusing {2}arn:aws:sns:us-east-1:123456789012:gone/);
  });

  it('list, redrive and drop deliveries', async () => {
    const { deliveries } = await runJson('deliveries');
    const [{ id, state }] = deliveries;
    assert.deepEqual([deliveries.length, state], [1, 'rejected']);
    assert.deepEqual(await runJson('deliveries', 'redrive'), { redriven: 1 });
    await wiring.spillway.settled();
    const dropped = await runJson('deliveries', 'drop', String(id), '--reason', 'never mind');
    assert.equal(dropped.state, 'dropped');
    assert.match(dropped.reason, /dropped by the operator from 127\.0\.0\.1 \(never mind\)/);
    assert.equal(dropped.attempts.length, 2);
  });

  it('replay and backfill', async () => {
    const queue = await wiring.queue('elsewhere');
    const replayed = await runJson('replay', 'photos', '--prefix', 'b', '--destination', queue);
    assert.deepEqual(replayed, { considered: 1, replayed: 1, deliveries: 1 });
    const raised = await runJson('backfill', 's3://photos/', '--destination', queue);
    assert.deepEqual(raised, { considered: 3, raised: 3, deliveries: 3 });
    await wiring.spillway.settled();
    const { messages } = await wiring.operator.get('queues/messages', { queue });
    assert.deepEqual(
      messages.map(({ body }: { body: string }) => JSON.parse(body).Records[0].s3.object.key),
      ['b.JPG', 'a.jpg', 'b.JPG', 'c.png'],
    );
    const { events } = await wiring.operator.get('events', { bucket: 'photos', key: 'b.JPG' });
    assert.deepEqual(
      events.map(({ origin }: { origin?: string }) => origin),
      ['backfill', 'replay', undefined],
    );
  });

  const mistakes: readonly [readonly string[], RegExp][] = [
    [['explain', 'photos'], /which object\?\n {2}give s3:\/\/BUCKET\/KEY/],
    [['explain', 's3://none/a'], /There is no bucket none\./],
    [['explain', 's3://photos/a', '--event', 'put'], /event is "put"; give an event of S3/],
    [['deliveries', 'remove'], /there is no action "remove"/],
    [['deliveries', '--state', 'lost'], /state is "lost"; give one of pending/],
    [['deliveries', 'drop', '1'], /There is no delivery 1\./],
    [['replay'], /which bucket\?/],
    [['replay', 'photos', '--since', 'soon'], /since is "soon"; give a time such as/],
    [['replay', 'photos', '--destination', 'queue'], /destination is "queue"; give the ARN/],
    [
      ['replay', 'photos', '--rule', 'thumbs'],
      /Bucket photos has no rule thumbs: it has topic, rule\./,
    ],
    [['backfill', 'photos', '--rule', 'thumbs'], /Bucket photos has no rule thumbs/],
    [['tail', '--colour'], /Unknown option '--colour'\n {2}see `spillway tail --help`/],
    [
      ['status', '--endpoint', 'http://127.0.0.1:9'],
      /no server answers at http:\/\/127\.0\.0\.1:9/,
    ],
    [['status', '--endpoint', 'here'], /"here" is no URL/],
  ];
  for (const [args, message] of mistakes)
    it(`say what is wrong with \`${args.join(' ')}\``, async () => {
      const { code, error } = await run(...args);
      assert.notEqual(code, 0);
      assert.match(error, message);
    });

  for (const command of ['explain', 'tail', 'status', 'deliveries', 'replay', 'backfill'])
    for (const words of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
    ])
      it(`${words.join(' ')} tells how`, async () => {
        const { code, out } = await run(...words);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`^Usage: spillway ${command}`));
        assert.match(out, /--endpoint URL/);
      });
});
