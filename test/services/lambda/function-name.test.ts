import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import { referToFunction } from '../../../src/services/lambda/function-name.ts';

const HERE = { region: 'us-east-1', account: '123456789012' };
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:pets';

const CASES: [given: string, apart: string | undefined, qualified: string][] = [
  ['pets', undefined, ARN],
  ['pets:live', undefined, `${ARN}:live`],
  ['pets:$LATEST', undefined, `${ARN}:$LATEST`],
  ['pets', '7', `${ARN}:7`],
  ['pets:7', '7', `${ARN}:7`],
  ['function:pets', undefined, ARN],
  ['123456789012:function:pets', undefined, ARN],
  ['123456789012:pets', undefined, ARN],
  ['123456789012:function:pets:live', undefined, `${ARN}:live`],
  [ARN, undefined, ARN],
  [`${ARN}:live`, undefined, `${ARN}:live`],
  [
    'arn:aws:lambda:us-east-1:210987654321:function:pets',
    undefined,
    'arn:aws:lambda:us-east-1:210987654321:function:pets',
  ],
];

for (const [given, apart, qualified] of CASES)
  test(`${given}${apart === undefined ? '' : ` with ${apart}`}`, () => {
    const reference = referToFunction(HERE, given, apart);
    assert.equal(reference.qualifiedArn, qualified);
    assert.equal(reference.name, 'pets');
    assert.equal(reference.arn, qualified.split(':').slice(0, 7).join(':'));
  });

const REFUSED: [given: string, apart: string | undefined, code: string, message: RegExp][] = [
  ['pets:live', 'test', 'InvalidParameterValueException', /derived qualifier/],
  [
    'arn:aws:lambda:ap-southeast-1:123456789012:function:pets',
    undefined,
    'ResourceNotFoundException',
    /^Functions from 'ap-southeast-1' are not reachable in this region \('us-east-1'\)$/,
  ],
  ['pets:a:b', undefined, 'InvalidParameterValueException', /Invalid function name/],
];

for (const [given, apart, code, message] of REFUSED)
  test(`${given} is refused`, () => {
    assert.throws(
      () => referToFunction(HERE, given, apart),
      (error: AwsError) => {
        assert.ok(error instanceof AwsError);
        assert.equal(error.code, code);
        assert.match(error.message, message);
        return true;
      },
    );
  });
