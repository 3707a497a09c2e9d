import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { describeSns } from '../services/sns/world.ts';
import { eventually } from '../support/world.ts';
import { type SmtpReceiver, startSmtpReceiver } from './smtp-receiver.ts';

interface Mail {
  readonly id: number;
  readonly at: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

describeSns('mail subscriptions without a mail server', (world) => {
  const fetchJson = async (path: string) =>
    (await fetch(`${world().url}/_spillway/${path}`)).json() as Promise<never>;
  const mails = async (recipient: string): Promise<Mail[]> => {
    const { mails } = (await fetchJson('mailbox')) as { mails: Mail[] };
    const mine = mails.filter((mail) => mail.recipient === recipient);
    return Promise.all(mine.map(({ id }) => fetchJson(`mailbox/${id}`)));
  };
  /** The newest mail to the address, as soon as there are so many. */
  const mail = (recipient: string, count: number) =>
    eventually(async () => {
      const all = await mails(recipient);
      return all.length >= count && all[0];
    });

  it('are confirmed by a link in a mail, and ended by another', async () => {
    const { sns, topic } = world();
    const to = 'alex@example.com';
    const TopicArn = await topic({ DisplayName: 'Pet photos' });
    await sns.subscribe({ TopicArn, Protocol: 'email', Endpoint: to });
    const asked = await mail(to, 1);
    assert.equal(asked.subject, 'AWS Notification - Subscription Confirmation');
    assert.equal(asked.sender, 'Pet photos <no-reply@sns.amazonaws.com>');
    assert.match(asked.at, /^\d{4}-\d\d-\d\dT/);
    await follow(asked);

    await sns.publish({ TopicArn, Message: 'a dog', Subject: 'New photo' });
    const told = await mail(to, 2);
    assert.equal(told.subject, 'New photo');
    assert.ok(told.body.startsWith('a dog\n\n--\nIf you wish to stop'));
    await sns.publish({ TopicArn, Message: 'a cat' });
    assert.equal((await mail(to, 3)).subject, 'AWS Notification Message');

    await follow(told);
    const ended = await mail(to, 4);
    assert.equal(ended.subject, 'AWS Notification - Unsubscribe Confirmation');
    const { Subscriptions } = await sns.listSubscriptionsByTopic({ TopicArn });
    assert.deepEqual(Subscriptions ?? [], []);
    await follow(ended);
    await sns.publish({ TopicArn, Message: 'back' });
    assert.ok((await mail(to, 5)).body.startsWith('back\n'));
  });

  it('get the envelope when that is what they want', async () => {
    const { sns, topic } = world();
    const to = 'machine@example.com';
    const TopicArn = await topic();
    await sns.subscribe({ TopicArn, Protocol: 'email-json', Endpoint: to });
    const { Type, Token } = JSON.parse((await mail(to, 1)).body);
    assert.equal(Type, 'SubscriptionConfirmation');
    await sns.confirmSubscription({ TopicArn, Token });
    const Message = JSON.stringify({ default: 'd', 'email-json': 'for machines' });
    await sns.publish({ TopicArn, Message, MessageStructure: 'json' });
    const envelope = JSON.parse((await mail(to, 2)).body);
    assert.deepEqual([envelope.Type, envelope.Message], ['Notification', 'for machines']);
  });

  it('have a mailbox that knows what it does not have', async () => {
    for (const path of ['mailbox/1', 'mailbox/x', 'mailbox?before=x']) {
      const response = await fetch(`${world().url}/_spillway/${path}`);
      assert.equal(response.status, 404, path);
    }
  });

  /** Follows the link in a mail. */
  async function follow({ body }: Mail): Promise<void> {
    const link = /^http:\/\/127\.0\.0\.1\S+$/m.exec(body)?.[0];
    assert.ok(link, body);
    assert.equal((await fetch(link)).status, 200);
  }
});

let receiver: SmtpReceiver;
before(async () => {
  receiver = await startSmtpReceiver();
});
after(() => receiver[Symbol.asyncDispose]());

describeSns(
  'mail subscriptions with a mail server',
  (world) => {
    /** A confirmed subscription; `received` waits for the n-th mail after its confirmation. */
    const subscribed = async (to: string, attributes: Record<string, string> = {}) => {
      const { sns, topic, subscribe } = world();
      const TopicArn = await topic();
      const SubscriptionArn = await subscribe(TopicArn, 'email-json', to, attributes);
      const received = (n: number) =>
        eventually(async () => receiver.received.filter((mail) => mail.to[0] === to)[n]);
      const { source } = await received(0);
      const Token = /"Token":"([0-9a-f]+)/.exec(unfold(source))?.[1] ?? '';
      await sns.confirmSubscription({ TopicArn, Token });
      return { TopicArn, SubscriptionArn, received };
    };

    it('go through it, from the address in its URL', async () => {
      const { TopicArn, received } = await subscribed('sam@example.com');
      await world().sns.publish({ TopicArn, Message: 'm', Subject: 'Photos' });
      const { from, to, source } = await received(1);
      assert.equal(from, 'alerts@example.com');
      assert.deepEqual(to, ['sam@example.com']);
      assert.match(source, /^From: AWS Notifications <alerts@example\.com>\r?$/m);
      assert.match(source, /^Subject: Photos\r?$/m);
      assert.match(unfold(source), /"Message":"m"/);
    });

    it('are tried again when it cannot take them now', async () => {
      const { TopicArn, SubscriptionArn, received } = await subscribed('kim@example.com');
      receiver.refuse = 451;
      await world().sns.publish({ TopicArn, Message: 'm' });
      const { state, reason, next_at } = await world().attempted(SubscriptionArn, 1);
      assert.equal(state, 'pending');
      assert.match(reason ?? '', /451/);
      const waitMs = next_at - world().clock.now();
      assert.ok(waitMs > 5000 && waitMs <= 10_000, `${waitMs} ms`);
      receiver.refuse = undefined;
      await world().advance(10);
      await received(1);
    });

    it('go to the dead-letter queue when it never will', async () => {
      const { arn, envelopes } = await world().queue();
      const { TopicArn, SubscriptionArn } = await subscribed('nobody@example.com', {
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn }),
      });
      receiver.refuse = 550;
      await world().sns.publish({ TopicArn, Message: 'm' });
      const { state } = await world().attempted(SubscriptionArn, 1);
      receiver.refuse = undefined;
      assert.equal(state, 'rejected');
      assert.equal((await envelopes())[0]?.Message, 'm');
    });
  },
  () => ({ smtpUrl: `${receiver.url}?from=alerts@example.com` }),
);

/** Undoes quoted-printable as far as it breaks lines and hides equals signs. */
const unfold = (source: string) => source.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
