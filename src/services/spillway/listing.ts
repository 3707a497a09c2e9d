import type { Reader } from '../../storage/storage.ts';
import type { Context } from '../context.ts';
import { type Given, readLimit, readText } from './input.ts';
import { jsonPage, type Page } from './page.ts';

/**
 * What there is on this server, over all accounts and regions, to look at: pages of up to `limit`,
 * after the name or ARN `after`.
 */
export interface ListInput {
  readonly after?: Given;
  readonly limit?: Given;
}

export const LIMIT = 100;
export const LIMIT_MAX = 1000;
/** Connections of one resource that are told. */
export const BRANCHES_MAX = 200;

type Rows<Row> = (reader: Reader, after: string, limit: number) => Promise<Row[]>;

/** A listing: the rows of a table, each as it is shown, and where the next page begins. */
export const listing =
  <Row>(
    member: string,
    rows: Rows<Row>,
    nameOf: (row: Row) => string,
    show: (row: Row, reader: Reader, now: number) => object | Promise<object>,
  ) =>
  (input: ListInput, { storage, clock }: Context): Promise<Page> => {
    const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
    const after = readText('after', input.after) ?? '';
    return storage.read(async (reader) => {
      const found = await rows(reader, after, limit);
      const shown = [];
      for (const row of found) shown.push(await show(row, reader, clock.now()));
      const last = found.at(-1);
      const next = found.length < limit || last === undefined ? undefined : nameOf(last);
      return jsonPage({ [member]: shown, next });
    });
  };
