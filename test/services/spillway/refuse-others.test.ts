import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { operatorOf } from '../../support/operator.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('orders of the operator', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  // Ignored, the misspelt word would widen each of them to everything.
  const misspelt: [path: string, body: object, member: string][] = [
    ['deliveries/redrive', { destinaton: 'arn:aws:sqs:us-east-1:123456789012:q' }, 'destinaton'],
    ['replay', { bucket: 'photos', prefx: 'a/' }, 'prefx'],
    ['backfill', { bucket: 'photos', prefixes: 'a/' }, 'prefixes'],
  ];
  for (const [path, body, member] of misspelt)
    it(`to ${path} are refused when they hold ${member}`, async () => {
      const { status, body: answer } = await operatorOf(world).call(path, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      assert.equal(status, 400);
      assert.match(answer.message, new RegExp(`^${member} is not known here; give `));
    });
});
