import { sendToBusDestination } from './event-bus.ts';
import { sendToFunctionDestination } from './function.ts';
import { sendToQueueDestination } from './queue.ts';
import type { Send } from './sending.ts';
import { sendToTopicDestination } from './topic.ts';

/** Every kind of destination that a function can have, by the service in its ARN. */
export const recordSenders: Readonly<Record<string, Send>> = {
  sqs: sendToQueueDestination,
  sns: sendToTopicDestination,
  lambda: sendToFunctionDestination,
  events: sendToBusDestination,
};
