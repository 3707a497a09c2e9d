import type { Reader, Transaction } from '../storage.ts';

/** A mail that stayed here because no mail server is configured. */
export interface MailRow {
  /** From `Ids.sequence`. */
  readonly id: number;
  readonly at: number;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

/** The oldest mail goes when there is more. */
export const MAILS_MAX = 1000;

export async function insertMail(tx: Transaction, mail: MailRow): Promise<void> {
  await tx.run(
    'INSERT INTO mailbox (id, at, sender, recipient, subject, body) VALUES (?, ?, ?, ?, ?, ?)',
    mail.id,
    mail.at,
    mail.sender,
    mail.recipient,
    mail.subject,
    mail.body,
  );
  await tx.run(
    'DELETE FROM mailbox WHERE id <= (SELECT id FROM mailbox ORDER BY id DESC LIMIT 1 OFFSET ?)',
    MAILS_MAX,
  );
}

export const getMail = (reader: Reader, id: number): Promise<MailRow | undefined> =>
  reader.get<MailRow>('SELECT * FROM mailbox WHERE id = ?', id);

/** The newest mails older than `beforeId`, newest first; without their bodies. */
export const listMails = (
  reader: Reader,
  beforeId: number,
  limit: number,
): Promise<Omit<MailRow, 'body'>[]> =>
  reader.all<Omit<MailRow, 'body'>>(
    'SELECT id, at, sender, recipient, subject FROM mailbox WHERE id < ? ORDER BY id DESC LIMIT ?',
    beforeId,
    limit,
  );
