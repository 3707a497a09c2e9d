import { createCounter, createHistogram } from '../lib/metrics.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';

const requests = createCounter({
  name: 'spillway_requests_total',
  help: 'Requests answered.',
  labels: ['service', 'operation', 'status'],
});

const durations = createHistogram({
  name: 'spillway_request_duration_seconds',
  help: 'From the first header of a request to the last byte of its answer.',
  labels: ['service', 'operation'],
  bounds: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
});

/** Counts a request that was answered, and writes its line of the access log. */
export function recordRequest({ log }: Gateway, exchange: Exchange, service: string): void {
  const { method, rawPath, requestId, sourceIp, operation = 'unknown', response } = exchange;
  const durationMs = exchange.clock.now() - exchange.startedAtMs;
  const status = response.statusCode;
  requests.add(1, service, operation, String(status));
  durations.observe(durationMs / 1000, service, operation);
  // The query is left out: it may hold a signature.
  log.debug(
    { requestId, service, operation, status, durationMs, sourceIp, method, path: rawPath },
    'answered',
  );
}
