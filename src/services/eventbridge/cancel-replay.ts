import type { CancelReplayRequest, CancelReplayResponse } from '../../aws/models/eventbridge.ts';
import { updateReplay } from '../../storage/tables/replays.ts';
import type { Context } from '../context.ts';
import { requireReplay } from './archive-name.ts';
import { checkConstraints, REPLAY_NAME } from './constraints.ts';
import { errors } from './errors.ts';

/**
 * Ends a replay that is under way. Events that were replayed already stay on their way.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CancelReplay.html
 */
export async function cancelReplay(
  { ReplayName }: CancelReplayRequest,
  context: Context,
): Promise<CancelReplayResponse> {
  checkConstraints(['replayName', ReplayName, REPLAY_NAME]);
  return context.storage.transaction(async (tx) => {
    const replay = await requireReplay(tx, context, ReplayName);
    if (replay.state !== 'STARTING' && replay.state !== 'RUNNING')
      throw errors.IllegalStatusException(
        `Replay ${ReplayName} is not in a valid state for this operation.`,
      );
    await updateReplay(tx, replay.arn, { ...replay, state: 'CANCELLING' });
    return { ReplayArn: replay.arn, State: 'CANCELLING' };
  });
}
