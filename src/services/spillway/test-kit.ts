import { AwsError, fail } from '../../aws/error.ts';
import { type Duration, parseDuration } from '../../lib/duration.ts';
import type { Context, TestKit } from '../context.ts';
import type { FaultRule } from '../faults.ts';
import { jsonPage, type Page } from './page.ts';

/**
 * The test kit over HTTP, for tests in other languages. Only a server that was started with
 * `--test-kit` has it. Everything throws ValidationException for what it cannot read; what takes
 * longer than `limit` of real time throws NotSettled.
 */

/** `{"by": "2 minutes"}` moves time; answers `{"now"}`, the new time in milliseconds. */
export async function advanceClock(
  { by, limit }: { readonly by?: Duration; readonly limit?: Duration },
  context: Context,
): Promise<Page> {
  const kit = kitOf(context);
  const ms = durationOf('by', by ?? fail(invalid('by')));
  return jsonPage({ now: await kit.advance(ms, limitOf(limit)) });
}

/** Answers `{"settled": true, "now"}` when everything caused so far is settled. */
export async function awaitSettled(
  { limit }: { readonly limit?: Duration },
  context: Context,
): Promise<Page> {
  await kitOf(context).settled(limitOf(limit));
  return jsonPage({ settled: true, now: context.clock.now() });
}

/** Answers `{"faults"}`: the rules that may still strike, `times` being how often. */
export async function listFaults(_input: object, context: Context): Promise<Page> {
  return jsonPage({ faults: kitOf(context).faults.list() });
}

/** The body is a fault rule. Answers as `listFaults`. */
export async function addFault(rule: FaultRule, context: Context): Promise<Page> {
  kitOf(context).faults.add(rule);
  return listFaults({}, context);
}

export async function clearFaults(_input: object, context: Context): Promise<Page> {
  kitOf(context).faults.clear();
  return listFaults({}, context);
}

function kitOf({ testKit }: Context): TestKit {
  if (testKit) return testKit;
  throw new AwsError('NotFound', 'This server has no test kit; start it with --test-kit.', {
    status: 404,
  });
}

const limitOf = (limit: Duration | undefined) =>
  limit === undefined ? undefined : durationOf('limit', limit);

function durationOf(member: string, given: Duration): number {
  const isGiven = typeof given === 'string' || typeof given === 'number';
  const ms = isGiven ? parseDuration(given) : undefined;
  return ms ?? fail(invalid(member));
}

const invalid = (member: string) =>
  new AwsError(
    'ValidationException',
    `${member} must be a duration: 1500 (milliseconds), "90 s" or "2 minutes".`,
  );
