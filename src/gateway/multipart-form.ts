import { AwsError } from '../aws/error.ts';
import type { FormFields } from '../aws/signature-v4/post-policy.ts';

/** A browser's form as S3 takes it: small fields, then one file. */
export interface MultipartForm {
  /** The fields before the file by lower-case name, with `${filename}` replaced. */
  readonly fields: FormFields;
  /** To be read to its end, which is also that of the form. Throws what is thrown for the fields. */
  readonly file: AsyncIterable<Buffer>;
}

/** S3's limit for all that comes before the file; what comes after it is read and ignored, up to as much. */
const FIELDS_BYTES_MAX = 20 * 1024;
/** RFC 2046, 5.1.1. */
const BOUNDARY = /;[ \t]*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i;
/** Behind the last delimiter. */
const CLOSING = Buffer.from('--');
const LINE_END = Buffer.from('\r\n');
const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * Reads multipart/form-data up to the first byte of its file, so that the policy can be checked before that is stored.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html, RFC 7578
 *
 * Throws PreconditionFailed for another content type, MalformedPOSTRequest, MaxPostPreDataLengthExceededError, and InvalidArgument when
 * there is no file.
 */
export async function readMultipartForm(
  contentType: string,
  body: AsyncIterable<Buffer>,
): Promise<MultipartForm> {
  const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
  const scanner = createScanner(body);
  const fields = new Map<string, string>();
  let bytesLeft = FIELDS_BYTES_MAX;
  const readUpTo = async (mark: Buffer) => {
    const bytes = await collect(scanner.upTo(mark), bytesLeft, fieldsTooLong);
    bytesLeft -= bytes.length;
    return bytes;
  };

  await readUpTo(delimiter);
  for (;;) {
    const next = await scanner.take(LINE_END.length);
    if (next.equals(CLOSING)) throw noFile();
    if (!next.equals(LINE_END)) throw malformed();
    const { name, fileName } = parsePartHeaders((await readUpTo(HEADERS_END)).toString());
    if (name === 'file') {
      for (const [field, value] of fields) fields.set(field, withFileName(value, fileName));
      return { fields, file: fileOf(scanner, delimiter) };
    }
    fields.set(name, (await readUpTo(delimiter)).toString());
  }
}

async function* fileOf(scanner: Scanner, delimiter: Buffer): AsyncGenerator<Buffer> {
  yield* scanner.upTo(delimiter);
  await collect(scanner.rest(), FIELDS_BYTES_MAX, malformed);
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined || !/^multipart\/form-data\s*;/i.test(contentType))
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      {
        status: 412,
        members: { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' },
      },
    );
  return boundary;
}

/** `Content-Disposition: form-data; name="file"; filename="cat.jpg"` */
function parsePartHeaders(text: string): { name: string; fileName: string } {
  const disposition = /^content-disposition:[ \t]*form-data(.*)$/im.exec(text)?.[1] ?? '';
  const parameter = (name: string) => {
    const found = new RegExp(`;[ \\t]*${name}=(?:"((?:\\\\["\\\\]|[^"])*)"|([^\\s;]+))`, 'i');
    const [, quoted, plain] = found.exec(disposition) ?? [];
    return quoted?.replaceAll(/\\(["\\])/g, '$1') ?? plain;
  };
  const name = parameter('name');
  if (name === undefined) throw malformed();
  return { name: name.toLowerCase(), fileName: parameter('filename') ?? '' };
}

/** Browsers may send the whole path of a file; only its last part counts. */
const withFileName = (value: string, fileName: string) =>
  value.replaceAll(`$\{filename}`, () => fileName.replace(/^.*[/\\]/s, ''));

/** Cuts a stream at marks. */
interface Scanner {
  /** Everything before the mark, in pieces as they arrive; the mark itself is passed over. */
  upTo(mark: Buffer): AsyncGenerator<Buffer>;
  take(bytes: number): Promise<Buffer>;
  rest(): AsyncGenerator<Buffer>;
}

function createScanner(body: AsyncIterable<Buffer>): Scanner {
  const chunks = body[Symbol.asyncIterator]();
  // A delimiter begins with a line end, which the first one may lack.
  let ahead: Buffer = LINE_END;
  const more = async () => {
    const { done, value } = await chunks.next();
    if (!done) ahead = ahead.length === 0 ? value : Buffer.concat([ahead, value]);
    return !done;
  };
  const cut = (bytes: number) => {
    const piece = ahead.subarray(0, bytes);
    ahead = ahead.subarray(bytes);
    return piece;
  };

  return {
    async *upTo(mark) {
      for (;;) {
        const at = ahead.indexOf(mark);
        // The mark may have begun at the end of what has arrived.
        const known = at >= 0 ? at : Math.max(0, ahead.length - mark.length + 1);
        if (known > 0) yield cut(known);
        if (at >= 0) {
          cut(mark.length);
          return;
        }
        if (!(await more())) throw malformed();
      }
    },
    async take(bytes) {
      while (ahead.length < bytes) if (!(await more())) throw malformed();
      return cut(bytes);
    },
    async *rest() {
      do {
        yield cut(ahead.length);
      } while (await more());
    },
  };
}

async function collect(
  pieces: AsyncIterable<Buffer>,
  bytesMax: number,
  tooLong: () => AwsError,
): Promise<Buffer> {
  const collected: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > bytesMax) throw tooLong();
    collected.push(piece);
  }
  return Buffer.concat(collected);
}

const malformed = () =>
  new AwsError(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );

const fieldsTooLong = () =>
  new AwsError(
    'MaxPostPreDataLengthExceededError',
    'Your POST request fields preceding the upload file were too large.',
  );

const noFile = () =>
  new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.', {
    members: { ArgumentName: 'file', ArgumentValue: '0' },
  });
