import type { Caller } from '../services/caller.ts';
import type { Credential } from '../services/identity.ts';
import type { Exchange } from './exchange.ts';

/**
 * The caller that a credential stands for. Requests mostly come from where the last one did, and then share one object, which crosses
 * to the engine once for all that cross together.
 */
export function callerOf(credential: Credential, accessKeyId: string, exchange: Exchange): Caller {
  const { sourceIp } = exchange;
  const { 'user-agent': userAgent = '', referer } = exchange.headers;
  const last = lastCallers.get(credential);
  if (last?.sourceIp === sourceIp && last.userAgent === userAgent && last.referer === referer)
    return last;
  const { principal, account, principalId, sessionPolicies } = credential;
  const caller = {
    principal,
    account,
    principalId,
    accessKeyId,
    sourceIp,
    userAgent,
    referer,
    sessionPolicies,
  };
  lastCallers.set(credential, caller);
  return caller;
}

const lastCallers = new WeakMap<Credential, Caller>();

/** Callers without a signature: S3 serves them where a policy says so, SNS its confirmation links. */
export function anonymousCaller(exchange: Exchange): Caller {
  return {
    principal: { kind: 'anonymous' },
    account: '',
    principalId: 'Anonymous',
    accessKeyId: undefined,
    sourceIp: exchange.sourceIp,
    userAgent: exchange.headers['user-agent'] ?? '',
    referer: exchange.headers.referer,
    sessionPolicies: [],
  };
}
