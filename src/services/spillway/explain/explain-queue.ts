import { parseArn } from '../../../aws/arn.ts';
import { compileEsmFilters, explainEsmFilters } from '../../../events/esm-filter.ts';
import type { Reader } from '../../../storage/storage.ts';
import type { EventSourceMappingRow } from '../../../storage/tables/event-source-mappings.ts';
import { countMessages } from '../../../storage/tables/message-counts.ts';
import { getQueue, type QueueRow } from '../../../storage/tables/queues.ts';
import { mappingsOfSource, queuesNamed } from '../../../storage/tables/wiring.ts';
import { checkMessage } from '../../queue-message.ts';
import { serviceMay } from '../../service-sender.ts';
import { explainFunctionState } from './explain-function.ts';
import { passes, type Step, stops } from './step.ts';
import { BRANCHES_MAX, type Visit } from './visit.ts';

/** Whether a queue would take the message, and who takes it from there. */
export async function explainQueue(visit: Visit, arn: string): Promise<Step> {
  const { reader, sender, now, body, groupId } = visit;
  const queue = await getQueue(reader, arn);
  if (!queue) return stops('queue', arn, await missing(reader, arn));
  const verdict = serviceMay(sender, 'sqs:SendMessage', arn, queue.policy, now);
  if (!verdict.allowed)
    return stops(
      'queue',
      arn,
      `the queue policy does not let ${sender.service} send: ${verdict.reason}`,
    );
  const fault = checkMessage(queue, { body, senderId: sender.sourceAccount, groupId });
  if (fault) return stops('queue', arn, `the queue does not take the message: ${fault.message}`);
  const mappings = await mappingsOfSource(reader, arn, BRANCHES_MAX);
  const next: Step[] = [];
  for (const mapping of mappings) next.push(await explainMapping(visit, mapping));
  return passes('queue', arn, next, await notesOf(reader, queue, now));
}

async function missing(reader: Reader, arn: string): Promise<string> {
  const name = parseArn(arn)?.resource ?? '';
  const [other] = await queuesNamed(reader, name, 1);
  const hint = other ? `; there is one of that name: ${other.arn}` : '';
  return `the queue does not exist${hint}`;
}

async function notesOf(reader: Reader, queue: QueueRow, now: number): Promise<string[]> {
  const { visible, inFlight, delayed } = await countMessages(reader, queue, now);
  const notes = [`${visible} waiting, ${inFlight} in flight, ${delayed} delayed`];
  const { dead_letter_arn, max_receive_count } = queue;
  if (dead_letter_arn === null) return notes;
  const deadLetters = await getQueue(reader, dead_letter_arn);
  const dead = deadLetters && (await countMessages(reader, deadLetters, now)).visible;
  notes.push(
    dead === undefined
      ? `its dead-letter queue ${dead_letter_arn} does not exist`
      : `after ${max_receive_count} receives a message goes to ${dead_letter_arn}, where ${dead} are waiting`,
  );
  return notes;
}

async function explainMapping(
  visit: Visit,
  { uuid, enabled, filters, function_arn, last_result }: EventSourceMappingRow,
): Promise<Step> {
  const name = `${uuid} to ${function_arn}`;
  if (enabled === 0)
    return stops(
      'event-source-mapping',
      name,
      'the mapping is disabled; messages stay in the queue',
    );
  const patterns = compileEsmFilters(filters === null ? [] : JSON.parse(filters));
  const explanation = explainEsmFilters(patterns, { body: visit.body });
  if (patterns.length > 0 && !explanation.matched)
    return stops(
      'event-source-mapping',
      name,
      `its filters do not match, and the message is deleted: ${explanation.reason}`,
    );
  const notes = last_result === null ? [] : [`last batch: ${last_result}`];
  return passes(
    'event-source-mapping',
    name,
    [await explainFunctionState(visit, function_arn)],
    notes,
  );
}
