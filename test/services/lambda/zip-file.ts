import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip file; everything about it can be wrong. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes?: string | Buffer;
  /** With the file type, as Unix has it: 0o100644 when left out. */
  readonly mode?: number;
  readonly deflate?: boolean;
  /** Sizes and checksums that are not true. */
  readonly announced?: number;
  readonly crc?: number;
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const plain = Buffer.from(entry.bytes ?? '');
    const packed = entry.deflate ? deflateRawSync(plain) : plain;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(entry.deflate ? 8 : 0, 4);
    facts.writeUInt32LE(entry.crc ?? crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.announced ?? plain.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), facts, place, name]));
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end]);
}
