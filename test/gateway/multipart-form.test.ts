import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readMultipartForm } from '../../src/gateway/multipart-form.ts';

const TYPE = 'multipart/form-data; boundary=line';

/** The text in pieces of so many bytes, as a slow network would bring it. */
async function* inPieces(text: string | Buffer, bytes: number): AsyncGenerator<Buffer> {
  const whole = Buffer.from(text as string);
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes);
}

const part = (disposition: string, content: string) =>
  `--line\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

async function read(text: string | Buffer, bytes = 7, contentType = TYPE) {
  const form = await readMultipartForm(contentType, inPieces(text, bytes));
  const file: Buffer[] = [];
  for await (const chunk of form.file) file.push(chunk);
  return { fields: Object.fromEntries(form.fields), file: Buffer.concat(file).toString() };
}

const KEY = part('name="key"', `pets/$\{filename}`);
const FILE = part('name="file"; filename="tom.jpg"', 'whiskers');
const END = '--line--\r\n';

describe('multipart forms', () => {
  const accepted: [what: string, text: string, fields: Record<string, string>, file: string][] = [
    ['fields and a file', KEY + FILE + END, { key: 'pets/tom.jpg' }, 'whiskers'],
    [
      'no line end after the last delimiter',
      `${KEY}${FILE}--line--`,
      { key: 'pets/tom.jpg' },
      'whiskers',
    ],
    ['a preamble', `for your eyes only\r\n${FILE}${END}`, {}, 'whiskers'],
    ['fields after the file', FILE + KEY + END, {}, 'whiskers'],
    ['an empty file', part('name="file"; filename="a"', '') + END, {}, ''],
    ['a file without a name', KEY + part('name="file"', 'text') + END, { key: 'pets/' }, 'text'],
    [
      'names in any case',
      part('name="KEY"', 'a') + part('name="File"', 'b') + END,
      { key: 'a' },
      'b',
    ],
    [
      'names without quotes',
      part('name=key', 'a') + part('name=file', 'b') + END,
      { key: 'a' },
      'b',
    ],
    [
      'the whole path of a file',
      KEY + part('name="file"; filename="C:\\pets\\tom.jpg"', '') + END,
      { key: 'pets/tom.jpg' },
      '',
    ],
    [
      'quotes in a name',
      KEY + part('name="file"; filename="say \\"hi\\".txt"', '') + END,
      { key: 'pets/say "hi".txt' },
      '',
    ],
    [
      'dollars in a name',
      KEY + part('name="file"; filename="$&.txt"', '') + END,
      { key: 'pets/$&.txt' },
      '',
    ],
    ['UTF-8', part('name="key"', 'Kätzchen') + FILE + END, { key: 'Kätzchen' }, 'whiskers'],
    ['an empty field', part('name="acl"', '') + FILE + END, { acl: '' }, 'whiskers'],
    [
      'a boundary within the text',
      part('name="file"', 'a--line\r\n-line\r\n--lin') + END,
      {},
      'a--line\r\n-line\r\n--lin',
    ],
  ];
  for (const [what, text, fields, file] of accepted) {
    it(`may have ${what}`, async () => {
      for (const bytes of [1, 2, 7, 10_000])
        assert.deepEqual(await read(text, bytes), { fields, file });
    });
  }

  it('may have a boundary in quotes', async () => {
    const type = 'multipart/form-data; charset=utf-8; boundary="line"';
    assert.equal((await read(FILE + END, 7, type)).file, 'whiskers');
  });

  const refused: [what: string, text: string, code: string][] = [
    ['nothing', '', 'MalformedPOSTRequest'],
    ['no delimiter', 'key=a', 'MalformedPOSTRequest'],
    ['no file', KEY + END, 'InvalidArgument'],
    ['a file that is cut off', KEY + FILE.slice(0, -4), 'MalformedPOSTRequest'],
    ['a field that is cut off', KEY.slice(0, -4), 'MalformedPOSTRequest'],
    ['a part without a name', part('filename="a"', '') + FILE + END, 'MalformedPOSTRequest'],
    ['text behind a delimiter', `--line?\r\n${FILE}${END}`, 'MalformedPOSTRequest'],
    [
      'too long a field',
      part('name="key"', 'a'.repeat(20_480)) + FILE + END,
      'MaxPostPreDataLengthExceededError',
    ],
    [
      'too many fields',
      part('name="key"', 'a').repeat(500) + FILE + END,
      'MaxPostPreDataLengthExceededError',
    ],
    [
      'too much after the file',
      FILE + part('name="a"', 'a'.repeat(20_480)) + END,
      'MalformedPOSTRequest',
    ],
  ];
  for (const [what, text, code] of refused) {
    it(`may not have ${what}`, async () => {
      for (const bytes of [1, 7, 100_000]) await assert.rejects(read(text, bytes), { code });
    });
  }

  for (const type of ['', 'text/plain', 'multipart/form-data', 'multipart/mixed; boundary=line']) {
    it(`may not come as ${JSON.stringify(type)}`, async () => {
      await assert.rejects(read(FILE + END, 7, type), { code: 'PreconditionFailed', status: 412 });
    });
  }

  it('give back every file, however it arrives', async () => {
    const bytes = fc.array(fc.constantFrom(0x0d, 0x0a, 0x2d, 0x6c, 0x69, 0x6e, 0x65), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 20 }), async (content, pieceBytes) => {
        const file = Buffer.from(content).toString();
        fc.pre(!`\r\n${file}`.includes('\r\n--line'));
        const form = await read(KEY + part('name="file"', file) + END, pieceBytes);
        assert.equal(form.file, file);
      }),
    );
  });
});
