/**
 * Writes protocol buffers: what an ONNX file is made of. A message is its fields, one after the other, so each function
 * returns one encoded field. https://protobuf.dev/programming-guides/encoding/
 */
export interface Encoded {
  readonly length: number;
  /** In order; kept apart until the end, so that megabytes of weights are copied once only. */
  readonly chunks: readonly Uint8Array[];
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** An integer field. Only what ONNX needs here: no negative numbers. */
export const integer = (field: number, value: number): Encoded =>
  encoded([tag(field, VARINT), varint(value)]);

/** A string or bytes field. */
export function bytes(field: number, value: string | Uint8Array): Encoded {
  const content = typeof value === 'string' ? Buffer.from(value) : value;
  return encoded([tag(field, LENGTH_DELIMITED), varint(content.length), content]);
}

/** A field that holds a message, given as that message's own fields. */
export function message(field: number, ...fields: readonly Encoded[]): Encoded {
  const content = fields.flatMap(({ chunks }) => chunks);
  const length = fields.reduce((sum, { length }) => sum + length, 0);
  return encoded([tag(field, LENGTH_DELIMITED), varint(length), ...content]);
}

/** The bytes of a whole file: a message without a field around it. */
export const concatenated = (fields: readonly Encoded[]): Uint8Array =>
  Buffer.concat(fields.flatMap(({ chunks }) => chunks));

const encoded = (chunks: readonly Uint8Array[]): Encoded => ({
  chunks,
  length: chunks.reduce((sum, { length }) => sum + length, 0),
});

const tag = (field: number, wireType: number) => varint(field * 8 + wireType);

/** Seven bits a byte, lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a varint: ${value}`);
  const out: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    out.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.from([...out, rest]);
}
