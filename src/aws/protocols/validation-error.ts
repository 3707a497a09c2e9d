import { AwsError } from '../error.ts';
import type { DecodeFault } from './decode-fault.ts';
import type { Service } from './shape.ts';

/**
 * The error for a required member that is absent, in the words of the service: SQS has its own, and SNS for ARNs; all others share
 * the wording of AWS's request validation.
 */
export function missingMemberError(
  { signingName, protocols }: Service,
  fault: DecodeFault,
): AwsError {
  if (signingName === 'sqs') {
    const name = fault.path.findLast((step) => typeof step === 'string');
    return new AwsError(
      'MissingRequiredParameterException',
      `The request must contain the parameter ${name}.`,
      { cause: fault },
    );
  }
  const [name] = fault.path;
  if (signingName === 'sns' && fault.path.length === 1 && String(name).endsWith('Arn'))
    return new AwsError(
      'InvalidParameterException',
      `Invalid parameter: ${name} Reason: no value for required parameter`,
      { cause: fault },
    );
  return new AwsError(
    protocols[0] === 'awsQuery' ? 'ValidationError' : 'ValidationException',
    `1 validation error detected: Value null at '${validationPath(fault.path)}' failed to satisfy constraint: Member must not be null`,
    { cause: fault },
  );
}

/** AWS writes `['Targets', 1, 'Arn']` as `targets.1.member.arn`; the values of maps are members as well. */
export function validationPath(path: readonly (string | number)[]): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return path[i + 1] === 'member' ? step : `${step}.member`;
      return step.charAt(0).toLowerCase() + step.slice(1);
    })
    .join('.');
}
