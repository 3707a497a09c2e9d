import type { Page } from '../services/spillway/page.ts';
import type { Exchange } from './exchange.ts';

/** What a call that waits for news answers, as JSON. */
interface News {
  readonly events: readonly { readonly id: number }[];
  /** Where the next call goes on. */
  readonly next: number;
  /** The server is stopping. */
  readonly stopping?: boolean;
}

/**
 * Sends news as server-sent events, one event of the journal each, until the client goes away or
 * the server stops. A client that connects again says which it had last.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function streamNews(
  { request, response, headers }: Exchange,
  ask: (more: object) => Promise<Page>,
): Promise<void> {
  let after: number | string | undefined = headers['last-event-id'];
  // What is wrong with the request shows before anything is sent.
  let news = await call(ask, after, { wait: 0 });
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.flushHeaders();
  while (!response.destroyed && !request.destroyed && !news.stopping) {
    const text = news.events.map((event) => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    // A comment now and then tells a client that went away from one that has nothing to hear.
    const flushed = response.write(text.length > 0 ? text.join('') : ': nothing new\n\n');
    if (!flushed) await drained(response);
    after = news.next;
    news = await call(ask, after);
  }
  response.end();
}

async function call(
  ask: (more: object) => Promise<Page>,
  after: number | string | undefined,
  more: object = {},
): Promise<News> {
  const { body } = await ask({ ...more, ...(after !== undefined && { after }) });
  return JSON.parse(String(body));
}

/** A client that reads slowly is waited for; one that left is not. */
const drained = (response: Exchange['response']) =>
  new Promise<void>((resolve) => {
    response.once('drain', resolve).once('close', resolve);
  });
