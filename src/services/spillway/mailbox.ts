import { AwsError, fail } from '../../aws/error.ts';
import { getMail as getRow, listMails } from '../../storage/tables/mailbox.ts';
import type { Context } from '../context.ts';
import type { Page } from './page.ts';

const PAGE = 100;
const ID = /^\d{1,16}$/;

/**
 * The mails that SNS could hand to no mail server, newest first:
 * `{"mails":[{"id","at","sender","recipient","subject"}]}`. `before` is the id of the last one that
 * is known already.
 */
export async function listMail(
  { before }: { readonly before?: string },
  { storage }: Context,
): Promise<Page> {
  const beforeId = before === undefined ? Number.MAX_SAFE_INTEGER : readId(before);
  const mails = await storage.read((reader) => listMails(reader, beforeId, PAGE));
  return json({ mails: mails.map(shown) });
}

/** One of them, with its `body`. */
export async function getMail(
  { name }: { readonly name: string },
  { storage }: Context,
): Promise<Page> {
  const mail = await storage.read((reader) => getRow(reader, readId(name)));
  return json(shown(mail ?? fail(noSuchMail())));
}

const shown = <Mail extends { readonly at: number }>(mail: Mail) => ({
  ...mail,
  at: new Date(mail.at).toISOString(),
});

const readId = (text: string): number => (ID.test(text) ? Number(text) : fail(noSuchMail()));

const noSuchMail = () => new AwsError('NotFound', 'There is no such mail.', { status: 404 });

const json = (value: object): Page => ({
  contentType: 'application/json',
  body: JSON.stringify(value),
});
