import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { parseReceiptHandle, receiptHandle } from '../../../src/services/sqs/receipt-handle.ts';

it('a receipt handle is read as it was written', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (id, receipt) => {
      assert.deepEqual(parseReceiptHandle(receiptHandle({ id, receipt })), {
        messageRow: id,
        receipt,
      });
    }),
  );
});

it('other text is refused', () => {
  const handle = receiptHandle({ id: 1, receipt: 2 });
  const flipped = `B${handle.slice(1)}`;
  for (const text of ['', 'INVALID', `${handle}A`, handle.slice(1), flipped])
    assert.throws(() => parseReceiptHandle(text), { code: 'ReceiptHandleIsInvalid' });
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.throws(() => parseReceiptHandle(text), { code: 'ReceiptHandleIsInvalid' });
    }),
  );
});
