import { AwsError } from '../../aws/error.ts';
import { getPackage } from '../../storage/tables/packages.ts';
import type { Context } from '../context.ts';
import { isGoodLink, type LinkQuery } from '../package-link.ts';
import type { Page } from './page.ts';

/** The zip file of a function or layer, for whoever was given a link to it. */
export async function downloadPackage(query: LinkQuery, context: Context): Promise<Page> {
  if (!(await isGoodLink(context, query)))
    throw new AwsError('AccessDenied', 'The link is not valid or has expired.', { status: 403 });
  const found = await context.storage.read((reader) => getPackage(reader, query.sha256 ?? ''));
  if (!found) throw new AwsError('ResourceNotFound', 'The package was deleted.', { status: 404 });
  const { size, blob } = found;
  return {
    contentType: 'application/zip',
    body: { size, segments: [{ blob, start: 0, end: size }] },
  };
}
