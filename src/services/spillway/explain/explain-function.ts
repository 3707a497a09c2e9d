import { listFunctionLogs } from '../../../storage/tables/function-logs.ts';
import { findFunctionTarget, splitFunctionArn } from '../../../storage/tables/function-targets.ts';
import { type FunctionRow, getFunction } from '../../../storage/tables/functions.ts';
import { serviceMay } from '../../service-sender.ts';
import { passes, type Step, stops } from './step.ts';
import type { Visit } from './visit.ts';

/** Whether a function lets the sender invoke it, and could run. */
export async function explainFunction(visit: Visit, arn: string): Promise<Step> {
  const { reader, sender, now } = visit;
  const target = await findFunctionTarget(reader, arn);
  if (!target) return explainFunctionState(visit, arn);
  const verdict = serviceMay(sender, 'lambda:InvokeFunction', arn, target.policy, now);
  if (verdict.allowed) return explainFunctionState(visit, arn);
  const shared =
    target.qualifier === undefined ? '' : ' (a version or alias has a policy of its own)';
  return stops(
    'function',
    arn,
    `the function's policy does not let ${sender.service} invoke it${shared}: ${verdict.reason}`,
  );
}

/** Whether a function could run, for whoever may invoke it. */
export async function explainFunctionState({ reader }: Visit, arn: string): Promise<Step> {
  const { functionArn, qualifier } = splitFunctionArn(arn);
  const row = await getFunction(reader, functionArn);
  if (!row) return stops('function', arn, 'the function does not exist');
  if (!(await findFunctionTarget(reader, arn)))
    return stops('function', arn, `the function has no version or alias ${qualifier}`);
  if (row.reserved_concurrency === 0)
    return stops('function', arn, 'its reserved concurrency is 0, so that it never runs');
  const [last] = await listFunctionLogs(reader, functionArn, Number.MAX_SAFE_INTEGER, 1);
  const notes = [...settingsOf(row)];
  if (last?.failed === 1)
    notes.push(
      `its latest run, at ${new Date(last.at).toISOString()} (request ${last.request_id}), failed`,
    );
  return passes('function', arn, [], notes);
}

function settingsOf({ configuration }: FunctionRow): string[] {
  const { DeadLetterTargetArn } = JSON.parse(configuration) as { DeadLetterTargetArn?: string };
  return DeadLetterTargetArn === undefined
    ? []
    : [`events that it fails go to the dead-letter queue ${DeadLetterTargetArn}`];
}
