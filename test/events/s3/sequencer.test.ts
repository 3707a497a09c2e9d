import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareSequencers, sequencer } from '../../../src/events/s3/index.ts';

describe('sequencers', () => {
  it('are 18 hexadecimal digits in upper case', () => {
    assert.equal(sequencer(0x55aed6dcd902), '00000055AED6DCD902');
    fc.assert(
      fc.property(fc.maxSafeNat(), (sequence) =>
        assert.match(sequencer(sequence), /^[0-9A-F]{18}$/),
      ),
    );
  });

  it('order as the numbers do, also as plain text', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        assert.equal(compareSequencers(sequencer(a), sequencer(b)), Math.sign(a - b));
        assert.equal(sequencer(a) < sequencer(b), a < b);
      }),
    );
  });

  it('compare with shorter ones and with lower case', () => {
    assert.equal(compareSequencers('0055AED6DCD90281E5', '55aed6dcd90281e5'), 0);
    assert.equal(compareSequencers('FF', '0100'), -1);
    assert.equal(compareSequencers('0100', 'ff'), 1);
  });
});
