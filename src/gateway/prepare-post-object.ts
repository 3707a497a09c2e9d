import { AwsError } from '../aws/error.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import type { Prepared } from './prepared.ts';
import type { Target } from './target.ts';

/** A browser's form upload: POST to a bucket itself, as multipart/form-data. */
export const isFormPost = ({ method, headers, rawQuery }: Exchange, key: string | undefined) =>
  method === 'POST' &&
  key === undefined &&
  rawQuery === '' &&
  !headers['content-type']?.startsWith('application/x-www-form-urlencoded');

export async function preparePostObject(
  _gateway: Gateway,
  _exchange: Exchange,
  _target: Target,
  _bucket: string,
): Promise<Prepared> {
  throw new AwsError('NotImplemented', 'Form uploads are not offered yet.', { status: 501 });
}
