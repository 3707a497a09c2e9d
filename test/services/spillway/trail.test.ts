import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { arnOf, createWiring, toFunction, toQueue, toTopic, type Wiring } from './non-delivery.ts';

/** A Python function that puts an object with an unmodified boto3, which sends the trace on. */
const PYTHON_WRITER = `
import boto3, json, os

def handler(event, context):
    boto3.client("s3").put_object(Bucket=os.environ["BUCKET"], Key=os.environ["KEY"], Body=b"x")
`;

interface Node {
  readonly kind: string;
  readonly source: string;
  readonly subject: string;
  readonly deliveries: readonly { readonly kind: string; readonly caused: readonly Node[] }[];
  readonly caused: readonly Node[];
}

interface Caused {
  readonly kind: string;
  readonly state: string;
  readonly about?: string;
}

/** The events of a trail, in depth, by kind and what they are about. */
const namesOf = (node: Node): string[] => [
  `${node.kind} ${node.source.split(':').at(-1)}`,
  ...[...node.caused, ...node.deliveries.flatMap(({ caused }) => caused)].flatMap(namesOf),
];

describe('the trail of an event', () => {
  let wiring: Wiring;
  before(async () => {
    wiring = await createWiring();
  });
  after(() => wiring[Symbol.asyncDispose]());

  const pythonWriter = (name: string, bucket: string, key: string) =>
    wiring.python(name, PYTHON_WRITER, {
      Environment: { Variables: { BUCKET: bucket, KEY: key } },
    });

  const trailOf = async (bucket: string, key: string) => {
    const { events } = await wiring.operator.get('events', { bucket, key });
    return wiring.operator.get(`events/${events[0].id}`);
  };

  it('says where nobody wanted an event, and what object it is about', async () => {
    const topic = await wiring.topic('alone');
    await wiring.bucket('alone', { ...toTopic(topic), EventBridgeConfiguration: {} });
    await wiring.events.putRule({ Name: 'elsewhere', EventPattern: '{"source":["nobody"]}' });
    await wiring.put('alone', 'a.jpg');
    await wiring.spillway.settled();
    await wiring.events.deleteRule({ Name: 'elsewhere' });
    const { root } = await trailOf('alone', 'a.jpg');
    const caused = root.deliveries.flatMap(({ caused }: { caused: readonly Caused[] }) => caused);
    assert.deepEqual(caused.map(({ kind, state, about }: Caused) => [kind, state, about]).sort(), [
      ['events', 'unmatched', 'a.jpg'],
      ['sns', 'unmatched', undefined],
    ]);
  });

  it('goes from S3 over SNS and SQS to Lambda and what that writes', async () => {
    const topic = await wiring.topic('one');
    const queue = await wiring.queue('one');
    await wiring.sns.subscribe({ TopicArn: topic, Protocol: 'sqs', Endpoint: queue });
    await wiring.bucket('written');
    const fn = await pythonWriter('one', 'written', 'result');
    await wiring.lambda.createEventSourceMapping({ FunctionName: fn, EventSourceArn: queue });
    await wiring.bucket('one', toTopic(topic));
    await wiring.put('one', 'start');
    await wiring.spillway.settled();
    const expected = ['s3 one', 'sns one', 'lambda one', 's3 written'];
    assert.deepEqual(namesOf((await trailOf('one', 'start')).root), expected);
    const last = await trailOf('written', 'result');
    assert.deepEqual(namesOf(last.root), expected, 'from its end it is the same trail');
    assert.notEqual(last.root.id, last.event);
  });

  it('goes from S3 over a queue to Lambda', async () => {
    const queue = await wiring.queue('two');
    const fn = await pythonWriter('two', 'written', 'second');
    await wiring.lambda.createEventSourceMapping({ FunctionName: fn, EventSourceArn: queue });
    await wiring.bucket('two', toQueue(queue));
    await wiring.put('two', 'start');
    await wiring.spillway.settled();
    const { root } = await trailOf('two', 'start');
    assert.deepEqual(namesOf(root), ['s3 two', 'lambda two', 's3 written']);
    assert.match(root.messages[0].whereabouts, /^no longer in a queue/);
  });

  it('tells every attempt', async () => {
    const fn = await wiring.fn('three', "throw new Error('not today')");
    await wiring.allowInvoke('three');
    await wiring.bucket('three', toFunction(fn));
    await wiring.put('three', 'start');
    await wiring.spillway.settled();
    const { root } = await trailOf('three', 'start');
    const [invocation] = root.deliveries[0].caused;
    const [delivery] = invocation.deliveries;
    assert.deepEqual(
      delivery.attempts.map(({ number, outcome, reason }: Record<string, unknown>) => [
        number,
        outcome,
        reason,
      ]),
      [
        [1, 'retry', 'not today'],
        [2, 'retry', 'not today'],
        [3, 'dead', 'not today'],
      ],
    );
    assert.equal(root.state, 'delivered', 'the event itself reached the function');
    assert.equal(invocation.state, 'failed');
  });

  it('of a loop ends where it is cut, and the record has the whole chain', async () => {
    const fn = await pythonWriter('loop', 'loop', 'again');
    await wiring.allowInvoke('loop');
    await wiring.bucket('loop', toFunction(fn));
    await wiring.put('loop', 'start');
    await wiring.spillway.settled();
    const names = namesOf((await trailOf('loop', 'start')).root);
    assert.equal(names.length, 18, `${names}`);
    assert.equal(names.at(-1), 'lambda loop');
    const { deliveries } = await wiring.operator.get('deliveries', {
      state: 'rejected',
      destination: fn,
    });
    assert.equal(deliveries.length, 1);
    assert.match(deliveries[0].reason, /recursive loop of 1\d events and stopped it/);
    assert.match(
      deliveries[0].reason,
      /The chain: s3:\/\/loop\/start \(ObjectCreated:Put\) -> arn/,
    );
    assert.equal(deliveries[0].reason.split(' -> ').length, 18);
    const { warnings } = await wiring.operator.get('warnings');
    assert.match(
      warnings.map(({ text }: { text: string }) => text).join('\n'),
      /function:loop wrote "again" into arn:aws:s3:::loop, which leads to it again: loop -> rule to/,
    );
  });

  it('of a loop over a queue ends as well', async () => {
    const dead = await wiring.queue('loop-dead');
    const queue = await wiring.queue('queue-loop', {
      VisibilityTimeout: '30',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 1 }),
    });
    const fn = await pythonWriter('queue-loop', 'queue-loop', 'again');
    await wiring.lambda.createEventSourceMapping({ FunctionName: fn, EventSourceArn: queue });
    await wiring.bucket('queue-loop', toQueue(queue));
    await wiring.put('queue-loop', 'start');
    await wiring.spillway.settled();
    const { messages } = await wiring.operator.get('queues/messages', { queue: dead });
    assert.equal(messages.length, 1, 'the message at which it was cut');
    const { events } = await wiring.operator.get('events', {
      source: arnOf('lambda', 'function:queue-loop'),
    });
    assert.equal(events[0].state, 'failed');
  });

  it('warns of a rule by which events come back to their bus', async () => {
    const bus = arnOf('events', 'event-bus/default');
    await wiring.events.putRule({ Name: 'echo', EventPattern: '{"source":["test.echo"]}' });
    await wiring.events.putTargets({ Rule: 'echo', Targets: [{ Id: 'self', Arn: bus }] });
    const { warnings } = await wiring.operator.get('warnings');
    assert.ok(
      warnings.some(({ text }: { text: string }) => text.includes(`event on ${bus} can come back`)),
      JSON.stringify(warnings),
    );
  });
});
