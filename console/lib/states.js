/** The states of events, deliveries and destinations: a word for people, and how alarming it is. */
const STATES = {
  delivered: ['delivered', 'good'],
  healthy: ['healthy', 'good'],
  pending: ['pending', 'waiting'],
  retrying: ['retrying', 'waiting'],
  retry: ['failed, will retry', 'waiting'],
  waiting: ['waiting', 'waiting'],
  backlog: ['backlog', 'waiting'],
  refusing: ['refusing', 'bad'],
  loop: ['loop', 'bad'],
  failing: ['failing', 'bad'],
  failed: ['failed', 'bad'],
  dead: ['dead', 'bad'],
  rejected: ['rejected', 'bad'],
  dropped: ['dropped', 'quiet'],
  unmatched: ['no match', 'quiet'],
  done: ['done', 'good'],
  confirmed: ['confirmed', 'good'],
  enabled: ['enabled', 'good'],
  Active: ['active', 'good'],
  Pending: ['starting', 'waiting'],
  Failed: ['failed', 'bad'],
  disabled: ['disabled', 'quiet'],
  'in flight': ['in flight', 'waiting'],
  idle: ['idle', 'quiet'],
};

/** `[word, tone]`; what is not known is shown as it is. */
export const stateOf = (state) => STATES[state] ?? [state, 'quiet'];

/** The states by which events can be searched. */
export const EVENT_STATES = ['pending', 'failed', 'dropped', 'delivered', 'unmatched'];
