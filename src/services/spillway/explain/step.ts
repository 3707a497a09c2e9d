/** One place that an event has to pass on its way, and what it would find there now. */
export interface Step {
  readonly kind: StepKind;
  /** Configuration id, ARN or address. */
  readonly name: string;
  readonly verdict: 'passes' | 'stops';
  /** Why it stops here: the first reason, in plain words. */
  readonly reason?: string | undefined;
  /** What is worth knowing although nothing stops. */
  readonly notes: readonly string[];
  /** Where it goes from here. */
  readonly next: readonly Step[];
}

export type StepKind =
  | 'bucket'
  | 'notification-rule'
  | 'queue'
  | 'event-source-mapping'
  | 'topic'
  | 'subscription'
  | 'function'
  | 'event-bus'
  | 'rule'
  | 'endpoint';

export const passes = (
  kind: StepKind,
  name: string,
  next: readonly Step[] = [],
  notes: readonly string[] = [],
): Step => ({ kind, name, verdict: 'passes', notes, next });

export const stops = (kind: StepKind, name: string, reason: string): Step => ({
  kind,
  name,
  verdict: 'stops',
  reason,
  notes: [],
  next: [],
});

/** Every reason why an event stops somewhere, from here on, with the place in front. */
export function stoppedAt(step: Step): string[] {
  const own = step.verdict === 'stops' ? [`${TITLES[step.kind]} ${step.name}: ${step.reason}`] : [];
  return [...own, ...step.next.flatMap(stoppedAt)];
}

export const TITLES: Readonly<Record<StepKind, string>> = {
  bucket: 'bucket',
  'notification-rule': 'rule',
  queue: 'queue',
  'event-source-mapping': 'event source mapping',
  topic: 'topic',
  subscription: 'subscription',
  function: 'function',
  'event-bus': 'event bus',
  rule: 'rule',
  endpoint: 'endpoint',
};
