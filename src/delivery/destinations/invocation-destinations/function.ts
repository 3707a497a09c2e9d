import { enqueueInvocation } from '../../../services/lambda/enqueue-invocation.ts';
import { findFunctionTarget } from '../../../storage/tables/function-targets.ts';
import { nextHop } from '../../next-hop.ts';
import { rejected, roleMay, type Send } from './sending.ts';

/** The record is another function's event. */
export const sendToFunctionDestination: Send = async (sending, platform) => {
  const { job, record } = sending;
  const { lane } = job.delivery;
  const found = await platform.storage.read((reader) => findFunctionTarget(reader, lane));
  if (!found)
    return async () => rejected('ResourceNotFoundException', `Function not found: ${lane}`);
  const verdict = await roleMay(sending, platform, 'lambda:InvokeFunction', found.policy);
  if (!verdict.allowed) return async () => rejected('AccessDeniedException', verdict.reason);
  const { functionArn, qualifier } = found;
  return async (tx) => {
    const { requestId } = await enqueueInvocation(tx, platform, {
      functionArn,
      qualifier,
      payload: record.body,
      ...nextHop(job),
    });
    return { kind: 'delivered', note: `request ${requestId}` };
  };
};
