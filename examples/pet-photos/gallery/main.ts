import { SQSClient } from '@aws-sdk/client-sqs';
import { openDatabase } from '../database/open-database.ts';
import { createS3Client } from '../shared/clients.ts';
import { queueUrlOf } from '../shared/queue-url.ts';
import { readSettings } from '../shared/settings.ts';
import { stopSignal } from '../shared/stop-signal.ts';
import { startGallery } from './server.ts';

/** What trying again does not help. */
const BAD_USAGE = 2;

/** The gallery: a page that uploads photos straight to S3, and shows what becomes of them. */
const settings = readSettings();
const signal = stopSignal();
const sqs = new SQSClient();
const database = await openDatabase(settings.database);

try {
  const server = await startGallery({
    s3: createS3Client(),
    sqs,
    database,
    settings,
    queueUrl: await queueUrlOf(sqs, settings.queue, signal),
    deadLetterQueueUrl: await queueUrlOf(sqs, settings.deadLetterQueue, signal),
    signal,
  });
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  server.close();
  server.closeAllConnections();
} catch (error) {
  if (!signal.aborted) {
    const { code } = error as NodeJS.ErrnoException;
    const taken =
      code === 'EADDRINUSE' &&
      `port ${settings.port} is in use; set PET_PHOTOS_PORT, or give npm start another --gallery-port`;
    console.error(`gallery: ${taken || error}`);
    process.exitCode = taken ? BAD_USAGE : 1;
  }
}
await database.close();
process.exit();
