import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { it } from 'node:test';
import fc from 'fast-check';
import { startReceiver } from '../../delivery/http-receiver.ts';
import { eventually } from '../../support/world.ts';
import { describeSns, type Envelope } from './world.ts';

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
} as const;
const DIGESTS: Readonly<Record<string, string>> = { '1': 'sha1', '2': 'sha256' };

/** Verifies as a receiver would: with the certificate from the address in the message. */
async function isGenuine(envelope: Envelope): Promise<boolean> {
  const { SigningCertURL = '', SignatureVersion = '', Signature = '', Type } = envelope;
  const response = await fetch(SigningCertURL);
  assert.equal(response.status, 200);
  const certificate = new X509Certificate(await response.text());
  const text = SIGNED[Type as keyof typeof SIGNED]
    .filter((name) => envelope[name] !== undefined)
    .map((name) => `${name}\n${envelope[name]}\n`)
    .join('');
  const digest = DIGESTS[SignatureVersion] ?? '';
  return verify(digest, Buffer.from(text), certificate.publicKey, Buffer.from(Signature, 'base64'));
}

describeSns('signatures', (world) => {
  for (const version of ['1', '2'])
    it(`of version ${version} verify with the certificate, for any message; ids are unique`, async () => {
      const { sns, topic, queue, subscribe } = world();
      const TopicArn = await topic({ SignatureVersion: version });
      const { arn, envelopes } = await queue();
      await subscribe(TopicArn, 'sqs', arn);
      const ids = new Set<string | undefined>();
      const message = fc.string({ minLength: 1, unit: 'grapheme' });
      const subject = fc.option(fc.stringMatching(/^[!-~][ -~]{0,50}$/), { nil: undefined });
      let published = 0;
      await fc.assert(
        fc.asyncProperty(message, subject, async (Message, Subject) => {
          published++;
          await sns.publish({ TopicArn, Message, Subject });
          const [envelope] = await envelopes();
          assert.ok(envelope);
          assert.equal(envelope.SignatureVersion, version);
          assert.equal(envelope.Message, Message);
          assert.ok(await isGenuine(envelope));
          assert.ok(!(await isGenuine({ ...envelope, Message: `${Message}.` })));
          ids.add(envelope.MessageId);
        }),
        { numRuns: 25 },
      );
      assert.equal(ids.size, published);
    });

  it('are on confirmations, too', async () => {
    const { topic, subscribe } = world();
    await using receiver = await startReceiver();
    await subscribe(await topic({ SignatureVersion: '2' }), 'http', receiver.url);
    const { body } = await eventually(async () => receiver.received[0]);
    assert.ok(await isGenuine(JSON.parse(body)));
  });

  it('have a certificate that is found by its own name only', async () => {
    const { url } = world();
    const response = await fetch(`${url}/_spillway/sns/SimpleNotificationService-0.pem`);
    assert.equal(response.status, 404);
  });

  it('stay the same with one key for all topics', async () => {
    const { sns, topic, queue, subscribe } = world();
    const { arn, envelopes } = await queue();
    for (const TopicArn of [await topic(), await topic()]) {
      await subscribe(TopicArn, 'sqs', arn);
      await sns.publish({ TopicArn, Message: 'm' });
    }
    const [first, second] = await envelopes();
    assert.equal(first?.SigningCertURL, second?.SigningCertURL);
  });
});
