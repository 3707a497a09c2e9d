import { AwsError, type AwsErrorOptions } from '../error.ts';
import type { ModelledError } from './shape.ts';

/**
 * A constructor for every error of a model, with the status that the model gives it:
 *
 *     const errors = errorsOf(sqs.errors);
 *     throw errors.QueueDoesNotExist('The specified queue does not exist.');
 */
export type Errors<Table> = {
  readonly [Name in keyof Table]: (
    message: string,
    options?: Omit<AwsErrorOptions, 'status'>,
  ) => AwsError;
};

export function errorsOf<Table extends Readonly<Record<string, ModelledError>>>(
  table: Table,
): Errors<Table> {
  const constructors = Object.entries(table).map(([name, { status }]) => [
    name,
    (message: string, options?: AwsErrorOptions) =>
      new AwsError(name, message, { ...options, status }),
  ]);
  return Object.fromEntries(constructors);
}
