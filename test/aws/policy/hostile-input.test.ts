import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from '../../../src/aws/policy/evaluate.ts';
import { explain } from '../../../src/aws/policy/explain.ts';
import { parsePolicy } from '../../../src/aws/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../../src/aws/policy/syntax-error.ts';

const value = fc.oneof(
  fc.constantFrom('*', 's3:*', 'arn:aws:s3:::b', 'Allow', 'Deny', 'true', '__proto__'),
  fc.jsonValue({ maxDepth: 2 }),
);
const element = fc.constantFrom(
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'Resource',
  'NotResource',
  'Condition',
  '__proto__',
);
const condition = fc.dictionary(
  fc.constantFrom('StringLike', 'ForAllValues:ArnLike', 'Null', 'BoolIfExists', 'DateLessThan'),
  fc.dictionary(fc.constantFrom('aws:a', '__proto__', 'constructor'), value),
);
const statement = fc.oneof(
  fc.dictionary(element, value),
  condition.map((Condition) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition,
  })),
);

test('any document is a policy that can be asked, or no policy', () => {
  const request = {
    principal: { kind: 'anonymous' },
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    context: { 'aws:a': ['x', 'y'] },
  } as const;
  fc.assert(
    fc.property(fc.oneof(statement, value), (Statement) => {
      try {
        const policy = parsePolicy(JSON.stringify({ Statement }), 'resource');
        const { decision } = evaluate([policy], request);
        const [explanation] = explain([policy], request);
        assert.equal(explanation?.applies, decision !== 'none');
      } catch (error) {
        assert.ok(error instanceof PolicySyntaxError, String(error));
      }
    }),
    { numRuns: 2000 },
  );
});
