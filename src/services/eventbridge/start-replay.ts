import { parseArn } from '../../aws/arn.ts';
import type { StartReplayRequest, StartReplayResponse } from '../../aws/models/eventbridge.ts';
import type { Transaction } from '../../storage/storage.ts';
import { getArchive } from '../../storage/tables/archives.ts';
import { getReplay, insertReplay, listActiveReplays } from '../../storage/tables/replays.ts';
import type { Context } from '../context.ts';
import { replayArn } from './archive-name.ts';
import { ARN, checkConstraints, DESCRIPTION, REPLAY_NAME } from './constraints.ts';
import { busDoesNotExist, errors, invalidParameter, limitExceeded } from './errors.ts';
import { busOfArn, checkBusExists } from './event-bus.ts';

/** Under way at once in an account and region. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const ACTIVE_REPLAYS_MAX = 10;

/**
 * Starts to put the events of an archive, from one time to another, on their bus again. They keep id and time and say
 * which replay they come from (`replay-name`).
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html
 */
export async function startReplay(
  input: StartReplayRequest,
  context: Context,
): Promise<StartReplayResponse> {
  const { ReplayName, EventSourceArn, Destination, EventStartTime, EventEndTime } = input;
  checkConstraints(
    ['replayName', ReplayName, REPLAY_NAME],
    ['description', input.Description, DESCRIPTION],
    ['eventSourceArn', EventSourceArn, ARN],
    ['destination.arn', Destination.Arn, ARN],
  );
  const arn = replayArn(context, ReplayName);

  return context.storage.transaction(async (tx) => {
    await checkSourceAndDestination(tx, context, input);
    if (EventStartTime >= EventEndTime)
      throw invalidParameter('EventEndTime', 'EventStartTime must be before EventEndTime.');
    if (await getReplay(tx, arn))
      throw errors.ResourceAlreadyExistsException(`Replay ${ReplayName} already exists.`);
    const active = await listActiveReplays(tx, replayArn(context, ''), ACTIVE_REPLAYS_MAX);
    if (active.length >= ACTIVE_REPLAYS_MAX) throw limitExceeded();
    const now = context.clock.now();
    await insertReplay(tx, {
      arn,
      name: ReplayName,
      description: input.Description ?? null,
      archive_arn: EventSourceArn,
      bus_arn: Destination.Arn,
      filter_arns: Destination.FilterArns ? JSON.stringify(Destination.FilterArns) : null,
      from_at: EventStartTime.getTime(),
      to_at: EventEndTime.getTime(),
      state: 'STARTING',
      state_reason: null,
      cursor_at: null,
      cursor_id: 0,
      started_at: now,
      ended_at: null,
    });
    return { ReplayArn: arn, State: 'STARTING', ReplayStartTime: new Date(now) };
  });
}

/** Throws ValidationException, or ResourceNotFoundException for a bus that is not there. */
async function checkSourceAndDestination(
  tx: Transaction,
  context: Context,
  { EventSourceArn, Destination }: StartReplayRequest,
): Promise<void> {
  const bus = busOfArn(Destination.Arn);
  if (!bus) throw invalidParameter('Destination.Arn', 'Must contain an event bus ARN.');
  // A bus, and with it an archive, of another account is none of this account's.
  if (bus.account !== context.account || bus.region !== context.region)
    throw busDoesNotExist(bus.name);
  await checkBusExists(tx, bus);
  const archive = await getArchive(tx, EventSourceArn);
  if (!archive) {
    const name = /^archive\/(.+)$/.exec(parseArn(EventSourceArn)?.resource ?? '')?.[1];
    throw invalidParameter('EventSourceArn', `Archive ${name ?? EventSourceArn} does not exist.`);
  }
  if (archive.bus_arn !== bus.arn)
    throw invalidParameter('Destination.Arn', 'Cross event bus replay is not permitted.');
}
