import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { AwsError } from '../../src/aws/error.ts';
import { BODY_IDLE_MS, bodyChunks, readBody } from '../../src/gateway/read-body.ts';

const tooLarge = () => new AwsError('EntityTooLarge', 'too large');

/** A request whose body arrives as the test pushes it, at times that the test sets. */
function slowRequest(headers: Record<string, string> = {}) {
  let now = 0;
  let onIdle: () => void = () => undefined;
  const stream = Object.assign(new Readable({ read: () => undefined }), {
    headers,
    setTimeout: (ms: number, callback?: () => void) => {
      if (ms > 0 && callback) onIdle = callback;
      return stream;
    },
  });
  const sent: string[] = [];
  return {
    request: stream as unknown as IncomingMessage,
    response: { writeContinue: () => sent.push('continue') } as unknown as ServerResponse,
    clock: { now: () => now },
    push: (text: string | null) => stream.push(text),
    pass: (ms: number) => {
      now += ms;
    },
    pause: () => onIdle(),
    sent,
  };
}

describe('reading a body', () => {
  it('takes its chunks as they come', async () => {
    const slow = slowRequest();
    const chunks = bodyChunks(slow);
    slow.push('cat');
    assert.equal((await chunks.next()).value?.toString(), 'cat');
    slow.pass(BODY_IDLE_MS / 2);
    slow.push('dog');
    assert.equal((await chunks.next()).value?.toString(), 'dog');
    slow.push(null);
    assert.equal((await chunks.next()).done, true);
  });

  it('ends with RequestTimeout when the client pauses', async () => {
    const slow = slowRequest();
    const chunks = bodyChunks(slow);
    slow.push('cat');
    await chunks.next();
    const next = chunks.next();
    slow.pause();
    await assert.rejects(next, { code: 'RequestTimeout', headers: { connection: 'close' } });
  });

  it('ends with RequestTimeout when bytes only trickle', async () => {
    const slow = slowRequest();
    const trickle = async () => {
      for await (const _ of bodyChunks(slow)) {
        slow.pass(BODY_IDLE_MS - 1);
        slow.push('x');
      }
    };
    slow.push('x');
    await assert.rejects(trickle, { code: 'RequestTimeout' });
  });

  it('ends with IncompleteBody when the client goes away', async () => {
    const slow = slowRequest();
    const chunks = bodyChunks(slow);
    slow.push('cat');
    await chunks.next();
    const next = chunks.next();
    slow.request.destroy();
    await assert.rejects(next, { code: 'IncompleteBody' });
  });

  it('tells a client that asked to go on, once', async () => {
    const slow = slowRequest({ expect: '100-continue', 'content-length': '3' });
    const body = readBody(slow, 10, tooLarge);
    slow.push('cat');
    slow.push(null);
    assert.equal((await body).toString(), 'cat');
    assert.deepEqual(slow.sent, ['continue']);
  });

  it('does not even ask for more than is allowed', async () => {
    const slow = slowRequest({ expect: '100-continue', 'content-length': '11' });
    await assert.rejects(readBody(slow, 10, tooLarge), { code: 'EntityTooLarge' });
    assert.deepEqual(slow.sent, []);
  });

  it('stops a body of unknown length where it is too long', async () => {
    const slow = slowRequest({ 'transfer-encoding': 'chunked' });
    slow.push('x'.repeat(11));
    await assert.rejects(readBody(slow, 10, tooLarge), { code: 'EntityTooLarge' });
  });
});
