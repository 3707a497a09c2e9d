import { type Arn, parseArn } from '../../aws/arn.ts';
import { fail } from '../../aws/error.ts';
import type { Reader } from '../../storage/storage.ts';
import { getTopic, type TopicRow } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { invalidParameter, topicDoesNotExist } from './errors.ts';

const ARN_PARTS_MIN = 6;

/**
 * The topic that a request names. `parameter` is what the request calls it. Throws InvalidParameter
 * or NotFound.
 */
export async function requireTopic(
  reader: Reader,
  { region }: Pick<Context, 'region'>,
  arn: string,
  parameter = 'TopicArn',
): Promise<TopicRow> {
  const parsed = readArn(arn, parameter);
  if (parsed.region !== region) throw invalidParameter(parameter);
  return (await getTopic(reader, arn)) ?? fail(topicDoesNotExist());
}

/** An ARN of SNS. Throws InvalidParameter. */
export function readArn(text: string, parameter: string): Arn {
  const parts = text.split(':').length;
  if (parts < ARN_PARTS_MIN)
    throw invalidParameter(
      `${parameter} Reason: An ARN must have at least ${ARN_PARTS_MIN} elements, not ${parts}`,
    );
  const arn = parseArn(text);
  if (arn?.service !== 'sns') throw invalidParameter(parameter);
  return arn;
}
