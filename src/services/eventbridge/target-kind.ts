import { parseArn } from '../../aws/arn.ts';

/** What a target can be. */
export type TargetKind = 'queue' | 'topic' | 'function' | 'event-bus';

/** The resources of each service that can be targets. */
const KINDS: Readonly<Record<string, { readonly kind: TargetKind; readonly resource: RegExp }>> = {
  sqs: { kind: 'queue', resource: /^[A-Za-z0-9_-]{1,80}(\.fifo)?$/ },
  sns: { kind: 'topic', resource: /^[A-Za-z0-9_-]{1,256}(\.fifo)?$/ },
  lambda: { kind: 'function', resource: /^function:[A-Za-z0-9_-]{1,64}(:[$A-Za-z0-9_-]{1,128})?$/ },
  events: { kind: 'event-bus', resource: /^event-bus\/[./_A-Za-z0-9-]{1,256}$/ },
};

/** Why an ARN names no target: it is none, or names what events cannot be sent to. */
export type NoTarget = 'malformed' | 'unsupported';

/** What kind of target an ARN names. */
export function targetKind(arn: string): TargetKind | NoTarget {
  const parsed = parseArn(arn);
  if (!parsed) return 'malformed';
  const known = Object.hasOwn(KINDS, parsed.service) ? KINDS[parsed.service] : undefined;
  if (!known) return 'unsupported';
  return known.resource.test(parsed.resource) ? known.kind : 'malformed';
}
