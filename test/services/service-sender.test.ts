import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serviceMay } from '../../src/services/service-sender.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:photos';
const SENDER = {
  service: 's3.amazonaws.com',
  sourceArn: 'arn:aws:s3:::photos',
  sourceAccount: '123456789012',
};
const START = Date.UTC(2026, 0, 1);

const policy = (condition: object, effect = 'Allow') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: effect,
      Principal: { Service: SENDER.service },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: condition,
    },
  });

const may = (text: string | null, nowMs = START, sender = SENDER) =>
  serviceMay(sender, 'sqs:SendMessage', QUEUE, text, nowMs).allowed;

describe('whether a service may send', () => {
  it('is asked anew for each source, and when the policy is another', () => {
    const ofPhotos = policy({ ArnEquals: { 'aws:SourceArn': SENDER.sourceArn } });
    assert.equal(may(ofPhotos), true);
    assert.equal(may(ofPhotos, START, { ...SENDER, sourceArn: 'arn:aws:s3:::others' }), false);
    assert.equal(may(policy({}, 'Deny')), false);
    assert.equal(may(null), false);
    assert.equal(may(ofPhotos), true);
  });

  it('changes with time where the policy says so', () => {
    for (const until of [
      policy({ DateLessThan: { 'aws:CurrentTime': '2026-01-02T00:00:00Z' } }),
      policy({ NumericLessThan: { 'AWS:EpochTime': `${START / 1000 + 24 * 3600}` } }),
    ]) {
      assert.equal(may(until), true);
      assert.equal(may(until, START + 48 * 3600 * 1000), false);
    }
  });
});
