import { get } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { repeat } from '../lib/live.js';
import { link } from '../lib/names.js';
import { cliEnvironment, commands } from '../parts/code.js';
import { back, empty, facts, pageHead, time } from '../parts/common.js';
import { linkified } from '../parts/linkified.js';
import { createPagedList } from '../parts/paged-list.js';
import { createTable } from '../parts/table.js';

const REFRESH_MS = 4000;
/** As many as one page of the mailbox holds. */
const PAGE = 100;

/** Mails of SNS that stay here because no mail server is configured. */
export async function mailbox({ signal }) {
  const mails = createTable('Mails, the newest first', COLUMNS, {
    keyOf: ({ id }) => id,
    rowsMax: 1000,
  });
  const list = createPagedList({
    table: mails,
    noun: 'mail',
    nouns: 'mails',
    load: async (before) => {
      const { mails: entries } = await get('mailbox', { before }, signal);
      return { entries, next: entries.length < PAGE ? undefined : entries.at(-1).id };
    },
    whenEmpty: noMail,
  });
  await list.reload();
  const refresh = async () => {
    mails.merge((await get('mailbox', {}, signal)).mails);
    list.reveal();
  };
  repeat(refresh, REFRESH_MS, signal);
  return {
    title: 'Mailbox',
    element: [
      pageHead(
        'Mailbox',
        'What SNS would have mailed. Give a mail server with --smtp-url, and mail goes out.',
      ),
      list.element,
    ],
  };
}

/** One mail. */
export async function mail({ named: { id }, signal }) {
  const { subject, sender, recipient, at, body } = await get(`mailbox/${id}`, {}, signal);
  const text = h('div', { class: 'mail-body' });
  fill(text, linkified(body));
  return {
    title: subject || 'Mail',
    element: [
      back('#/mailbox', 'Mailbox'),
      h(
        'article',
        { class: 'panel mail' },
        h('h1', {}, subject || '(no subject)'),
        facts([
          ['From', sender],
          ['To', recipient],
          ['At', time(at)],
        ]),
        text,
      ),
    ],
  };
}

const COLUMNS = [
  { label: 'At', cell: ({ at }) => time(at) },
  { label: 'To', cell: ({ recipient }) => recipient },
  {
    label: 'Subject',
    className: 'key',
    cell: ({ id, subject }) =>
      h('a', { href: link('mailbox', String(id)), 'data-step': true }, subject || '(no subject)'),
  },
];

const noMail = () =>
  empty(
    'No mail yet',
    'Subscribe an address to a topic: its confirmation appears here, and the link in it confirms.',
    commands(`${cliEnvironment()}
aws sns create-topic --name pet-news
aws sns subscribe --topic-arn arn:aws:sns:us-east-1:123456789012:pet-news --protocol email --notification-endpoint alex@example.com`),
  );
