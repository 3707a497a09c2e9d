import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHttpDate } from '../../../src/aws/signature-v4/request-time.ts';

const AT = Date.UTC(2026, 0, 2, 3, 4, 5);

for (const zone of ['GMT', '-0000', '+0000'])
  test(`a Date in ${zone} is understood`, () => {
    assert.equal(parseHttpDate(`Fri, 02 Jan 2026 03:04:05 ${zone}`), AT);
  });

for (const text of [undefined, '', 'yesterday', 'Fri, 02 Jan 2026 03:04:05 -0100', '2026-01-02'])
  test(`${JSON.stringify(text)} is no Date`, () => {
    assert.equal(parseHttpDate(text), undefined);
  });
