import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/error.ts';
import { checkConstraints } from '../../../src/services/lambda/constraints.ts';
import { AWS_RUNTIMES } from '../../../src/services/lambda/supported-runtimes.ts';

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
  ['GetFunction', { FunctionName: 'a'.repeat(65) }, ''],
  ['CreateFunction', { FunctionName: `function:${'a'.repeat(65)}` }, ''],
  [
    'PublishVersion',
    { FunctionName: 'a'.repeat(141) },
    `1 validation error detected: Value '${'a'.repeat(141)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 140`,
  ],
  [
    'CreateFunction',
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
    "1 validation error detected: Value '[mips]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
  ],
  [
    'CreateFunction',
    { Environment: { Variables: { 'a b': 'c' } } },
    "1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+, Member must not be null]",
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
    "1 validation error detected: Value '{1=1.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
  ],
  [
    'CreateAlias',
    { RoutingConfig: { AdditionalVersionWeights: { $LATEST: 2 } } },
    "2 validation errors detected: Value '{$LATEST=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+, Member must not be null]; Value '{$LATEST=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
  ],
  [
    'PublishLayerVersion',
    { CompatibleArchitectures: ['x86_64', 'mips'] },
    "1 validation error detected: Value '[x86_64, mips]' at 'compatibleArchitectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64]]",
  ],
  [
    'PublishLayerVersion',
    { CompatibleRuntimes: ['nodejs24.x', 'perl5'] },
    `1 validation error detected: Value '[nodejs24.x, perl5]' at 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy enum value set: [${AWS_RUNTIMES.join(', ')}]`,
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
      assert.ok(performance.now() - started < 10_000);
    }),
  );
});
