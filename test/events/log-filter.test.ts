import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileLogFilter, LogFilterError } from '../../src/events/log-filter.ts';

const MESSAGES = ['ERROR no dog', 'WARN no cat', 'INFO dog and cat', 'said "dog"'];

const CASES: [pattern: string, found: number[]][] = [
  ['', [0, 1, 2, 3]],
  ['   ', [0, 1, 2, 3]],
  ['dog', [0, 2, 3]],
  ['DOG', []],
  ['dog cat', [2]],
  ['"no dog"', [0]],
  ['"said \\"dog\\""', [3]],
  ['?ERROR ?WARN', [0, 1]],
  ['dog -INFO', [0, 3]],
  ['-dog', [1]],
  ['dog ?WARN', [0, 2, 3]],
  ['-"no dog" no', [1]],
];

for (const [pattern, found] of CASES)
  test(`looking for <${pattern}>`, () => {
    const matches = compileLogFilter(pattern);
    assert.deepEqual(
      MESSAGES.map((message, index) => (matches(message) ? index : -1)).filter((i) => i >= 0),
      found,
    );
  });

for (const pattern of ['{ $.level = "ERROR" }', '[ip, user]', '%ERR.*%', 'no-quotes', '"open', '?'])
  test(`<${pattern}> is refused`, () => {
    assert.throws(() => compileLogFilter(pattern), LogFilterError);
  });
