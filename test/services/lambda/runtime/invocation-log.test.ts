import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createInvocationLog,
  type Report,
  reportLine,
} from '../../../../src/services/lambda/runtime/invocation-log.ts';
import {
  LOG_FORWARDED_CHARS_MAX,
  LOG_KEPT_CHARS_MAX,
  LOG_LINE_CHARS_MAX,
} from '../../../../src/services/lambda/runtime/limits.ts';

function collect() {
  const forwarded: { message: string; requestId?: string | undefined }[] = [];
  const log = createInvocationLog((line) => forwarded.push(line));
  return { log, forwarded, write: (text: string) => log.write(Buffer.from(text)) };
}

test('lines are put together however the output is cut, characters included', () => {
  const { log, forwarded } = collect();
  log.begin('r');
  for (const byte of Buffer.from('grün\n🐕\n\nrest')) log.write(Uint8Array.of(byte));
  assert.equal(log.end().text, 'grün\n🐕\n\nrest\n');
  assert.deepEqual(
    forwarded.map(({ message }) => message),
    ['grün', '🐕', '', 'rest'],
  );
});

test('lines belong to the invocation in hand, or to none', () => {
  const { log, forwarded, write } = collect();
  write('before\n');
  log.begin('r1');
  write('loading\n');
  log.endColdStart();
  log.line('START');
  write('during\nunfinished');
  log.line('END');
  const { text, tail } = log.end();
  assert.equal(text, 'loading\nSTART\nduring\nunfinished\nEND\n');
  assert.equal(Buffer.from(tail).toString(), 'START\nduring\nunfinished\nEND\n');
  write('after\n');
  assert.deepEqual(
    forwarded.map(({ message, requestId }) => [message, requestId]),
    [
      ['before', undefined],
      ['loading', 'r1'],
      ['START', 'r1'],
      ['during', 'r1'],
      ['unfinished', 'r1'],
      ['END', 'r1'],
      ['after', undefined],
    ],
  );
});

test('of much output the end is kept', () => {
  const { log, write } = collect();
  log.begin('r');
  const line = 'x'.repeat(1023);
  for (let i = 0; i < (3 * LOG_KEPT_CHARS_MAX) / 1024; i++) write(`${line}\n`);
  log.line('END');
  const { text } = log.end();
  assert.match(text, /^\[earlier output of this invocation left out\]\n/);
  assert.ok(text.endsWith(`${line}\nEND\n`));
  assert.ok(text.length <= 2 * LOG_KEPT_CHARS_MAX + 2000, `${text.length}`);
});

test('what is handed on of one invocation is bounded, but for Lambda’s own lines', () => {
  const { log, forwarded, write } = collect();
  log.begin('r1');
  const line = 'x'.repeat(LOG_FORWARDED_CHARS_MAX / 4);
  for (let i = 0; i < 40; i++) write(`${line}\n`);
  log.line('END');
  log.end();
  const messages = forwarded.map(({ message }) => message);
  assert.equal(messages.pop(), 'END');
  assert.match(messages.pop() ?? '', /^\[further output of this invocation dropped/);
  assert.ok(messages.join('').length <= LOG_FORWARDED_CHARS_MAX);
  log.begin('r2');
  write('again\n');
  assert.deepEqual(forwarded.at(-1), { message: 'again', requestId: 'r2' });
});

test('a line without end is cut', () => {
  const { log, forwarded, write } = collect();
  log.begin('r');
  for (let i = 0; i < 5; i++) write('x'.repeat(LOG_LINE_CHARS_MAX / 2 + 1));
  write('\n');
  write(`${'y'.repeat(LOG_LINE_CHARS_MAX + 1)}\n`);
  log.end();
  const lengths = forwarded.map(({ message }) => message.length);
  assert.ok(lengths.every((length) => length <= 2 * LOG_LINE_CHARS_MAX));
  assert.equal(lengths.length, 5);
  assert.deepEqual(lengths.slice(-2), [LOG_LINE_CHARS_MAX, 1]);
});

test('the tail is the last 4 KB', () => {
  const { log, write } = collect();
  log.begin('r1');
  write('ä'.repeat(5000));
  log.line('END');
  const { tail } = log.end();
  assert.equal(tail.length, 4096);
  assert.ok(Buffer.from(tail).toString().endsWith('äää\nEND\n'));
  log.begin('r2');
  log.line('short');
  assert.equal(Buffer.from(log.end().tail).toString(), 'short\n');
});

test('the REPORT line', () => {
  const report = { requestId: 'r', durationMs: 1.234, memorySizeMb: 128, memoryUsedMb: 37 };
  const common =
    'REPORT RequestId: r\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 37 MB\t';
  const cases: readonly [Partial<Report>, string][] = [
    [{}, common],
    [{ initMs: 110.5 }, `${common}Init Duration: 110.50 ms\t`],
    [{ status: 'timeout' }, `${common}Status: timeout\t`],
    [
      { status: 'error', errorType: 'Runtime.ExitError' },
      `${common}Status: error\tError Type: Runtime.ExitError\t`,
    ],
    [{ durationMs: 0 }, common.replace('1.23', '0.00').replace('2 ms', '1 ms')],
  ];
  for (const [changes, expected] of cases) {
    assert.equal(reportLine({ ...report, ...changes }), expected);
  }
});
