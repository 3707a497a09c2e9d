import { AwsError } from '../../aws/error.ts';
import { type Duration, parseDuration } from '../../lib/duration.ts';
import type { Context, TestKit } from '../context.ts';
import { FAULT_KINDS, type FaultRule } from '../faults.ts';
import type { Page } from './page.ts';

/** The test kit over HTTP, for tests in other languages. Only a server that was started with `--test-kit` has it. */

const json = (value: unknown): Page => ({
  contentType: 'application/json',
  body: JSON.stringify(value),
});

function kitOf({ testKit }: Context): TestKit {
  if (testKit) return testKit;
  throw new AwsError('NotFound', 'This server has no test kit; start it with --test-kit.', {
    status: 404,
  });
}

/** `{"by": "2 minutes"}` moves time; answers the new time in milliseconds. */
export async function advanceClock(
  { by }: { readonly by?: Duration },
  context: Context,
): Promise<Page> {
  const kit = kitOf(context);
  const ms = by === undefined ? undefined : parseDuration(by);
  if (ms === undefined) throw invalid('by', 'a duration such as "2 minutes"');
  return json({ now: await kit.advance(ms) });
}

/** Answers when everything caused so far is settled. */
export async function awaitSettled(
  { limit }: { readonly limit?: Duration },
  context: Context,
): Promise<Page> {
  const kit = kitOf(context);
  const limitMs = limit === undefined ? undefined : parseDuration(limit);
  if (limit !== undefined && limitMs === undefined) throw invalid('limit', 'a duration');
  await kit.settled(limitMs);
  return json({ settled: true, now: context.clock.now() });
}

export async function listFaults(_input: object, context: Context): Promise<Page> {
  return json({ faults: kitOf(context).faults.list() });
}

/** The body is a fault rule. */
export async function addFault(rule: FaultRule, context: Context): Promise<Page> {
  const { faults } = kitOf(context);
  const { kind, destination, rule: owedBy, times, probability, delayMs } = rule;
  if (!FAULT_KINDS.includes(kind)) throw invalid('kind', `one of ${FAULT_KINDS.join(', ')}`);
  faults.add({ kind, destination, rule: owedBy, times, probability, delayMs });
  return json({ faults: faults.list() });
}

export async function clearFaults(_input: object, context: Context): Promise<Page> {
  kitOf(context).faults.clear();
  return json({ faults: [] });
}

const invalid = (member: string, want: string) =>
  new AwsError('ValidationException', `${member} must be ${want}`);
