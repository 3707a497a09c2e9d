import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server that is subscribed to a topic. */
export interface Subscriber {
  readonly url: string;
  /** From now on it answers 500 to the first so many tries of each message. */
  refuse(times: number): void;
  /** The bodies that it took since the last call. */
  taken(): string[];
  close(): Promise<void>;
}

export async function startSubscriber(): Promise<Subscriber> {
  let refusals = 0;
  let tries = new Map<unknown, number>();
  let bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { Type, MessageId, SubscribeURL } = JSON.parse(body);
    if (Type === 'SubscriptionConfirmation') {
      response.end();
      await fetch(SubscribeURL);
      return;
    }
    const before = tries.get(MessageId) ?? 0;
    tries.set(MessageId, before + 1);
    response.statusCode = before < refusals ? 500 : 200;
    if (response.statusCode === 200) bodies.push(body);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    refuse(times) {
      refusals = times;
      tries = new Map();
    },
    taken() {
      const since = bodies;
      bodies = [];
      return since;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
