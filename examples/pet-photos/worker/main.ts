import { SQSClient } from '@aws-sdk/client-sqs';
import { openDatabase } from '../database/open-database.ts';
import { createS3Client } from '../shared/clients.ts';
import { queueUrlOf } from '../shared/queue-url.ts';
import { readSettings } from '../shared/settings.ts';
import { stopSignal } from '../shared/stop-signal.ts';
import { handleMessage } from './handle-message.ts';
import { identifyByFunction, identifyHere } from './identify.ts';
import { pollQueue } from './poll-queue.ts';

/** One photo is looked at while the next is downloaded and the last recorded. */
const PHOTOS_MAX = 3;

/**
 * A worker: takes the events of photos from the queue, identifies the breeds and records them.
 * Start as many as there are processors.
 */
const settings = readSettings();
const signal = stopSignal();
const sqs = new SQSClient();
const s3 = createS3Client();
const database = await openDatabase(settings.database);
const identifier = settings.python ? identifyByFunction(settings.breedFunction) : identifyHere();

try {
  const queueUrl = await queueUrlOf(sqs, settings.queue, signal);
  const deadLetterQueueUrl = await queueUrlOf(sqs, settings.deadLetterQueue, signal);
  await identifier.prepare();
  const work = { sqs, s3, queueUrl, deadLetterQueueUrl, database, identifier };
  await pollQueue({
    sqs,
    queueUrl,
    inFlightMax: PHOTOS_MAX,
    signal,
    handle: (message) => handleMessage(work, message),
  });
} catch (error) {
  if (!signal.aborted) throw error;
} finally {
  await identifier.close();
  await database.close();
}
process.exit(0);
