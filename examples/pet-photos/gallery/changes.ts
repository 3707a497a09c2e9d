import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Handler } from './gallery.ts';
import { readDepths } from './queue-depths.ts';

/** How soon the page sees a change, and how often the queues are counted. */
const CHANGES_INTERVAL_MS = 100;
const DEPTHS_INTERVAL_MS = 1_000;
const PHOTOS_MAX = 200;

/**
 * Tells the page of every photo, then of every change, for as long as it listens. A page that lost
 * the connection says which revision it saw last (`Last-Event-ID`) and gets what it missed.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const streamChanges: Handler = async (gallery, request, response) => {
  const { database, signal } = gallery;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let revision = Number(request.headers['last-event-id'] ?? 0);
  let depthsAt = Number.NEGATIVE_INFINITY;
  let depths = '';

  while (!response.closed && !signal.aborted) {
    const photos = await database.changedSince(revision, PHOTOS_MAX);
    revision = photos.at(-1)?.revision ?? revision;
    if (photos.length > 0) await send(response, 'photos', photos, revision);

    if (performance.now() - depthsAt >= DEPTHS_INTERVAL_MS) {
      const counted = JSON.stringify(await readDepths(gallery));
      if (counted !== depths) await send(response, 'queues', JSON.parse(counted));
      depths = counted;
      depthsAt = performance.now();
    }
    if (photos.length < PHOTOS_MAX) await sleep(CHANGES_INTERVAL_MS);
  }
};

/** Waits for a page that reads slowly; one that is gone closes the response. */
async function send(response: ServerResponse, event: string, data: unknown, id?: number) {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    `event: ${event}`,
    `data: ${JSON.stringify(data)}`,
  ];
  if (response.write(`${lines.join('\n')}\n\n`) || response.closed) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
}
