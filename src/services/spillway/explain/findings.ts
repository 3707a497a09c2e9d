import type { TrailDelivery, TrailEvent } from '../trail.ts';

/** One thing that happened on the way of an event, in plain words. */
export interface Finding {
  /** `stopped`: it went no further here; `waiting`: it still may; `ok`: it went on. */
  readonly level: 'ok' | 'waiting' | 'stopped';
  readonly text: string;
}

/** What became of an event and of everything it led to, in the order of the way. */
export function findingsOf(event: TrailEvent): Finding[] {
  return [
    ...ruleFindings(event),
    ...messageFindings(event),
    ...event.deliveries.flatMap(deliveryFindings),
    ...event.caused.flatMap(findingsOf),
  ];
}

const stopped = (text: string): Finding => ({ level: 'stopped', text });
const waiting = (text: string): Finding => ({ level: 'waiting', text });
const ok = (text: string): Finding => ({ level: 'ok', text });

function ruleFindings({ kind, rules, state, source }: TrailEvent): Finding[] {
  const refusals = rules
    .filter(({ matched }) => !matched)
    .map(({ rule, reason }) => stopped(`${RULES[kind]} ${rule} did not want it: ${reason}`));
  if (kind === 's3' && rules.length === 0 && state === 'unmatched')
    return [stopped(`${source} had no notification configuration that asks for anything`)];
  return refusals;
}

const RULES: Readonly<Record<TrailEvent['kind'], string>> = {
  s3: 'rule',
  sns: 'subscription',
  events: 'rule',
  lambda: 'mapping',
};

function messageFindings({ messages }: TrailEvent): Finding[] {
  return messages.map(({ state, destination, reason, whereabouts = '' }) => {
    if (state === 'rejected') return stopped(`${destination} refused it: ${reason}`);
    const text = `${destination} took it`;
    if (whereabouts === '') return ok(text);
    const told = `${text}: the message is ${whereabouts}`;
    if (whereabouts.startsWith('in the dead-letter queue')) return stopped(told);
    return whereabouts.startsWith('no longer') ? ok(told) : waiting(told);
  });
}

function deliveryFindings(delivery: TrailDelivery): Finding[] {
  return [describe(delivery), ...delivery.caused.flatMap(findingsOf)];
}

function describe({ kind, destination, state, reason, attempts, nextAt }: TrailDelivery): Finding {
  const why = reason === undefined ? '' : `: ${reason}`;
  const name = `${WHAT[kind] ?? 'delivery'} to ${destination}`;
  const tries = attempts.length === 1 ? 'one try' : `${attempts.length} tries`;
  switch (state) {
    case 'delivered':
      return ok(`${name} is done${why}`);
    case 'pending':
      return attempts.length === 0
        ? waiting(`${name} is about to be tried`)
        : waiting(`${name} failed in ${tries} and is tried again at ${nextAt}${why}`);
    case 'dead':
      return stopped(`${name} was given up after ${tries}${why}`);
    case 'rejected':
      return stopped(`${name} was refused${why}`);
    case 'dropped':
      return stopped(`${name} was dropped${why}`);
  }
}

const WHAT: Partial<Readonly<Record<TrailDelivery['kind'], string>>> = {
  invocation: 'the invocation',
  'invocation-destination': 'the record of the invocation',
};
