import assert from 'node:assert/strict';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { selfSignedCertificate } from '../../../src/services/sns/certificate.ts';

describe('a self-signed certificate', () => {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 1024 });

  it('is read and verified by OpenSSL, whatever its serial, name and date', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 0, maxLength: 19 }),
        fc.stringMatching(/^[a-z0-9.-]{1,200}$/),
        fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2049, 11, 31) }),
        (serial, commonName, notBeforeMs) => {
          const pem = selfSignedCertificate({ key, commonName, serial, notBeforeMs });
          const certificate = new X509Certificate(pem);
          assert.ok(certificate.verify(certificate.publicKey));
          assert.ok(certificate.checkPrivateKey(key));
          assert.ok(certificate.checkIssued(certificate));
          assert.equal(certificate.subject, `CN=${commonName}`);
          assert.equal(
            certificate.serialNumber,
            `01${Buffer.from(serial).toString('hex')}`.toUpperCase(),
          );
          const second = Math.floor(notBeforeMs / 1000) * 1000;
          assert.equal(certificate.validFromDate.getTime(), second);
          assert.equal(certificate.validToDate.getUTCFullYear(), 9999);
        },
      ),
    );
  });
});
