import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/error.ts';
import { checkConstraints } from '../../../src/services/lambda/constraints.ts';

const told = (operation: string, input: object): string => {
  try {
    checkConstraints(operation, input);
  } catch (error) {
    assert.ok(error instanceof AwsError);
    assert.equal(error.code, 'ValidationException');
    return error.message;
  }
  return '';
};

const CASES: [operation: string, input: object, message: string][] = [
  ['GetFunction', { FunctionName: 'a'.repeat(64) }, ''],
  [
    'GetFunction',
    { FunctionName: 'a'.repeat(65) },
    `1 validation error detected: Value '${'a'.repeat(65)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    'CreateFunction',
    { Timeout: 901 },
    "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
  ],
  [
    'CreateFunction',
    { MemorySize: 127, Timeout: 0 },
    "2 validation errors detected: Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128; Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ],
  [
    'CreateFunction',
    { EphemeralStorage: { Size: 100 } },
    "1 validation error detected: Value '100' at 'ephemeralStorage.size' failed to satisfy constraint: Member must have value greater than or equal to 512",
  ],
  [
    'CreateFunction',
    { Architectures: ['mips'] },
    "1 validation error detected: Value '[mips]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64]]",
  ],
  [
    'CreateFunction',
    { Environment: { Variables: { 'a b': 'c' } } },
    "1 validation error detected: Value '{a b=c}' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]",
  ],
  ['CreateFunction', { Environment: { Variables: { Timeout: '9999' } } }, ''],
  [
    'Invoke',
    { InvocationType: 'Later' },
    "1 validation error detected: Value 'Later' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]",
  ],
  ['ListFunctions', { FunctionVersion: 'ALL' }, ''],
  [
    'CreateAlias',
    { FunctionVersion: 'ALL' },
    "1 validation error detected: Value 'ALL' at 'functionVersion' failed to satisfy constraint: Member must satisfy regular expression pattern: (\\$LATEST(\\.PUBLISHED)?|[0-9]+)",
  ],
  [
    'CreateAlias',
    { Name: '123' },
    "1 validation error detected: Value '123' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
  ],
  [
    'CreateAlias',
    { RoutingConfig: { AdditionalVersionWeights: { 1: 1.5 } } },
    "1 validation error detected: Value '{1=1.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1, Member must have value greater than or equal to 0]",
  ],
  [
    'PutFunctionEventInvokeConfig',
    { MaximumRetryAttempts: 3 },
    "1 validation error detected: Value '3' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 2",
  ],
  ['PutFunctionEventInvokeConfig', { DestinationConfig: { OnFailure: { Destination: '' } } }, ''],
  ['RemovePermission', { StatementId: 'with.dot' }, ''],
];

for (const [operation, input, message] of CASES)
  test(`${operation} ${JSON.stringify(input).slice(0, 60)}`, () => {
    assert.equal(told(operation, input), message);
  });

test('names of functions in every form pass', () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9-_]{1,64}$/);
  const qualifier = fc.stringMatching(/^(\$LATEST|[a-zA-Z0-9-_]{1,30})$/);
  fc.assert(
    fc.property(name, qualifier, (short, suffix) => {
      for (const prefix of [
        '',
        '123456789012:function:',
        'arn:aws:lambda:us-east-1:123456789012:function:',
      ])
        for (const FunctionName of [`${prefix}${short}`, `${prefix}${short}:${suffix}`])
          assert.equal(told('GetFunction', { FunctionName }), '');
    }),
  );
});

test('no text, however odd, takes long to check', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (odd) => {
      const started = performance.now();
      told('CreateEventSourceMapping', { FunctionName: odd, EventSourceArn: odd });
      told('AddPermission', { Principal: odd, SourceArn: odd, Action: odd, StatementId: odd });
      assert.ok(performance.now() - started < 1000);
    }),
  );
});
