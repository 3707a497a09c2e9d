import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createWiring, type Wiring } from './non-delivery.ts';

interface Event {
  readonly id: number;
  readonly subject: string;
}

describe('the tail of the journal', () => {
  let wiring: Wiring;
  before(async () => {
    wiring = await createWiring();
    await wiring.bucket('photos');
    await wiring.bucket('other');
  });
  after(() => wiring[Symbol.asyncDispose]());

  const subjects = (events: readonly Event[]) => events.map(({ subject }) => subject);

  it('begins now, waits for news, and goes on where it was', async () => {
    const { next, events } = await wiring.operator.get('tail');
    assert.deepEqual(events, []);
    const waiting = wiring.operator.get('tail', { after: next, bucket: 'photos' });
    await wiring.put('other', 'elsewhere');
    await wiring.put('photos', 'a');
    const first = await waiting;
    assert.deepEqual(subjects(first.events), ['a']);
    await wiring.put('photos', 'b');
    await wiring.put('photos', 'c');
    const second = await wiring.operator.get('tail', { after: first.next, bucket: 'photos' });
    assert.deepEqual(subjects(second.events), ['b', 'c']);
  });

  it('answers after a while although there is nothing new', async () => {
    const { next } = await wiring.operator.get('tail');
    const waiting = wiring.operator.get('tail', { after: next, prefix: 'nothing/' });
    // The waiting has begun once an event that does not fit has been seen.
    await wiring.put('photos', 'd');
    await wiring.spillway.clock.advance('1 minute');
    assert.deepEqual((await waiting).events, []);
  });

  it('is a stream of server-sent events for whoever takes those', async () => {
    const [latest] = (await wiring.operator.get('events', { limit: 1 })).events;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { accept: 'text/event-stream', 'last-event-id': String(latest.id) };
      get(`${wiring.spillway.url}/_spillway/api/tail?bucket=photos`, { headers }, resolve).on(
        'error',
        reject,
      );
    });
    assert.equal(response.headers['content-type'], 'text/event-stream');
    await wiring.put('photos', 'e');
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk;
      if (text.includes('"subject":"e"')) break;
    }
    assert.match(text, /^id: \d+\ndata: \{"id":\d+,.*"subject":"e"/m);
  });

  it('says so when the server stops', async () => {
    const own = await createWiring();
    const { next } = await own.operator.get('tail');
    const waiting = own.operator.get('tail', { after: next });
    await own.operator.get('status');
    await own.spillway.close();
    assert.equal((await waiting).stopping, true);
  });
});
