import { enqueueInvocation } from '../../../services/lambda/enqueue-invocation.ts';
import { serviceMay } from '../../../services/service-sender.ts';
import { findFunctionTarget } from '../../../storage/tables/function-targets.ts';
import { nextHop } from '../../next-hop.ts';
import { rejected, type Send } from './sending.ts';

/** The event goes into the function's asynchronous queue. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-lambda-permissions */
export const sendToFunctionTarget: Send =
  async ({ job, target: { Arn }, sender, body }, platform) =>
  async (tx) => {
    const found = await findFunctionTarget(tx, Arn);
    if (!found) return rejected('NO_RESOURCE', `The function ${Arn} does not exist.`);
    const now = platform.clock.now();
    const verdict = serviceMay(sender, 'lambda:InvokeFunction', Arn, found.policy, now);
    if (!verdict.allowed) return rejected('NO_PERMISSIONS', verdict.reason);
    const { functionArn, qualifier } = found;
    const { requestId } = await enqueueInvocation(tx, platform, {
      functionArn,
      qualifier,
      payload: body,
      ...nextHop(job),
    });
    return { kind: 'delivered', note: `request ${requestId}` };
  };
