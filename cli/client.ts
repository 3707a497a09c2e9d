import { CliError, type Given } from './command.ts';

/** Talks to a running server, over HTTP alone. */
export interface Client {
  readonly endpoint: string;
  /** What the server answers, as JSON. Throws CliError with what it says when it refuses. */
  // biome-ignore lint/suspicious/noExplicitAny: the answers are documented in docs/operator-api.md
  get(path: string, query?: Query): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  post(path: string, body: object): Promise<any>;
}

type Query = Readonly<Record<string, string | number | undefined>>;

const ENDPOINT = 'http://127.0.0.1:4566';
/** A little longer than the server lets a tail wait. */
const TIMEOUT_MS = 40_000;

export function connect(given: Given): Client {
  const { SPILLWAY_ENDPOINT, AWS_ENDPOINT_URL } = process.env;
  const endpoint = (
    given.text('endpoint') ??
    SPILLWAY_ENDPOINT ??
    AWS_ENDPOINT_URL ??
    ENDPOINT
  ).replace(/\/$/, '');
  if (!URL.canParse(endpoint))
    throw new CliError(`${JSON.stringify(endpoint)} is no URL`, 'give --endpoint http://HOST:PORT');
  return {
    endpoint,
    get: (path, query = {}) => ask(endpoint, `${path}${queryOf(query)}`),
    post: (path, body) =>
      ask(endpoint, path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  };
}

async function ask(
  endpoint: string,
  path: string,
  options: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<unknown> {
  const response = await fetch(`${endpoint}/_spillway/api/${path}`, {
    ...options,
    headers: { ...options.headers, ...credentials() },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new CliError(
      `no server answers at ${endpoint}: ${cause}`,
      'start one with `spillway serve`, or give --endpoint',
    );
  });
  const text = await response.text();
  const answer = parse(text);
  if (response.ok && answer !== undefined) return answer;
  throw refusal(endpoint, response.status, answer);
}

/** A server on loopback asks for none. */
function credentials(): Record<string, string> {
  const {
    SPILLWAY_ACCESS_KEY_ID,
    SPILLWAY_SECRET_ACCESS_KEY,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
  } = process.env;
  const key = SPILLWAY_ACCESS_KEY_ID ?? AWS_ACCESS_KEY_ID;
  const secret = SPILLWAY_SECRET_ACCESS_KEY ?? AWS_SECRET_ACCESS_KEY;
  if (key === undefined || secret === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` };
}

function refusal(endpoint: string, status: number, answer: unknown): CliError {
  const { message } = (answer ?? {}) as { message?: string };
  if (status === 401)
    return new CliError(
      `${endpoint} wants to know who asks`,
      'set SPILLWAY_ACCESS_KEY_ID and SPILLWAY_SECRET_ACCESS_KEY to those of its root user',
    );
  if (message === undefined)
    return new CliError(
      `${endpoint} answered ${status}, and not as a Spillway does`,
      'check --endpoint',
    );
  return new CliError(message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not one of our answers: the caller says so
  }
}

function queryOf(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) parameters.set(name, String(value));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
