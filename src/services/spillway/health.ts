import type { Context } from '../context.ts';
import type { Page } from './page.ts';

/** 200 when requests are served and the database answers. */
export async function health(_input: object, context: Context): Promise<Page> {
  await context.storage.read((reader) => reader.get('SELECT 1 AS one'));
  return { contentType: 'application/json', body: JSON.stringify({ status: 'ok' }) };
}
