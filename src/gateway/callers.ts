import type { Caller } from '../services/caller.ts';
import type { Credential } from '../services/identity.ts';
import type { Exchange } from './exchange.ts';

export function callerOf(credential: Credential, accessKeyId: string, exchange: Exchange): Caller {
  return {
    principal: credential.principal,
    account: credential.account,
    principalId: credential.principalId,
    accessKeyId,
    sourceIp: exchange.sourceIp,
    userAgent: exchange.headers['user-agent'] ?? '',
    sessionPolicies: credential.sessionPolicies,
  };
}

/** Callers without a signature: S3 serves them where a policy says so, SNS its confirmation links. */
export function anonymousCaller(exchange: Exchange): Caller {
  return {
    principal: { kind: 'anonymous' },
    account: '',
    principalId: 'Anonymous',
    accessKeyId: undefined,
    sourceIp: exchange.sourceIp,
    userAgent: exchange.headers['user-agent'] ?? '',
    sessionPolicies: [],
  };
}
