import type { Platform } from '../../../services/context.ts';
import { busOfArn, DEFAULT_BUS } from '../../../services/eventbridge/event-bus.ts';
import { eventTime } from '../../../services/eventbridge/event-text.ts';
import { putEvent } from '../../../services/eventbridge/put-event.ts';
import { getEventBus } from '../../../storage/tables/event-buses.ts';
import { nextHop } from '../../next-hop.ts';
import { rejected, roleMay, type Send, type Sending } from './sending.ts';

/**
 * The record is the detail of an event.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const sendToBusDestination: Send = async (sending, platform) => {
  const { job } = sending;
  const { lane } = job.delivery;
  const bus = busOfArn(lane);
  const row = await platform.storage.read((reader) => getEventBus(reader, lane));
  if (!bus || (!row && bus.name !== DEFAULT_BUS))
    return async () =>
      rejected('ResourceNotFoundException', `The event bus ${lane} does not exist.`);
  const verdict = await roleMay(sending, platform, 'events:PutEvents', row?.policy ?? null);
  if (!verdict.allowed) return async () => rejected('AccessDeniedException', verdict.reason);
  return async (tx) => {
    const { considered, matched } = await putEvent(tx, platform, {
      account: bus.account,
      region: bus.region,
      bus: bus.name,
      event: eventText(sending, platform),
      ...nextHop(job),
    });
    return { kind: 'delivered', note: `${matched} of ${considered} rules match` };
  };
};

function eventText({ job, record }: Sending, { ids, clock }: Platform): string {
  const { event, delivery } = job;
  const detail = JSON.parse(record.body);
  const succeeded = delivery.rule === 'OnSuccess';
  return JSON.stringify({
    version: '0',
    id: ids.uuid(),
    'detail-type': `Lambda Function Invocation Result - ${succeeded ? 'Success' : 'Failure'}`,
    source: 'lambda',
    account: event.account,
    time: eventTime(clock.now()),
    region: event.region,
    resources: [delivery.lane, detail.requestContext.functionArn],
    detail,
  });
}
