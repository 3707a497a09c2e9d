import type { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/sns.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';

/**
 * Every error that SNS has, under the name of its shape; the codes on the wire come from the model.
 */
export const errors = errorsOf(modelledErrors);

/** How messages about attributes begin, by the operation that is given them. */
export const ATTRIBUTE_FAULT = {
  create: 'Invalid parameter: Attributes Reason: ',
  set: 'Invalid parameter: ',
} as const;
export type AttributeFault = (typeof ATTRIBUTE_FAULT)[keyof typeof ATTRIBUTE_FAULT];

/** `Invalid parameter: TopicArn` */
export const invalidParameter = (what: string): AwsError =>
  errors.InvalidParameterException(`Invalid parameter: ${what}`);

export const topicDoesNotExist = (): AwsError => errors.NotFoundException('Topic does not exist');

export const subscriptionDoesNotExist = (): AwsError =>
  errors.NotFoundException('Subscription does not exist');
