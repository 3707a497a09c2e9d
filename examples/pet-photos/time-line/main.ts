import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../database/open-database.ts';
import { createS3Client } from '../shared/clients.ts';
import { readSettings } from '../shared/settings.ts';
import { dropPhotos } from './drop-photos.ts';
import { drawTimeLine, spanOf } from './time-line.ts';

const POLL_MS = 50;
const WAIT_MS_MAX = 120_000;

/** `npm run time-line -- 30`: drops so many photos at once and draws when each was where. */
const count = Number(process.argv[2] ?? 30);
const settings = readSettings();
const database = await openDatabase(settings.database);
const keys = await dropPhotos(createS3Client(), settings.bucket, count);

const until = performance.now() + WAIT_MS_MAX;
let photos = await Promise.all(keys.map(database.photo));
while (photos.some((photo) => photo?.state !== 'recorded')) {
  if (performance.now() > until) throw new Error('not every photo was recorded');
  await sleep(POLL_MS);
  photos = await Promise.all(keys.map(database.photo));
}
const { milliseconds, identifying, text } = drawTimeLine(
  photos.flatMap((photo) => (photo ? [spanOf(photo)] : [])),
);
console.log(`${text}\n
${count} photos in ${(milliseconds / 1000).toFixed(1)} s.
In ${Math.round(identifying * 100)} % of that at least one was being identified.`);
await database.close();
