/** What an ARN, URL or address stands for, in a form that fits into a line. */

const KINDS = {
  s3: 'bucket',
  sqs: 'queue',
  sns: 'topic',
  lambda: 'function',
  events: 'event bus',
};

/** `{ kind, name }` of `arn:aws:sqs:us-east-1:123456789012:jobs`, `https://...`, `alex@example.com`. */
export function describe(text) {
  const [head, , service, , , ...rest] = text.split(':');
  const resource = rest.join(':');
  if (head !== 'arn') return { kind: kindOfAddress(text), name: text };
  if (service === 'events' && resource.startsWith('rule/'))
    return { kind: 'rule', name: resource.slice('rule/'.length) };
  if (service === 'sns' && resource.includes(':')) return { kind: 'subscription', name: resource };
  return {
    kind: KINDS[service] ?? service,
    name: resource.replace(/^(function:|event-bus\/)/, ''),
  };
}

function kindOfAddress(text) {
  if (/^https?:/.test(text)) return 'endpoint';
  return /^(mailto:)?\S+@\S+$/.test(text) ? 'mail' : '';
}

export const nameOf = (text) => describe(text).name;

/** The page about it, where there is one. */
export function pageOf(text) {
  const { kind, name } = describe(text);
  switch (kind) {
    case 'bucket':
      return link('buckets', name.split('/')[0]);
    case 'queue':
      return link('queues', name);
    case 'topic':
      return link('topics', name);
    case 'subscription':
      return link('topics', name.split(':')[0]);
    case 'function':
      return link('functions', name.split(':')[0]);
    case 'event bus':
      return '#/rules';
    case 'rule':
      return link('rules', name);
    case 'mail':
      return '#/mailbox';
    default:
      return undefined;
  }
}

/** `link('buckets', 'photos')` is `#/buckets/photos`. */
export const link = (...segments) => `#/${segments.map(encodeURIComponent).join('/')}`;

/** A link with a query: what is empty is left out. */
export function linkTo(page, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return `#/${page}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
}

/** A sentence with its ARNs replaced by what they stand for: `queue jobs`; what it says already is not said twice. */
export const shortened = (text) =>
  text.replaceAll(/arn:aws:[\w-]+:[\w-]*:\d*:[^\s,;")]*[^\s,;")(.:]/g, (arn, offset) => {
    const { kind, name } = describe(arn);
    const said = kind === 'subscription' || text.slice(0, offset).endsWith(`${kind} `);
    return said ? name : `${kind} ${name}`;
  });
