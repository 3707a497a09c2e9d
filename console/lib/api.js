/** What the server said when it refused; `code` is a name to tell refusals apart by. */
export class ApiError extends Error {
  constructor(code, message, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Milliseconds. Only calls that wait for something take longer, and they say so. */
const TIMEOUT_MS = 30_000;

/** `get('api/events', { bucket: 'photos' }, signal)`: what is empty is left out. Throws ApiError. */
export const get = (path, query = {}, signal = undefined) => ask(url(path, query), {}, signal);

export const post = (path, body = {}, { signal, timeoutMs } = {}) =>
  ask(
    url(path),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    signal,
    timeoutMs,
  );

/** Calls an operation of an AWS API with the rights of the operator; members as AWS spells them. */
export const aws = (service, operation, input = {}, options = {}) =>
  post(`api/aws/${service}/${operation}`, input, options);

export function url(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}

async function ask(address, options, signal, timeoutMs = TIMEOUT_MS) {
  const timeout = AbortSignal.timeout(timeoutMs);
  let response;
  try {
    response = await fetch(address, {
      ...options,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw timeout.aborted
      ? new ApiError('Timeout', `No answer within ${timeoutMs / 1000} seconds.`, 0)
      : new ApiError('Unreachable', 'The server does not answer. Is it running?', 0);
  }
  const text = await response.text();
  const value = isJson(response) && text !== '' ? JSON.parse(text) : {};
  if (response.ok) return value;
  throw new ApiError(
    value.code ?? response.statusText,
    value.message ?? `The server answered ${response.status}.`,
    response.status,
  );
}

const isJson = (response) => response.headers.get('content-type')?.includes('json');
