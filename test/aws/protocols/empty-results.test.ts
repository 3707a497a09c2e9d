import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProtocol } from '../../../src/aws/protocols/protocol.ts';
import { models } from './models.ts';

/** Clients of other languages look for the result by its name, even where it holds nothing, and fail without it. */
const cases: [service: string, operation: string, result: string][] = [
  ['iam', 'UpdateRole', '<UpdateRoleResult/>'],
  ['sns', 'TagResource', '<TagResourceResult/>'],
  ['sns', 'UntagResource', '<UntagResourceResult/>'],
  ['sns', 'DeleteTopic', ''],
  ['iam', 'DeleteRole', ''],
  ['sqs', 'DeleteQueue', ''],
];
for (const [service, name, result] of cases)
  test(`awsQuery answers ${service}.${name} with ${result || 'no result'}`, () => {
    const model = models[service];
    const operation = model?.operations[name];
    assert.ok(model && operation);
    const ids = { requestId: 'R', hostId: 'H' };
    const { body } = createProtocol(model, 'awsQuery').writeOutput(operation, {}, ids);
    const metadata = '<ResponseMetadata><RequestId>R</RequestId></ResponseMetadata>';
    const { xmlNamespace } = model.service;
    assert.equal(
      body,
      `<${name}Response xmlns="${xmlNamespace}">${result}${metadata}</${name}Response>`,
    );
  });
