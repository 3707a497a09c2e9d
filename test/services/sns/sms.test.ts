import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeSns, invalidParameter, rejects, type World } from './world.ts';

interface Text {
  readonly id: number;
  readonly sender: string;
  readonly recipient: string;
}

/** The texts that this phone got, newest first, as the mailbox shows them. */
async function textsTo({ url }: World, phone: string): Promise<{ sender: string; body: string }[]> {
  const read = async (path: string) => (await fetch(`${url}/_spillway/mailbox${path}`)).json();
  const { mails } = (await read('')) as { mails: Text[] };
  const texts = mails.filter(({ recipient }) => recipient === phone);
  return Promise.all(
    texts.map(async ({ id }) => {
      const { sender, body } = (await read(`/${id}`)) as { sender: string; body: string };
      return { sender, body };
    }),
  );
}

describeSns('phones', (world) => {
  for (const endpoint of ['+1234567890', '+12/34-567.890', '15551234567'])
    it(`are subscribed at once: ${endpoint}`, async () => {
      const { sns, topic, subscribe } = world();
      const SubscriptionArn = await subscribe(await topic(), 'sms', endpoint);
      const { Attributes = {} } = await sns.getSubscriptionAttributes({ SubscriptionArn });
      assert.equal(Attributes.PendingConfirmation, 'false');
      assert.equal(Attributes.ConfirmationWasAuthenticated, 'true');
      assert.equal(Attributes.RawMessageDelivery, 'false');
      assert.equal(Attributes.EffectiveDeliveryPolicy, undefined);
    });

  for (const Endpoint of ['+15--551234567', 'NAA+15551234567', '+15551234567.', '/+15551234567'])
    it(`are told apart from ${Endpoint}`, async () => {
      const { sns, topic } = world();
      const TopicArn = await topic();
      await rejects(sns.subscribe({ TopicArn, Protocol: 'sms', Endpoint }), {
        code: 'InvalidParameter',
        message: `Invalid SMS endpoint: ${Endpoint}`,
      });
    });

  it('get what is published to the topic, with its name in front', async () => {
    const { sns, topic, subscribe, attempted } = world();
    const TopicArn = await topic({ DisplayName: 'Photos' });
    const arn = await subscribe(TopicArn, 'sms', '+4915550001');
    await sns.publish({
      TopicArn,
      MessageStructure: 'json',
      Message: JSON.stringify({ default: 'for all', sms: 'for phones' }),
      MessageAttributes: { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'Alex' } },
    });
    assert.equal((await attempted(arn, 1)).state, 'delivered');
    assert.deepEqual(await textsTo(world(), '+4915550001'), [
      { sender: 'Alex', body: 'Photos> for phones' },
    ]);
  });

  it('get no more than fits, and the rest is a dead letter', async () => {
    const { sns, topic, queue, subscribe, attempted } = world();
    const TopicArn = await topic();
    const { arn: deadLetterTargetArn, receive } = await queue();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn });
    const arn = await subscribe(TopicArn, 'sms', '+4915550002', { RedrivePolicy });
    await sns.publish({ TopicArn, Message: 'x'.repeat(1601) });
    assert.equal((await attempted(arn, 1)).state, 'rejected');
    assert.deepEqual(await textsTo(world(), '+4915550002'), []);
    assert.equal((await receive()).length, 1);
  });

  it('get what is published to them alone', async () => {
    const { sns } = world();
    const PhoneNumber = '+4915550003';
    const { MessageId } = await sns.publish({ PhoneNumber, Message: 'x'.repeat(1600) });
    assert.match(MessageId ?? '', /^[0-9a-f-]{36}$/);
    const longer = { PhoneNumber, Message: 'x'.repeat(1601) };
    await rejects(sns.publish(longer), invalidParameter('Message too long'));
    await rejects(sns.publish({ PhoneNumber, Message: '' }), invalidParameter('Empty message'));
    const body = 'x'.repeat(1600);
    assert.deepEqual(await textsTo(world(), PhoneNumber), [{ sender: 'NOTICE', body }]);
  });

  it('have not opted out', async () => {
    const { sns } = world();
    const answer = await sns.checkIfPhoneNumberIsOptedOut({ phoneNumber: '+447428545375' });
    assert.equal(answer.isOptedOut, false);
    const { phoneNumbers, nextToken } = await sns.listPhoneNumbersOptedOut({});
    assert.deepEqual([phoneNumbers, nextToken], [[], undefined]);
    await rejects(
      sns.checkIfPhoneNumberIsOptedOut({ phoneNumber: '+44742LALALA' }),
      invalidParameter('PhoneNumber Reason: input incorrectly formatted'),
    );
  });

  for (const PhoneNumber of ['+1a234', 'NAA+15551234567', '', '+0155'])
    it(`get nothing at the number ${PhoneNumber}`, async () => {
      await rejects(
        world().sns.publish({ PhoneNumber, Message: 'm' }),
        invalidParameter(`PhoneNumber Reason: ${PhoneNumber} is not valid to publish to`),
      );
    });
});
