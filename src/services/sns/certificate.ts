import { createPublicKey, type KeyObject, sign } from 'node:crypto';

export interface CertificateOptions {
  readonly key: KeyObject;
  readonly commonName: string;
  /** At most 19 bytes. */
  readonly serial: Uint8Array;
  readonly notBeforeMs: number;
}

/**
 * A self-signed X.509 certificate for an RSA key, PEM. It has no extensions and does not expire:
 * what it certifies is that a signature was made with the key behind the address it was fetched
 * from.
 * https://www.rfc-editor.org/rfc/rfc5280
 */
export function selfSignedCertificate(options: CertificateOptions): string {
  const { key, commonName, serial, notBeforeMs } = options;
  const name = sequence(set(sequence(COMMON_NAME, utf8String(commonName))));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const certificate = sequence(
    VERSION_3,
    positiveInteger(serial),
    SHA256_WITH_RSA,
    name,
    sequence(utcTime(notBeforeMs), NEVER),
    name,
    publicKey,
  );
  const signature = sign('sha256', certificate, key);
  return pem(sequence(certificate, SHA256_WITH_RSA, bitString(signature)));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** DER: a tag, a length, the content. */
function element(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.of(tag), length(body.length), body]);
}

/** Below 128 one byte; otherwise the number of bytes of the length, then the length. */
function length(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.of(bytes);
  const digits = bytes.toString(16);
  const big = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 | big.length), big]);
}

const sequence = (...content: Uint8Array[]) => element(0x30, ...content);
const set = (...content: Uint8Array[]) => element(0x31, ...content);
const utf8String = (text: string) => element(0x0c, Buffer.from(text));
/** The 1 in front makes any bytes a positive number in its shortest form. */
const positiveInteger = (bytes: Uint8Array) => element(0x02, Buffer.of(1), bytes);
const bitString = (bytes: Uint8Array) => element(0x03, Buffer.of(0), bytes);
const objectIdentifier = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));

/** Two digits of the year: certificates write years before 2050 so. */
const utcTime = (ms: number) => {
  const digits = new Date(ms).toISOString().replaceAll(/[^\d]/g, '').slice(2, 14);
  return element(0x17, Buffer.from(`${digits}Z`));
};

/** How RFC 5280 (4.1.2.5) writes that there is no good date of expiry. */
const NEVER = element(0x18, Buffer.from('99991231235959Z'));
const VERSION_3 = element(0xa0, element(0x02, Buffer.of(2)));
/** 2.5.4.3 */
const COMMON_NAME = objectIdentifier('550403');
/** 1.2.840.113549.1.1.11 */
const SHA256_WITH_RSA = sequence(objectIdentifier('2a864886f70d01010b'), element(0x05));
