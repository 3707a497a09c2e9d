import { aws, get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { bytes } from '../lib/format.js';
import { link, linkTo } from '../lib/names.js';
import { absent } from '../parts/absent.js';
import { back, badge, facts, pageHead, panel, time } from '../parts/common.js';
import { findResource } from '../parts/resource-list.js';
import { table } from '../parts/table.js';

const VERSIONS_MAX = 100;
const EVENTS_MAX = 20;

/** One object: what it is, its versions, and what happened to it. */
export async function object({ named, signal }) {
  // The key may hold slashes, the bucket's name cannot.
  const [bucket, ...rest] = named.path.split('/');
  const key = rest.join('/');
  const found = await findResource('api/buckets', 'buckets', ({ name }) => name === bucket, signal);
  if (!found) return absent('bucket', bucket, '#/buckets');
  const { account, region } = found;
  const place = { Bucket: bucket, account, region };
  const [head, versions, { events }] = await Promise.all([
    headOf({ ...place, Key: key }, signal),
    aws('s3', 'ListObjectVersions', { ...place, Prefix: key, MaxKeys: VERSIONS_MAX }, { signal }),
    get('api/events', { bucket, key, limit: EVENTS_MAX }, signal),
  ]);
  return {
    title: key,
    element: [
      back(link('buckets', bucket), bucket),
      pageHead(
        key,
        '',
        h('a', { class: 'button', href: linkTo('explain', { bucket, key }) }, 'Explain'),
      ),
      h(
        'div',
        { class: 'columns' },
        panel('Object', drawHead(head)),
        panel('Events', drawEvents(events)),
      ),
      panel(
        'Versions',
        table('Versions, the newest first', VERSION_COLUMNS, versionsOf(versions, key)),
      ),
    ],
  };
}

async function headOf(which, signal) {
  try {
    return await aws('s3', 'HeadObject', which, { signal });
  } catch (error) {
    if (error.status === 404) return undefined;
    throw error;
  }
}

function drawHead(head) {
  if (!head) return h('p', { class: 'soft' }, 'There is no such object (any more).');
  return facts([
    ['Size', bytes(head.ContentLength)],
    ['Type', head.ContentType],
    ['ETag', h('code', {}, head.ETag)],
    ['Version', head.VersionId && h('code', {}, head.VersionId)],
    ['Storage class', head.StorageClass ?? 'STANDARD'],
    ['Encryption', head.ServerSideEncryption],
    ...Object.entries(head.Metadata ?? {}).map(([name, value]) => [`x-amz-meta-${name}`, value]),
  ]);
}

const drawEvents = (events) =>
  events.length === 0
    ? h('p', { class: 'soft' }, 'The journal has nothing of it.')
    : table('Events of the object', EVENT_COLUMNS, events);

const EVENT_COLUMNS = [
  { label: 'Time', cell: ({ at }) => time(at) },
  {
    label: 'Event',
    className: 'key',
    cell: ({ id, name }) => h('a', { href: link('events', String(id)), 'data-step': true }, name),
  },
  { label: 'State', cell: ({ state }) => badge(state) },
];

const versionsOf = ({ Versions = [], DeleteMarkers = [] }, key) =>
  [...Versions, ...DeleteMarkers.map((marker) => ({ ...marker, marker: true }))]
    .filter(({ Key }) => Key === key)
    .sort((a, b) => timeOf(b) - timeOf(a));

/** Seconds, as JSON of AWS writes time. */
const timeOf = ({ LastModified }) => Number(LastModified);

const VERSION_COLUMNS = [
  { label: 'Version', className: 'key', cell: ({ VersionId }) => h('code', {}, VersionId) },
  {
    label: 'What',
    cell: ({ marker, IsLatest }) =>
      `${marker ? 'delete marker' : 'object'}${IsLatest ? ', latest' : ''}`,
  },
  { label: 'Size', className: 'number', cell: ({ Size, marker }) => (marker ? '' : bytes(Size)) },
  { label: 'Changed', cell: (version) => time(new Date(timeOf(version) * 1000).toISOString()) },
];
