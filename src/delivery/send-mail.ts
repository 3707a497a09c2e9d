import type { Mail } from '../services/sns/mail.ts';
import type { Result } from './destination.ts';

/**
 * Address mail comes from, unless the URL of the mail server says another:
 * `smtp://host:25?from=alerts@example.com`.
 */
export const DEFAULT_SENDER = 'no-reply@sns.amazonaws.com';

/** For the connection, for the server's greeting, and for every pause. */
const TIMEOUT_MS = 15_000;

/** The address that mail comes from, and the URL that nodemailer understands. */
export function mailServerOf(smtpUrl: string): { readonly url: string; readonly sender: string } {
  const url = new URL(smtpUrl);
  const sender = url.searchParams.get('from') ?? DEFAULT_SENDER;
  url.searchParams.delete('from');
  return { url: url.href, sender };
}

/** Hands one mail to the mail server. What the server refuses for good (5xx) is not tried again. */
export async function sendMail(
  smtpUrl: string,
  senderName: string,
  { recipient, subject, body }: Mail,
): Promise<Result> {
  const { url, sender } = mailServerOf(smtpUrl);
  const timeouts = {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
  // Loaded by the first mail: most servers send none, and it is large.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ...timeouts });
  const from = { name: senderName, address: sender };
  try {
    const { response } = await transport.sendMail({ from, to: recipient, subject, text: body });
    return { kind: 'delivered', note: response };
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number };
    const refused = responseCode !== undefined && responseCode >= 500;
    return {
      kind: refused ? 'rejected' : 'retry',
      code: String(responseCode ?? ''),
      reason: message,
    };
  } finally {
    transport.close();
  }
}
