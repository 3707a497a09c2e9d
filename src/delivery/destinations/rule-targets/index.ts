import type { TargetKind } from '../../../services/eventbridge/target-kind.ts';
import { sendToBusTarget } from './event-bus.ts';
import { sendToFunctionTarget } from './function.ts';
import { sendToQueueTarget } from './queue.ts';
import type { Send } from './sending.ts';
import { sendToTopicTarget } from './topic.ts';

/** Every kind of target, each in a file of its own. */
export const targetSenders: Readonly<Record<TargetKind, Send>> = {
  queue: sendToQueueTarget,
  topic: sendToTopicTarget,
  function: sendToFunctionTarget,
  'event-bus': sendToBusTarget,
};
