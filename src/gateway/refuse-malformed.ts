import { maxHeaderSize } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Answers what is no HTTP request, of which there is nothing but a socket: in S3's form, and then the connection ends.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${REFUSALS[error.code ?? ''] ?? BAD_REQUEST}</Error>`;
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/xml',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const BAD_REQUEST =
  '<Code>BadRequest</Code><Message>An error occurred when parsing the HTTP request.</Message>';

/** By the code of Node's error. */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: `<Code>RequestHeaderSectionTooLarge</Code><Message>Your request header section exceeds the maximum allowed size.</Message><MaxSizeAllowed>${maxHeaderSize}</MaxSizeAllowed>`,
  ERR_HTTP_REQUEST_TIMEOUT:
    '<Code>RequestTimeout</Code><Message>Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.</Message>',
};
