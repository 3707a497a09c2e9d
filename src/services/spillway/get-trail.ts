import { fail } from '../../aws/error.ts';
import { getEvent } from '../../storage/tables/events.ts';
import type { Context } from '../context.ts';
import { type Given, notFound, readNumber } from './input.ts';
import { jsonPage, type Page } from './page.ts';
import { trailOf } from './trail.ts';

/**
 * GetTrail - an event with everything that led to it and that it led to: `{"event": id, "root":
 * TrailEvent, "truncated"}`.
 */
export async function getTrail(
  input: { readonly id?: Given },
  { storage, clock }: Context,
): Promise<Page> {
  const id = readNumber('id', input.id) ?? 0;
  return storage.read(async (reader) => {
    const event =
      (await getEvent(reader, id)) ?? fail(notFound(`The journal has no event ${id} (any more).`));
    return jsonPage({ event: id, ...(await trailOf(reader, event, clock.now())) });
  });
}
