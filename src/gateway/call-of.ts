import type { Call } from '../services/dispatch.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import type { Prepared } from './prepared.ts';
import type { Target } from './target.ts';

/** The call that a request stands for, as the engine takes it. */
export function callOf(exchange: Exchange, target: Target, prepared: Prepared): Call {
  return {
    service: target.endpoint.service,
    operation: prepared.operation.name,
    input: prepared.input,
    caller: prepared.authenticated.caller,
    region: prepared.authenticated.region,
    presigned: prepared.authenticated.presigned,
    requestId: exchange.requestId,
    hostId: exchange.hostId,
    endpoint: exchange.endpoint,
    trace: exchange.headers['x-amzn-trace-id'],
    protocol: prepared.protocol ?? target.protocol.name,
  };
}

/**
 * Whether the caller may make this call at all: asked before a large body is received for it. Throws what the operation would throw for a
 * caller without permission.
 */
export async function checkPermission(
  { engine }: Gateway,
  exchange: Exchange,
  target: Target,
  prepared: Prepared,
): Promise<void> {
  await engine.call({ ...callOf(exchange, target, prepared), permissionOnly: true });
}
