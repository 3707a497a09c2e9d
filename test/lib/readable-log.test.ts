import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readable } from '../../src/lib/readable-log.ts';

const time = new Date(2026, 4, 1, 16, 4, 51).getTime();

describe('a log line for people', () => {
  it('says when, how grave, what, and then the particulars', () => {
    const line = { level: 40, time, msg: 'a chain was cut', event: 7, to: 'b', chain: ['a', 'b'] };
    assert.equal(
      readable(JSON.stringify(line)),
      '16:04:51 warn  a chain was cut  event=7  to=b  chain=["a","b"]\n',
    );
  });

  it('tells the stack of an error on lines of its own', () => {
    const err = { type: 'Error', message: 'no', stack: 'Error: no\n    at f' };
    const text = readable(JSON.stringify({ level: 50, time, msg: 'it failed', err, id: 'x' }));
    assert.equal(text, '16:04:51 error it failed  id=x\n  Error: no\n      at f\n');
  });
});
