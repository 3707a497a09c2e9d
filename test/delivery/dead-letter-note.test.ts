import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SNS } from '@aws-sdk/client-sns';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import { createEventAccount, type EventAccount } from '../support/event-account.ts';
import { operatorOf } from '../support/operator.ts';

const GONE = 'arn:aws:sqs:us-east-1:123456789012:gone';

describe('what is recorded of a delivery that failed for good', () => {
  let spillway: Spillway;
  let own: EventAccount;
  before(async () => {
    spillway = await startSpillway();
    own = createEventAccount(spillway.clientOptions);
  });
  after(async () => {
    own[Symbol.dispose]();
    await spillway.close();
  });

  /** The reasons of the delivery and of its last try, once it is settled. */
  const reasonsOf = async (destination: string) => {
    await spillway.settled();
    const operator = operatorOf(spillway);
    const { deliveries } = await operator.get('deliveries', { destination, state: 'rejected' });
    return [deliveries[0].reason, deliveries[0].attempts.at(-1).reason];
  };
  const rule = async (name: string, deadLetterArn?: string) => {
    const Arn = `${GONE}-${name}`;
    const DeadLetterConfig = { Arn: deadLetterArn };
    await own.rule(name, [{ Id: 'q', Arn, ...(deadLetterArn && { DeadLetterConfig }) }]);
    await own.put(name);
    return reasonsOf(Arn);
  };

  it('is the reason alone without a dead-letter queue', async () => {
    const reasons = await rule('alone');
    for (const reason of reasons) assert.match(reason, /does not exist\.$/);
  });

  it('names the dead-letter queue that has it', async () => {
    const dead = await own.queue('dead');
    const reasons = await rule('kept', dead.arn);
    for (const reason of reasons)
      assert.match(
        reason,
        new RegExp(`does not exist.; it is in the dead-letter queue ${dead.arn}$`),
      );
  });

  it('says that a rule’s dead-letter queue refused it, and why', async () => {
    const closed = await own.queue('closed', { Policy: '' });
    const reasons = await rule('lost', closed.arn);
    for (const reason of reasons)
      assert.match(
        reason,
        /; it is lost, because the dead-letter queue .*:closed does not take it: /,
      );
    assert.match(reasons[0], /no resource-based policy allows the sqs:SendMessage action/);
  });

  it('says that a subscription’s dead-letter queue is gone', async () => {
    const sns = spillway.client(SNS);
    const { TopicArn } = await sns.createTopic({ Name: 'topic' });
    const Endpoint = 'arn:aws:lambda:us-east-1:123456789012:function:gone';
    const Attributes = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: GONE }) };
    await sns.subscribe({ TopicArn, Protocol: 'lambda', Endpoint, Attributes });
    await sns.publish({ TopicArn, Message: 'm' });
    for (const reason of await reasonsOf(Endpoint))
      assert.match(
        reason,
        /; it is lost, because the dead-letter queue .*:gone does not take it: The queue/,
      );
  });
});
