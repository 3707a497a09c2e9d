import type { AwsError } from '../../aws/error.ts';
import { errors as modelledErrors } from '../../aws/models/sqs.ts';
import { errorsOf } from '../../aws/protocols/errors-of.ts';
import type { Context } from '../context.ts';
import type { MessageFault } from '../queue-message.ts';

/** Every error that SQS has, under its name in the JSON protocol; the form protocol's codes come from the model. */
export const errors = errorsOf(modelledErrors);

export const invalidParameter = errors.InvalidParameterValueException;

/** `Value 11 for parameter MaxNumberOfMessages is invalid. Reason: ...` */
export const invalidValue = (parameter: string, value: unknown, reason: string): AwsError =>
  invalidParameter(`Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);

export const missingParameter = (parameter: string): AwsError =>
  errors.MissingRequiredParameterException(`The request must contain the parameter ${parameter}.`);

export const messageFault = ({ code, message }: MessageFault): AwsError => errors[code](message);

/** The form protocol has kept the words of its first version. */
export const queueDoesNotExist = ({ protocol }: Pick<Context, 'protocol'>): AwsError =>
  errors.QueueDoesNotExist(
    `The specified queue does not exist${protocol === 'awsQuery' ? ' for this wsdl version' : ''}.`,
  );
