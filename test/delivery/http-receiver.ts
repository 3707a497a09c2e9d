import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** Everything that came in so far. */
  readonly received: readonly Received[];
  /** How the next requests are answered; with 200 unless a test says otherwise. */
  respond: (response: ServerResponse, received: Received) => void;
}

/** An HTTP server of somebody who subscribed to a topic. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const entry = { method, path: url, headers, body };
    received.push(entry);
    receiver.respond(response, entry);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    respond: answerWith(200),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

export const answerWith =
  (status: number, headers: Record<string, string> = {}, body = ''): Receiver['respond'] =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
