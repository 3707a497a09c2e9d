import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SNS } from '@aws-sdk/client-sns';
import { startSpillway } from '../../src/testing.ts';
import { eventually } from '../support/world.ts';
import { answerWith, startReceiver } from './http-receiver.ts';

describe('messages of topics, across a restart', () => {
  it('are delivered afterwards, as the same message under the same key', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'spillway-sns-'));
    await using receiver = await startReceiver();
    const certificateOf = (body: string) => JSON.parse(body).SigningCertURL.split('/').at(-1);

    const before = await startSpillway({ dataDir });
    const sns = before.client(SNS);
    const { TopicArn = '' } = await sns.createTopic({ Name: 'photos' });
    await sns.subscribe({ TopicArn, Protocol: 'http', Endpoint: receiver.url });
    const asked = await eventually(async () => receiver.received[0]);
    await sns.confirmSubscription({ TopicArn, Token: JSON.parse(asked.body).Token });
    receiver.respond = answerWith(503);
    const { MessageId } = await sns.publish({ TopicArn, Message: 'm' });
    const first = await eventually(async () => receiver.received[1]);
    await before.close();

    receiver.respond = answerWith(200);
    const after = await startSpillway({ dataDir });
    await after.clock.advance('30 s');
    const second = await eventually(async () => receiver.received[2]);
    assert.equal(JSON.parse(second.body).MessageId, MessageId);
    assert.equal(JSON.parse(second.body).Signature, JSON.parse(first.body).Signature);
    assert.equal(certificateOf(second.body), certificateOf(asked.body));
    await after.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
