import { get } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { bytes } from '../lib/format.js';
import { link, linkTo } from '../lib/names.js';
import { rememberQuery } from '../lib/router.js';
import { absent } from '../parts/absent.js';
import { backfillButton } from '../parts/backfill.js';
import { bucketConfiguration } from '../parts/bucket-configuration.js';
import { back, empty, facts, pageHead, panel, time } from '../parts/common.js';
import { form, textField } from '../parts/fields.js';
import { createPagedList } from '../parts/paged-list.js';
import { findResource } from '../parts/resource-list.js';
import { createTable } from '../parts/table.js';

/** One bucket: its objects, and how it is configured. */
export async function bucket({ named: { name }, query, signal }) {
  const found = await findResource('api/buckets', 'buckets', (each) => each.name === name, signal);
  if (!found) return absent('bucket', name, '#/buckets');
  const { account, region, createdAt, versioning, notification } = found;
  return {
    title: name,
    element: [
      back('#/buckets', 'Buckets'),
      pageHead(
        name,
        '',
        h('a', { class: 'button', href: linkTo('timeline', { bucket: name }) }, 'Timeline'),
        h('a', { class: 'button', href: linkTo('explain', { bucket: name }) }, 'Explain'),
        backfillButton(name),
      ),
      facts([
        ['Region', region],
        ['Account', account],
        ['Versioning', versioning || 'off'],
        ['Created', time(createdAt)],
      ]),
      panel('Objects', objectList(name, query, signal)),
      panel('Configuration', bucketConfiguration({ name, account, region, notification }, signal)),
    ],
  };
}

function objectList(bucket, query, signal) {
  let prefix = query.prefix ?? '';
  const objects = createTable('Objects, by key', [
    {
      label: 'Key',
      className: 'key',
      cell: ({ key }) =>
        h('a', { href: link('objects', bucket, key), class: 'mono', 'data-step': true }, key),
    },
    { label: 'Size', className: 'number', cell: ({ size }) => bytes(size) },
    { label: 'Storage class', cell: ({ storageClass }) => storageClass },
    { label: 'Changed', cell: ({ modifiedAt }) => time(modifiedAt) },
  ]);
  const list = createPagedList({
    table: objects,
    noun: 'object',
    nouns: 'objects',
    load: async (after) => {
      const answer = await get('api/objects', { bucket, prefix, after }, signal);
      return { entries: answer.objects, next: answer.next };
    },
    whenEmpty: () =>
      empty(
        prefix ? 'No key begins like that' : 'The bucket is empty',
        prefix ? 'Keys are case-sensitive.' : '',
      ),
  });
  const search = (values) => {
    prefix = values.prefix;
    rememberQuery(values);
    void list.reload();
  };
  void list.reload();
  return [
    form(
      { class: 'fields', role: 'search', 'aria-label': 'Objects' },
      search,
      textField('Key begins with', 'prefix', { value: prefix, 'data-search': true }),
      h('button', {}, 'Search'),
    ),
    list.element,
  ];
}
