import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Lambda } from '@aws-sdk/client-lambda';
import { zipOf } from '../../src/lib/zip.ts';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import { createEventAccount, type EventAccount } from '../support/event-account.ts';

let spillway: Spillway;
let own: EventAccount;
let lambda: Lambda;
let functionArn: string;
before(async () => {
  spillway = await startSpillway();
  own = createEventAccount(spillway.clientOptions);
  lambda = spillway.client(Lambda);
  const code = 'export const handler = async (event) => ({ got: event.id });';
  const { FunctionArn = '' } = await lambda.createFunction({
    FunctionName: 'thumbnail',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: own.arn('iam', 'role/thumbnail').replace('us-east-1', ''),
    Code: { ZipFile: zipOf({ 'index.mjs': code }) },
  });
  functionArn = FunctionArn;
});
after(async () => {
  own[Symbol.dispose]();
  await spillway.close();
});

test('a function runs with the event once its policy lets the rule in', async () => {
  const dead = await own.queue('dead');
  const done = await own.queue('done');
  await lambda.putFunctionEventInvokeConfig({
    FunctionName: 'thumbnail',
    DestinationConfig: { OnSuccess: { Destination: done.arn } },
  });
  await own.rule('shop', [{ Id: 'f', Arn: functionArn, DeadLetterConfig: { Arn: dead.arn } }]);
  const refusedId = await own.put('shop');
  await spillway.settled();
  const letter = await own.receive(dead);
  assert.equal(JSON.parse(letter.Body ?? '').id, refusedId);
  assert.equal(letter.MessageAttributes?.ERROR_CODE?.StringValue, 'NO_PERMISSIONS');

  await lambda.addPermission({
    FunctionName: 'thumbnail',
    StatementId: 'events',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
    SourceArn: own.arn('events', 'rule/shop'),
  });
  const id = await own.put('shop');
  await spillway.settled();
  const record = JSON.parse((await own.receive(done)).Body ?? '');
  assert.equal(record.requestPayload.id, id);
  assert.deepEqual(record.responsePayload, { got: id });
});
