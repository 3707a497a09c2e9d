import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { arnOf, bucketArn, createWiring, prefixed, type Wiring } from './non-delivery.ts';

describe('what the operator sees', () => {
  let wiring: Wiring;
  let queue: string;
  let topic: string;
  let fn: string;
  const gone = arnOf('lambda', 'function:gone');
  const bus = arnOf('events', 'event-bus/default');

  before(async () => {
    wiring = await createWiring();
    const { sns, events, lambda } = wiring;
    queue = await wiring.queue('jobs');
    topic = await wiring.topic('news');
    fn = await wiring.fn('work', "console.log('at work'); return 1");
    await sns.subscribe({ TopicArn: topic, Protocol: 'sqs', Endpoint: queue });
    await lambda.createEventSourceMapping({
      FunctionName: fn,
      EventSourceArn: queue,
      Enabled: false,
    });
    await events.putRule({ Name: 'all', EventPattern: '{"source":["aws.s3"]}' });
    await events.putTargets({ Rule: 'all', Targets: [{ Id: 'jobs', Arn: queue }] });
    const Events = ['s3:ObjectCreated:*' as const];
    await wiring.bucket('photos', {
      QueueConfigurations: [{ Id: 'q', QueueArn: queue, Events, ...prefixed('q/') }],
      TopicConfigurations: [{ Id: 't', TopicArn: topic, Events, ...prefixed('t/') }],
      LambdaFunctionConfigurations: [
        { Id: 'f', LambdaFunctionArn: gone, Events, ...prefixed('f/') },
      ],
      EventBridgeConfiguration: {},
    });
    for (const key of ['q/1', 't/1', 'f/1']) await wiring.put('photos', key);
    await wiring.spillway.settled();
  });
  after(() => wiring[Symbol.asyncDispose]());

  it('the map has every connection, with what went there', async () => {
    const { nodes, edges } = await wiring.operator.get('map');
    const rule = arnOf('events', 'rule/all');
    const expected = [
      [bucketArn('photos'), queue, 0.2],
      [bucketArn('photos'), topic, 0.2],
      [bucketArn('photos'), gone, 0],
      [bucketArn('photos'), bus, 0.6],
      [topic, queue, 0.2],
      [bus, rule, 0.6],
      [rule, queue, 0.6],
      [queue, fn, 0],
    ];
    const shown = edges.map(({ from, to, perMinute }: Record<string, unknown>) => [
      from,
      to,
      perMinute,
    ]);
    for (const edge of expected)
      assert.ok(
        shown.some((each: unknown[]) => JSON.stringify(each) === JSON.stringify(edge)),
        `${edge} is not among ${JSON.stringify(shown, null, 1)}`,
      );
    assert.equal(edges.length, expected.length);
    const toGone = edges.find(({ to }: { to: string }) => to === gone);
    assert.equal(toGone.failed, 1);
    const node = nodes.find(({ id }: { id: string }) => id === queue);
    assert.deepEqual(node, { id: queue, kind: 'queue', name: 'jobs', waiting: 5, inFlight: 0 });
    const disabled = edges.find(({ from }: { from: string }) => from === queue);
    assert.equal(disabled.disabled, true);
  });

  it('destinations tell their state, those in trouble in front', async () => {
    const { destinations } = await wiring.operator.get('destinations');
    const states = destinations.map(({ destination, state }: Record<string, unknown>) => [
      destination,
      state,
    ]);
    assert.deepEqual(states[0], [gone, 'refusing']);
    assert.deepEqual(
      states.slice(1).map(([, state]: unknown[]) => state),
      ['healthy', 'healthy', 'healthy'],
    );
  });

  it('a destination that fails tells since when, why, and when it is tried next', async () => {
    wiring.spillway.faults.add({ kind: 'error', destination: topic, times: 2 });
    const before = wiring.spillway.clock.now();
    await wiring.put('photos', 't/2');
    const failing = async () => {
      const { destinations } = await wiring.operator.get('destinations');
      return destinations.find(({ state }: { state: string }) => state === 'failing');
    };
    let found = await failing();
    while (found === undefined) found = await failing();
    assert.equal(found.destination, topic);
    assert.equal(found.backlog, 1);
    assert.ok(Date.parse(found.failingSince) >= before);
    assert.ok(Date.parse(found.nextAttempt) > before);
    assert.match(found.reason, /500/);
    const { failing: count, deliveries } = await wiring.operator.get('status');
    assert.deepEqual([count, deliveries.pending], [2, 1]);
    await wiring.spillway.settled();
    assert.equal(await failing(), undefined);
  });

  it('a queue can be looked into without receiving', async () => {
    const peek = () => wiring.operator.get('queues/messages', { queue, limit: 3 });
    const first = await peek();
    assert.equal(first.messages.length, 3);
    assert.deepEqual(await peek(), first);
    assert.equal(first.messages[0].state, 'waiting');
    assert.equal(first.messages[0].receiveCount, 0);
    const rest = await wiring.operator.get('queues/messages', { queue, after: first.next });
    assert.ok(rest.messages.length >= 2);
    await wiring.sqs.receiveMessage({ QueueUrl: wiring.urlOf(queue) });
    const { messages } = await wiring.operator.get('queues/messages', { queue });
    const inFlight = messages.filter(({ state }: { state: string }) => state === 'in flight');
    assert.equal(inFlight.length, 1);
  });

  it('there is a listing of everything, in pages', async () => {
    const { buckets } = await wiring.operator.get('buckets');
    assert.equal(buckets[0].notification.QueueConfigurations[0].Id, 'q');
    const { topics } = await wiring.operator.get('topics');
    assert.deepEqual(
      topics[0].subscriptions.map(({ endpoint, state }: Record<string, unknown>) => [
        endpoint,
        state,
      ]),
      [[queue, 'confirmed']],
    );
    const { rules } = await wiring.operator.get('rules');
    assert.deepEqual(rules[0].targets, [{ Id: 'jobs', Arn: queue }]);
    const { queues } = await wiring.operator.get('queues');
    assert.equal(queues[0].mappings[0].enabled, false);
    const one = await wiring.operator.get('objects', { bucket: 'photos', limit: 1 });
    assert.deepEqual([one.objects[0].key, one.next], ['f/1', 'f/1']);
    const two = await wiring.operator.get('objects', { bucket: 'photos', after: one.next });
    assert.deepEqual(
      two.objects.map(({ key }: { key: string }) => key),
      ['q/1', 't/1', 't/2'],
    );
  });

  it("a function's logs can be read", async () => {
    await wiring.lambda.invoke({ FunctionName: fn });
    const { logs } = await wiring.operator.get('functions/logs', { function: fn });
    assert.match(logs[0].text, /at work/);
    assert.equal(logs[0].failed, false);
    const { functions } = await wiring.operator.get('functions');
    assert.deepEqual([functions[0].arn, functions[0].configuration.Timeout], [fn, 10]);
  });

  it('what makes no sense is refused', async () => {
    const refusals: readonly [string, RegExp][] = [
      ['events?limit=0', /limit is "0"; give a number from 1 to 1000/],
      ['events?since=yesterday', /since is "yesterday"; give a time/],
      ['events?state=lost', /state is "lost"; give one of/],
      ['events/x', /id is "x"; give a whole number/],
      ['events/1', /no event 1/],
      ['queues/messages', /queue is missing/],
      ['queues/messages?queue=none', /no queue with the ARN none/],
      ['explain?bucket=photos', /key is missing/],
    ];
    for (const [path, message] of refusals) {
      const { status, body } = await wiring.operator.call(path);
      assert.ok(status >= 400 && status < 500, path);
      assert.match(body.message, message);
    }
  });
});
