import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchWiring } from '../../../src/services/spillway/watch-wiring.ts';
import { putRule } from '../../../src/storage/tables/rules.ts';
import { putTarget } from '../../../src/storage/tables/targets.ts';
import { createTestPlatform } from '../../support/platform.ts';
import { eventually } from '../../support/world.ts';

const bus = (name: string) => `arn:aws:events:us-east-1:123456789012:event-bus/${name}`;
const rule = (name: string) => `arn:aws:events:us-east-1:123456789012:rule/${name}`;

test('a configuration that can feed itself is warned about when it is made, once', async () => {
  await using platform = await createTestPlatform();
  const { storage } = platform;
  const warnings: string[] = [];
  const log = {
    ...platform.log,
    warn: (_fields: object, message: string) => warnings.push(message),
  };
  const stop = new AbortController();
  const watching = watchWiring({ ...platform, log }, stop.signal);
  const connect = (name: string, from: string, to: string) =>
    storage.transaction(async (tx) => {
      await putRule(tx, {
        arn: rule(name),
        bus_arn: bus(from),
        name,
        state: 'ENABLED',
        event_pattern: '{"source":["test"]}',
        schedule_expression: null,
        description: null,
        role_arn: null,
        created_by: '123456789012',
        tags: '{}',
        next_fire_at: null,
      });
      const definition = JSON.stringify({ Id: 'bus', Arn: bus(to) });
      await putTarget(tx, { rule_arn: rule(name), id: 'bus', arn: bus(to), definition });
    });

  await connect('there', 'a', 'b');
  await connect('elsewhere', 'b', 'c');
  assert.deepEqual(warnings, []);
  await connect('back', 'b', 'a');
  await eventually(async () => warnings.length >= 2);
  await connect('back', 'b', 'a');
  stop.abort();
  await watching;
  assert.deepEqual(warnings, [
    `this configuration can feed itself: an event on ${bus('b')} can come back to it: ${rule('back')} -> ${bus('a')} -> ${rule('there')} -> ${bus('b')}`,
    `this configuration can feed itself: an event on ${bus('a')} can come back to it: ${rule('there')} -> ${bus('b')} -> ${rule('back')} -> ${bus('a')}`,
  ]);
});
