import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checksumFromText,
  checksumToText,
  type ObjectChecksum,
} from '../../../src/services/s3/object-checksum.ts';

const checksums: ObjectChecksum[] = [
  { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: '/+AAAAAAAAA=' },
  {
    algorithm: 'SHA256',
    type: 'COMPOSITE',
    value: 'pJ1aiHq9nHfhsSjgrekd5VLE+Uos5f/KNSa/MiyqVBA=-2',
  },
  { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' },
];

for (const checksum of checksums)
  test(`${checksum.algorithm} of ${checksum.type} is stored and read again`, () => {
    assert.deepEqual(checksumFromText(checksumToText(checksum)), checksum);
  });

test('no checksum is none', () => {
  assert.equal(checksumToText(undefined), null);
  assert.equal(checksumFromText(null), undefined);
});
