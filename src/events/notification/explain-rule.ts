import { oneOf } from '../pattern/matcher.ts';
import { type FilterName, keyText } from './key-filter.ts';
import type { NotificationRule } from './rules.ts';

export type RuleVerdict =
  | { readonly matched: true }
  | { readonly matched: false; readonly reason: string };

/** Why a change does not go to a rule: the event type first, then the prefix, then the suffix. */
export function explainRule(rule: NotificationRule, eventName: string, key: string): RuleVerdict {
  const reason =
    eventReason(rule, eventName) ??
    affixReason('prefix', rule, key) ??
    affixReason('suffix', rule, key);
  return reason === undefined ? { matched: true } : { matched: false, reason };
}

function eventReason({ events }: NotificationRule, eventName: string): string | undefined {
  if (events.includes(eventName)) return undefined;
  const confused = CONFUSED[eventName];
  const hint = confused && events.includes(confused.with) ? `; ${confused.hint}` : '';
  return `event ${eventName} is not one of those asked for: ${oneOf(events)}${hint}`;
}

/** Events for which people ask for another one. */
const CONFUSED: Readonly<Record<string, { readonly with: string; readonly hint: string }>> = {
  'ObjectRemoved:DeleteMarkerCreated': {
    with: 'ObjectRemoved:Delete',
    hint: 'a delete without a version id makes a delete marker where versioning is on',
  },
  'ObjectRemoved:Delete': {
    with: 'ObjectRemoved:DeleteMarkerCreated',
    hint: 'without versioning, or with a version id, a delete removes for good and makes no marker',
  },
  'ObjectCreated:CompleteMultipartUpload': {
    with: 'ObjectCreated:Put',
    hint: 'clients upload large files in parts: ask for s3:ObjectCreated:*',
  },
  'ObjectCreated:Copy': {
    with: 'ObjectCreated:Put',
    hint: 'a copy, also a rename, is no Put: ask for s3:ObjectCreated:*',
  },
};

function affixReason(name: FilterName, rule: NotificationRule, key: string): string | undefined {
  const value = rule[name];
  const text = keyText(value);
  if (fits(name, key, text)) return undefined;
  const meaning = text === value ? '' : ` (which stands for ${JSON.stringify(text)})`;
  const hint = hintOf(name, value, text, key);
  const advice = hint === undefined ? '' : `; ${hint}`;
  const filter = `${name} ${JSON.stringify(value)}${meaning}`;
  return `${filter} does not match ${JSON.stringify(key)}${advice}`;
}

/** What people get wrong most often. */
function hintOf(name: FilterName, value: string, text: string, key: string): string | undefined {
  const plural = name === 'prefix' ? 'prefixes' : 'suffixes';
  if (fits(name, key.toLowerCase(), text.toLowerCase())) return `${plural} are case-sensitive`;
  if (value.includes('*')) return '"*" is no wildcard here';
  if (fits(name, key, value)) return 'in a filter value "+" stands for a space';
  if (name === 'prefix' && fits(name, `/${key}`, text)) return 'keys do not begin with "/"';
  return undefined;
}

const fits = (name: FilterName, key: string, text: string): boolean =>
  name === 'prefix' ? key.startsWith(text) : key.endsWith(text);
