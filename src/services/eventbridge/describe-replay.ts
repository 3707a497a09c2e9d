import type {
  DescribeReplayRequest,
  DescribeReplayResponse,
  Replay,
} from '../../aws/models/eventbridge.ts';
import type { ReplayRow } from '../../storage/tables/replays.ts';
import type { Context } from '../context.ts';
import { requireReplay } from './archive-name.ts';
import { checkConstraints, REPLAY_NAME } from './constraints.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeReplay.html */
export async function describeReplay(
  { ReplayName }: DescribeReplayRequest,
  context: Context,
): Promise<DescribeReplayResponse> {
  checkConstraints(['replayName', ReplayName, REPLAY_NAME]);
  const replay = await context.storage.read((reader) => requireReplay(reader, context, ReplayName));
  const { filter_arns } = replay;
  return {
    ReplayArn: replay.arn,
    Description: replay.description ?? undefined,
    Destination: {
      Arn: replay.bus_arn,
      FilterArns: filter_arns === null ? undefined : JSON.parse(filter_arns),
    },
    ...describe(replay),
  };
}

export const describe = (replay: ReplayRow): Replay => ({
  ReplayName: replay.name,
  EventSourceArn: replay.archive_arn,
  State: replay.state,
  StateReason: replay.state_reason ?? undefined,
  EventStartTime: new Date(replay.from_at),
  EventEndTime: new Date(replay.to_at),
  EventLastReplayedTime: dateOf(replay.cursor_at),
  ReplayStartTime: new Date(replay.started_at),
  ReplayEndTime: dateOf(replay.ended_at),
});

const dateOf = (at: number | null) => (at === null ? undefined : new Date(at));
