import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage } from '../../../src/storage/storage.ts';
import { insertFunctionLog } from '../../../src/storage/tables/function-logs.ts';
import {
  listLogGroups,
  listLogStreams,
  logsDownFrom,
  logsFrom,
} from '../../../src/storage/tables/log-groups.ts';
import { engines } from '../../support/engines.ts';

const PREFIX = 'arn:aws:logs:us-east-1:123456789012:log-group:';

for (const engine of engines) {
  describe(`log groups on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
      await storage.transaction(async (tx) => {
        let id = 0;
        for (const [group, stream, at] of [
          ['/aws/lambda/cat', 'b', 10],
          ['/aws/lambda/dog', 'a', 20],
          ['/aws/lambda/cat', 'a', 30],
          ['/aws/lambda/cat', 'b', 40],
          ['pets', 'a', 50],
        ] as const)
          await insertFunctionLog(tx, {
            id: ++id,
            function_arn: `function of ${group}`,
            version: '1',
            request_id: 'r',
            log_group: PREFIX + group,
            log_stream: stream,
            at,
            failed: 0,
            text: 'four',
          });
      });
    });
    after(() => storage.close());

    test('groups are found by how their ARN begins, with what they hold', async () => {
      const list = (prefix: string, after: string, limit: number) =>
        storage.read((reader) =>
          listLogGroups(reader, PREFIX + prefix, after && PREFIX + after, limit),
        );
      assert.deepEqual(
        (await list('/aws/', '', 10)).map((group) => ({ ...group })),
        [
          { arn: `${PREFIX}/aws/lambda/cat`, created_at: 10, chars: 12 },
          { arn: `${PREFIX}/aws/lambda/dog`, created_at: 20, chars: 4 },
        ],
      );
      const names = async (...args: Parameters<typeof list>) =>
        (await list(...args)).map(({ arn }) => arn.slice(PREFIX.length));
      assert.deepEqual(await names('', '', 10), ['/aws/lambda/cat', '/aws/lambda/dog', 'pets']);
      assert.deepEqual(await names('', '/aws/lambda/cat', 1), ['/aws/lambda/dog']);
      assert.deepEqual(await names('pets', '', 1), ['pets']);
    });

    test('streams are listed by name, with their first and last time', async () => {
      const streams = await storage.read((reader) =>
        listLogStreams(reader, `${PREFIX}/aws/lambda/cat`, 10),
      );
      assert.deepEqual(
        streams.map((stream) => ({ ...stream })),
        [
          { name: 'a', first_at: 30, last_at: 30 },
          { name: 'b', first_at: 10, last_at: 40 },
        ],
      );
    });

    test('logs are read from one on, in both directions', async () => {
      const ids = (read: typeof logsFrom, from: number, limit: number) =>
        storage.read(async (reader) =>
          (await read(reader, `${PREFIX}/aws/lambda/cat`, from, limit)).map(({ id }) => id),
        );
      assert.deepEqual(await ids(logsFrom, 0, 10), [1, 3, 4]);
      assert.deepEqual(await ids(logsFrom, 3, 1), [3]);
      assert.deepEqual(await ids(logsDownFrom, 3, 10), [3, 1]);
      assert.deepEqual(await ids(logsDownFrom, Number.MAX_SAFE_INTEGER, 1), [4]);
    });
  });
}
