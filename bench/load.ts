import { connect, type Socket } from 'node:net';

/**
 * A load generator that costs little beside the server it loads: raw sockets, requests made beforehand, one at a time on each connection.
 */
export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sends `requests` (whole HTTP messages) once each over `connections` keep-alive connections; answers early when `secondsMax` is over. */
export async function runLoad(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  secondsMax: number,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  let failures = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + secondsMax * 1000;

  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await open(port);
      while (next < requests.length && performance.now() < endsAt) {
        const request = requests[next++] as Buffer;
        const sentAt = performance.now();
        const status = await connection.exchange(request);
        latencies.push(performance.now() - sentAt);
        if (status < 200 || status > 299) failures++;
      }
      connection.socket.destroy();
    }),
  );

  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    requests: latencies.length,
    failures,
    seconds,
    rate: latencies.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

interface Connection {
  readonly socket: Socket;
  /** Sends one request; answers the status of its response, read to the end. */
  exchange(request: Buffer): Promise<number>;
}

function open(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received = '';
    let waiting: { resolve(status: number): void; reject(error: Error): void } | undefined;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      received = received === '' ? text : received + text;
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      const status = Number(received.slice(9, 12));
      received = received.slice(end + 4 + length);
      waiting?.resolve(status);
    });
    socket.once('error', (error) => {
      reject(error);
      waiting?.reject(error);
    });
    socket.once('close', () => waiting?.reject(new Error('the server closed the connection')));
    socket.once('connect', () =>
      resolve({
        socket,
        exchange: (request) =>
          new Promise((resolveStatus, rejectStatus) => {
            waiting = { resolve: resolveStatus, reject: rejectStatus };
            socket.write(request);
          }),
      }),
    );
  });
}
