import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { it } from 'node:test';
import type { EventRow } from '../../src/storage/tables/events.ts';
import { insertFunction, updateFunction } from '../../src/storage/tables/functions.ts';
import { ACCOUNT, describeSns, REGION } from '../services/sns/world.ts';

describeSns('function subscriptions', (world) => {
  let functions = 0;

  /** A function without code: what is looked at is its queue. */
  const createFunction = async (sourceArn: string | undefined) => {
    const name = `function-${++functions}`;
    const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } },
    };
    await world().storage.transaction(async (tx) => {
      await insertFunction(tx, {
        arn,
        account: ACCOUNT,
        region: REGION,
        name,
        configuration: '{}',
        package: '',
        revision: 1,
        revision_id: '',
        modified_at: 0,
        tags: '{}',
      });
      if (sourceArn !== undefined)
        await updateFunction(tx, arn, { policy: JSON.stringify({ Statement: statement }) });
    });
    return arn;
  };
  const subscribed = async (attributes: Record<string, string> = {}) => {
    const { topic, subscribe } = world();
    const TopicArn = await topic(attributes);
    const functionArn = await createFunction(TopicArn);
    const SubscriptionArn = await subscribe(TopicArn, 'lambda', functionArn);
    return { TopicArn, functionArn, SubscriptionArn };
  };
  const invocation = (functionArn: string) =>
    world().storage.read((reader) =>
      reader.get<EventRow>(
        "SELECT * FROM events WHERE kind = 'lambda' AND source = ?",
        functionArn,
      ),
    );

  it('are invoked asynchronously, with an event of their own form', async () => {
    const { TopicArn, functionArn, SubscriptionArn } = await subscribed({ SignatureVersion: '2' });
    const { MessageId } = await world().sns.publish({ TopicArn, Message: 'm' });
    const delivery = await world().attempted(SubscriptionArn, 1);
    assert.equal(delivery.state, 'delivered');
    const event = await invocation(functionArn);
    assert.equal(event?.cause, delivery.id);
    assert.equal(event?.hops, 1);
    assert.match(event?.trace ?? '', /^Lineage=1:/);

    const { Records } = JSON.parse(event?.payload ?? '');
    const [{ Sns, ...record }] = Records;
    assert.deepEqual(record, {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: SubscriptionArn,
    });
    assert.deepEqual(Object.keys(Sns), [
      'Type',
      'MessageId',
      'TopicArn',
      'Subject',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertUrl',
      'UnsubscribeUrl',
      'MessageAttributes',
    ]);
    assert.equal(Sns.MessageId, MessageId);
    assert.equal(Sns.Subject, null);
    assert.deepEqual(Sns.MessageAttributes, {});
    // What it says, not what it is.
    assert.equal(Sns.SignatureVersion, '1');
    const certificate = new X509Certificate(await (await fetch(Sns.SigningCertUrl)).text());
    const text = `Message\nm\nMessageId\n${MessageId}\nTimestamp\n${Sns.Timestamp}\nTopicArn\n${TopicArn}\nType\nNotification\n`;
    const signature = Buffer.from(Sns.Signature, 'base64');
    assert.ok(verify('sha256', Buffer.from(text), certificate.publicKey, signature));
  });

  it('get their own text, subject and attributes', async () => {
    const { TopicArn, functionArn, SubscriptionArn } = await subscribed();
    await world().sns.publish({
      TopicArn,
      Subject: 'S',
      MessageStructure: 'json',
      Message: JSON.stringify({ default: 'd', lambda: 'for functions' }),
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    });
    await world().attempted(SubscriptionArn, 1);
    const { Sns } = JSON.parse((await invocation(functionArn))?.payload ?? '').Records[0];
    assert.equal(Sns.Message, 'for functions');
    assert.equal(Sns.Subject, 'S');
    assert.deepEqual(Sns.MessageAttributes, { a: { Type: 'String', Value: 'b' } });
  });

  for (const [what, source] of [
    ['has no policy', undefined],
    ['lets in another topic only', 'arn:aws:sns:us-east-1:123456789012:other'],
  ] as const)
    it(`are not tried again when the function ${what}`, async () => {
      const { sns, topic, queue, subscribe } = world();
      const TopicArn = await topic();
      const functionArn = await createFunction(source);
      const { arn, envelopes } = await queue();
      const SubscriptionArn = await subscribe(TopicArn, 'lambda', functionArn, {
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn }),
      });
      await sns.publish({ TopicArn, Message: 'm' });
      assert.equal((await world().attempted(SubscriptionArn, 1)).state, 'rejected');
      assert.equal(await invocation(functionArn), undefined);
      const [envelope] = await envelopes();
      assert.deepEqual([envelope?.Type, envelope?.Message], ['Notification', 'm']);
    });

  it('are not tried again when there is no function', async () => {
    const { sns, topic, subscribe } = world();
    const TopicArn = await topic();
    const nobody = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:nobody`;
    const SubscriptionArn = await subscribe(TopicArn, 'lambda', nobody);
    await sns.publish({ TopicArn, Message: 'm' });
    const { state, reason } = await world().attempted(SubscriptionArn, 1);
    assert.equal(state, 'rejected');
    assert.equal(reason, `The function ${nobody} does not exist.`);
  });
});
