import { readSettings } from '../shared/settings.ts';
import { arnsOf } from './arns.ts';
import { provisionBucket, provisionNotifications } from './bucket.ts';
import { provisionFunctions } from './functions.ts';
import { provisionQueues } from './queues.ts';
import { provisionRules } from './rules.ts';
import { provisionTopic } from './topic.ts';

/**
 * Provisions everything, through the public APIs. Running it again changes only what is not yet as
 * it should be.
 */
const settings = readSettings();
const arns = await arnsOf(settings);
await Promise.all([
  provisionBucket(settings),
  provisionQueues(settings, arns),
  provisionTopic(settings, arns),
  provisionFunctions(settings, arns),
]);
await provisionRules(settings, arns);
await provisionNotifications(settings, arns);
