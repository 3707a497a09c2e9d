import type {
  TestEventPatternRequest,
  TestEventPatternResponse,
} from '../../aws/models/eventbridge.ts';
import { compilePattern, matchPattern } from '../../events/pattern/index.ts';
import { invalidParameter } from './errors.ts';

const REQUIRED_FIELDS = [
  'id',
  'account',
  'source',
  'time',
  'region',
  'resources',
  'detail-type',
] as const;

/**
 * Whether an event would match a pattern. The event has to be a whole one.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
 */
export async function testEventPattern({
  EventPattern,
  Event,
}: TestEventPatternRequest): Promise<TestEventPatternResponse> {
  const event = readEvent(Event);
  return { Result: matchPattern(compilePattern(EventPattern), event) };
}

function readEvent(text: string): unknown {
  const event = parseJson(text);
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw invalidParameter('Event');
  if (REQUIRED_FIELDS.some((field) => !Object.hasOwn(event, field)))
    throw invalidParameter('Event');
  return event;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter('Event');
  }
}
