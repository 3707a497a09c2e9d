import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came over the wire. */
  readonly source: string;
}

export interface SmtpReceiver extends AsyncDisposable {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Whether and why the next mails are refused: an SMTP code such as 451 (later) or 550 (never). */
  refuse: number | undefined;
}

/** A mail server without encryption, in this process. */
export async function startSmtpReceiver(): Promise<SmtpReceiver> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    async onData(stream, session, done) {
      let source = '';
      for await (const chunk of stream.setEncoding('utf8')) source += chunk;
      const { refuse } = receiver;
      if (refuse !== undefined)
        return done(Object.assign(new Error('refused'), { responseCode: refuse }));
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        source,
      });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: SmtpReceiver = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: undefined,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return receiver;
}
