import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  completeTrace,
  givenTrace,
  lineageOf,
  NO_LINEAGE,
  withLineage,
} from '../../src/aws/trace-header.ts';

const ROOT = 'Root=1-3152b799-8954dae64eda91bc9a23a7e8';
const SAMPLED = `${ROOT};Parent=7fa8c0f79203be72;Sampled=1`;
const LINEAGE = { hops: 2, cause: 0x1f };
const RANDOM = '0123456789abcdef0123456789abcdef';

describe('the trace of what an event causes', () => {
  const cases: [given: string | null, carried: string, complete: RegExp][] = [
    [null, 'Lineage=2:1f', /^Root=1-01234567-[0-9a-f]{24};Parent=0123456789abcdef;Sampled=0;/],
    [ROOT, `${ROOT};Lineage=2:1f`, new RegExp(`^${ROOT};Parent=0123456789abcdef;Sampled=0;`)],
    [SAMPLED, `${SAMPLED};Lineage=2:1f`, new RegExp(`^${SAMPLED};`)],
    ['Self=1;foreign', 'Self=1;foreign;Lineage=2:1f', /^Root=1-01234567-/],
  ];
  for (const [given, carried, complete] of cases)
    it(`is what was given, and a lineage: ${given}`, () => {
      const first = withLineage(given, NO_LINEAGE);
      assert.equal(withLineage(first, LINEAGE), carried);
      assert.equal(givenTrace(carried), given);
      assert.deepEqual(lineageOf(carried), LINEAGE);
      for (const trace of [given, first]) {
        const whole = completeTrace(trace, LINEAGE, RANDOM);
        assert.match(whole, complete);
        assert.deepEqual(lineageOf(whole), LINEAGE);
      }
    });

  it('leaves a lineage of another kind alone', () => {
    const theirs = `${SAMPLED};Lineage=1:a87bd80c:0`;
    assert.equal(givenTrace(theirs), theirs);
    assert.deepEqual(lineageOf(theirs), NO_LINEAGE);
  });
});
