import type { HttpResponse } from '../aws/protocols/http.ts';
import { escapeXml } from '../aws/protocols/xml-text.ts';
import type { Exchange } from './exchange.ts';

type Answer = (output: { readonly SubscriptionArn?: string }) => HttpResponse;

/**
 * What a person sees who followed a link in a mail of SNS; undefined where no browser asks, which
 * then gets the protocol's own answer.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export function confirmationPage(
  operation: string,
  { method, headers }: Pick<Exchange, 'method' | 'headers'>,
): Answer | undefined {
  if (method !== 'GET' || !headers.accept?.includes('text/html')) return undefined;
  if (operation === 'Unsubscribe')
    return () => page('Subscription removed', 'You will receive no more messages of this topic.');
  return ({ SubscriptionArn = '' }) =>
    page('Subscription confirmed', `Your subscription's id is: ${SubscriptionArn}`);
}

const page = (title: string, text: string): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  },
  body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${escapeXml(text)}</p>\n`,
});
