import { hash } from 'node:crypto';
import { invalidParameter } from './errors.ts';

/** What functions can be written for here, newest first, as AWS lists them in its errors. */
export const RUNTIMES: readonly string[] = [
  ...['nodejs24.x', 'nodejs22.x', 'nodejs20.x', 'nodejs18.x', 'nodejs16.x'],
  ...['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9'],
  ...['python3.8'],
  ...['provided.al2023', 'provided.al2'],
];

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtimes-deprecated */
const RETIRED: readonly string[] = [
  ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10'],
  ...['nodejs10.x', 'nodejs12.x', 'nodejs14.x'],
  ...['python2.7', 'python3.6', 'python3.7'],
  ...['ruby2.5', 'ruby2.7', 'java8', 'go1.x', 'provided'],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1', 'dotnet6'],
];

/** What AWS runs, and this server does not. */
const ELSEWHERE: readonly string[] = [
  ...['java25', 'java21', 'java17', 'java11', 'java8.al2'],
  ...['dotnet10', 'dotnet8', 'ruby4.0', 'ruby3.4', 'ruby3.3', 'ruby3.2'],
];

/** Every runtime that a request may name. */
export const AWS_RUNTIMES: readonly string[] = [...RUNTIMES, ...ELSEWHERE, ...RETIRED];

/**
 * Throws InvalidParameterValueException for a runtime that AWS has retired or never had.
 *
 * Deviation from AWS: Java, .NET and Ruby are not offered. They run as `provided.al2023` with a
 * bootstrap of one's own.
 */
export function checkRuntime(runtime: string): void {
  if (RUNTIMES.includes(runtime)) return;
  if (RETIRED.includes(runtime))
    throw invalidParameter(
      `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
    );
  if (ELSEWHERE.includes(runtime))
    throw invalidParameter(
      `The runtime ${runtime} is not supported by Spillway, which runs ${RUNTIMES.join(', ')}. Use provided.al2023 with a bootstrap of your own.`,
    );
  throw invalidParameter(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(', ')}] or be a valid ARN`,
  );
}

/** Stands for the exact build of a runtime, which here is whatever the machine has. */
export const runtimeVersionArn = (region: string, runtime: string): string =>
  `arn:aws:lambda:${region}::runtime:${hash('sha256', runtime)}`;
