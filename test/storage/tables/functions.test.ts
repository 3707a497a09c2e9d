import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage, Transaction } from '../../../src/storage/storage.ts';
import {
  deleteEventInvokeConfigs,
  getEventInvokeConfig,
  listEventInvokeConfigs,
  putEventInvokeConfig,
} from '../../../src/storage/tables/event-invoke-configs.ts';
import {
  enabledEventSourceMappings,
  getEventSourceMapping,
  insertEventSourceMapping,
  listEventSourceMappings,
  noteMappingResult,
  updateEventSourceMapping,
} from '../../../src/storage/tables/event-source-mappings.ts';
import {
  aliasesOfVersion,
  deleteFunctionAliases,
  listFunctionAliases,
  putFunctionAlias,
} from '../../../src/storage/tables/function-aliases.ts';
import {
  deleteFunctionLayers,
  listFunctionLayers,
  putFunctionLayers,
} from '../../../src/storage/tables/function-layers.ts';
import {
  insertFunctionLog,
  LOG_CHARS_MAX,
  LOGS_MAX,
  listFunctionLogs,
  logsOfRequest,
} from '../../../src/storage/tables/function-logs.ts';
import { findFunctionTarget } from '../../../src/storage/tables/function-targets.ts';
import {
  deleteFunctionVersions,
  insertFunctionVersion,
  listFunctionVersions,
  updateVersionPolicy,
} from '../../../src/storage/tables/function-versions.ts';
import {
  deleteFunctionRow,
  functionTotals,
  getFunction,
  insertFunction,
  listFunctionsByArn,
  updateFunction,
} from '../../../src/storage/tables/functions.ts';
import {
  countFailedRun,
  forgetInvocationRetry,
  getInvocationRetry,
} from '../../../src/storage/tables/invocation-retries.ts';
import {
  deleteLayerVersionRow,
  insertLayerVersion,
  listLayerArns,
  listLayerVersions,
  nextLayerVersion,
} from '../../../src/storage/tables/layers.ts';
import {
  deleteUnusedPackage,
  getPackage,
  insertPackage,
  isPackageBlob,
  packageBytes,
} from '../../../src/storage/tables/packages.ts';
import { engines } from '../../support/engines.ts';

const PREFIX = 'arn:aws:lambda:us-east-1:123456789012:function:';
const arnOf = (name: string) => PREFIX + name;

for (const engine of engines) {
  describe(`functions on ${engine.name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await engine.open();
    });
    after(() => storage.close());
    const write = <T>(work: (tx: Transaction) => Promise<T>) => storage.transaction(work);
    const names = async (prefix: string, after = '', limit = 10) => {
      const rows = await storage.read((reader) =>
        listFunctionsByArn(reader, arnOf(prefix), after && arnOf(after), limit),
      );
      return rows.map(({ name }) => name);
    };
    const add = (name: string, sha256 = 'none') =>
      write((tx) =>
        insertFunction(tx, {
          arn: arnOf(name),
          account: '123456789012',
          region: 'us-east-1',
          name,
          configuration: '{}',
          package: sha256,
          revision: 2 ** 52,
          revision_id: 'r1',
          modified_at: 1,
          tags: '{}',
        }),
      );

    test('a function is inserted, changed, listed and deleted', async () => {
      for (const name of ['crud-b', 'crud-a', 'crud-c', 'crud-~']) await add(name);
      await assert.rejects(add('crud-a'), { kind: 'unique' });
      await write((tx) =>
        updateFunction(tx, arnOf('crud-a'), { reserved_concurrency: 7, policy: '{}' }),
      );
      const row = await storage.read((reader) => getFunction(reader, arnOf('crud-a')));
      assert.deepEqual(
        { ...row },
        {
          arn: arnOf('crud-a'),
          account: '123456789012',
          region: 'us-east-1',
          name: 'crud-a',
          configuration: '{}',
          package: 'none',
          revision: 2 ** 52,
          revision_id: 'r1',
          modified_at: 1,
          policy: '{}',
          last_version: 0,
          reserved_concurrency: 7,
          recursive_loop: 'Terminate',
          tags: '{}',
        },
      );
      assert.deepEqual(await names('crud'), ['crud-a', 'crud-b', 'crud-c', 'crud-~']);
      assert.deepEqual(await names('crud', 'crud-a', 1), ['crud-b']);
      assert.deepEqual(
        await storage.read((reader) => functionTotals(reader, '123456789012', 'us-east-1')),
        { functions: 4, reserved: 7 },
      );
      await write((tx) => updateFunction(tx, arnOf('crud-a'), { reserved_concurrency: null }));
      await write((tx) => deleteFunctionRow(tx, arnOf('crud-b')));
      assert.deepEqual(
        await storage.read((reader) => functionTotals(reader, '123456789012', 'us-east-1')),
        { functions: 3, reserved: 0 },
      );
    });

    test('functions, versions and aliases are found by ARN, each with its own policy', async () => {
      const function_arn = arnOf('targets');
      await add('targets');
      const version = { configuration: '{}', package: 'p', revision: 1, modified_at: 1 };
      await write(async (tx) => {
        for (const number of [1, 2, 10])
          await insertFunctionVersion(tx, {
            function_arn,
            version: number,
            revision_id: `v${number}`,
            ...version,
          });
        await updateVersionPolicy(tx, function_arn, 2, '"two"', 'v2b');
        await updateFunction(tx, function_arn, { policy: '"latest"' });
        await putFunctionAlias(tx, {
          function_arn,
          name: 'live',
          version: '2',
          description: '',
          routing: '{"10":0.25}',
          revision_id: 'a',
          policy: '"alias"',
        });
      });
      const target = (qualifier: string) =>
        storage.read((reader) => findFunctionTarget(reader, function_arn + qualifier));
      for (const [qualifier, policy] of [
        ['', '"latest"'],
        [':$LATEST', '"latest"'],
        [':2', '"two"'],
        [':1', null],
        [':live', '"alias"'],
      ] as const)
        assert.equal((await target(qualifier))?.policy, policy);
      for (const missing of [':3', ':test', 'x']) assert.equal(await target(missing), undefined);
      const listed = await storage.read((reader) =>
        listFunctionVersions(reader, function_arn, 1, 10),
      );
      assert.deepEqual(
        listed.map((row) => row.version),
        [2, 10],
      );
      const leading = (to: string) =>
        storage.read((reader) => aliasesOfVersion(reader, function_arn, to));
      assert.deepEqual(
        [await leading('2'), await leading('10'), await leading('1')],
        [['live'], ['live'], []],
      );
      assert.deepEqual(await write((tx) => deleteFunctionVersions(tx, function_arn, 2)), ['p']);
      assert.deepEqual(await write((tx) => deleteFunctionVersions(tx, function_arn)), ['p', 'p']);
    });

    test('aliases are put, listed by version and deleted', async () => {
      const function_arn = arnOf('aliases');
      const alias = {
        function_arn,
        description: '',
        routing: null,
        revision_id: 'a',
        policy: null,
      };
      await write(async (tx) => {
        await putFunctionAlias(tx, { ...alias, name: 'a', version: '1' });
        await putFunctionAlias(tx, { ...alias, name: 'b', version: '1' });
        await putFunctionAlias(tx, { ...alias, name: 'a', version: '2' });
      });
      const list = async (after: string, version: string) => {
        const rows = await storage.read((reader) =>
          listFunctionAliases(reader, function_arn, { after, version }, 10),
        );
        return rows.map(({ name }) => name);
      };
      assert.deepEqual(await list('', ''), ['a', 'b']);
      assert.deepEqual(await list('a', ''), ['b']);
      assert.deepEqual(await list('', '2'), ['a']);
      await write((tx) => deleteFunctionAliases(tx, function_arn, 'a'));
      assert.deepEqual(await list('', ''), ['b']);
      await write((tx) => deleteFunctionAliases(tx, function_arn));
      assert.deepEqual(await list('', ''), []);
    });

    test('a package stays as long as anybody uses it', async () => {
      const row = { sha256: 'shared', size: 3, unzipped_size: 5, blob: 'blob-1' };
      const layer = { arn: 'arn:layer:1', package: 'shared' };
      await write(async (tx) => {
        assert.equal(await insertPackage(tx, row), true);
        assert.equal(await insertPackage(tx, { ...row, blob: 'blob-2' }), false);
        await putFunctionLayers(tx, arnOf('layered'), 0, [layer]);
      });
      assert.equal(await storage.read((reader) => isPackageBlob(reader, 'blob-1')), true);
      assert.equal(await storage.read((reader) => isPackageBlob(reader, 'blob-2')), false);
      assert.equal(await storage.read(packageBytes), 3);
      const layers = await storage.read((reader) =>
        listFunctionLayers(reader, arnOf('layered'), 0),
      );
      assert.deepEqual({ ...layers[0] }, { ...layer, size: 3, unzipped_size: 5 });
      assert.equal(await write((tx) => deleteUnusedPackage(tx, 'shared')), undefined);
      await write((tx) => deleteFunctionLayers(tx, arnOf('layered')));
      const deleted = await write((tx) => deleteUnusedPackage(tx, 'shared'));
      assert.equal(deleted?.blob, 'blob-1');
      assert.equal(await storage.read((reader) => getPackage(reader, 'shared')), undefined);
    });

    test('layer versions count on over deleted ones', async () => {
      const layer_arn = 'arn:aws:lambda:us-east-1:123456789012:layer:bark';
      const publish = () =>
        write(async (tx) => {
          const version = await nextLayerVersion(tx, layer_arn);
          await insertLayerVersion(tx, {
            layer_arn,
            version,
            package: `p${version}`,
            description: '',
            license_info: null,
            compatible_runtimes: null,
            compatible_architectures: null,
            created_at: 1,
          });
          return version;
        });
      assert.deepEqual([await publish(), await publish()], [1, 2]);
      assert.equal(await write((tx) => deleteLayerVersionRow(tx, layer_arn, 2)), 'p2');
      assert.equal(await write((tx) => deleteLayerVersionRow(tx, layer_arn, 2)), undefined);
      assert.equal(await publish(), 3);
      const versions = await storage.read((reader) => listLayerVersions(reader, layer_arn, 3, 9));
      assert.deepEqual(
        versions.map((row) => row.version),
        [1],
      );
      const prefix = 'arn:aws:lambda:us-east-1:123456789012:layer:';
      assert.deepEqual(await storage.read((reader) => listLayerArns(reader, prefix, '', 9)), [
        layer_arn,
      ]);
    });

    test('failed runs are counted until they are forgotten', async () => {
      const run = (response: string) =>
        write((tx) =>
          countFailedRun(tx, { delivery_id: 7, executed_version: '$LATEST', response }),
        );
      await run('"first"');
      await run('"second"');
      const row = await storage.read((reader) => getInvocationRetry(reader, 7));
      assert.deepEqual([row?.invoke_count, row?.response], [2, '"second"']);
      await write((tx) => forgetInvocationRetry(tx, 7));
      assert.equal(await storage.read((reader) => getInvocationRetry(reader, 7)), undefined);
    });

    test('invocation settings are replaced whole', async () => {
      const config = {
        function_arn: arnOf('configured'),
        qualifier: '$LATEST',
        maximum_retry_attempts: 1,
        maximum_event_age_seconds: null,
        on_success: 'arn',
        on_failure: null,
        modified_at: 1,
      };
      await write(async (tx) => {
        await putEventInvokeConfig(tx, config);
        await putEventInvokeConfig(tx, { ...config, qualifier: 'live' });
        await putEventInvokeConfig(tx, { ...config, on_success: null });
      });
      const found = await storage.read((reader) =>
        getEventInvokeConfig(reader, config.function_arn, '$LATEST'),
      );
      assert.deepEqual({ ...found }, { ...config, on_success: null });
      const listed = await storage.read((reader) =>
        listEventInvokeConfigs(reader, config.function_arn, '$LATEST', 9),
      );
      assert.deepEqual(
        listed.map(({ qualifier }) => qualifier),
        ['live'],
      );
      const remove = (qualifier?: string) =>
        write((tx) => deleteEventInvokeConfigs(tx, config.function_arn, qualifier));
      assert.deepEqual([await remove('none'), await remove('live'), await remove()], [0, 1, 1]);
    });

    test('mappings are filtered, changed, and found when they are switched on', async () => {
      const mapping = {
        account: '123456789012',
        region: 'us-east-1',
        function_arn: arnOf('fed'),
        enabled: 1,
        batch_size: 10,
        batching_window_seconds: 0,
        maximum_concurrency: null,
        report_item_failures: 0,
        filters: null,
        tags: '{}',
        modified_at: 1,
      };
      await write(async (tx) => {
        for (const uuid of ['u1', 'u2'])
          await insertEventSourceMapping(tx, { ...mapping, uuid, event_source_arn: `q-${uuid}` });
        await updateEventSourceMapping(tx, 'u2', { enabled: 0, maximum_concurrency: 5 });
      });
      const again = write((tx) =>
        insertEventSourceMapping(tx, { ...mapping, uuid: 'u3', event_source_arn: 'q-u1' }),
      );
      await assert.rejects(again, { kind: 'unique' });
      const enabled = await storage.read(enabledEventSourceMappings);
      assert.deepEqual(
        enabled.map(({ uuid }) => uuid),
        ['u1'],
      );
      const list = async (filter: object, after = '') => {
        const all = {
          account: '123456789012',
          region: 'us-east-1',
          eventSourceArn: '',
          functionArn: '',
        };
        const rows = await storage.read((reader) =>
          listEventSourceMappings(reader, { ...all, ...filter }, after, 9),
        );
        return rows.map(({ uuid }) => uuid);
      };
      assert.deepEqual(await list({}), ['u1', 'u2']);
      assert.deepEqual(await list({}, 'u1'), ['u2']);
      assert.deepEqual(await list({ eventSourceArn: 'q-u2' }), ['u2']);
      assert.deepEqual(await list({ functionArn: arnOf('other') }), []);
      assert.deepEqual(await list({ region: 'eu-west-1' }), []);
      await write((tx) => noteMappingResult(tx, 'u1', 'OK'));
      const row = await storage.read((reader) => getEventSourceMapping(reader, 'u1'));
      assert.equal(row?.last_result, 'OK');
    });

    test('a function keeps its latest logs, and the end of a long one', async () => {
      const log = {
        function_arn: arnOf('logged'),
        version: '1',
        log_group: 'g',
        log_stream: 's',
        at: 1,
        failed: 0,
      };
      await write(async (tx) => {
        for (let id = 1; id <= LOGS_MAX + 10; id++)
          await insertFunctionLog(tx, { ...log, id, request_id: `r${id % 3}`, text: `log ${id}` });
        await insertFunctionLog(tx, {
          ...log,
          id: 10_000,
          request_id: 'long',
          text: `${'x'.repeat(LOG_CHARS_MAX)}end`,
        });
      });
      const logs = await storage.read((reader) =>
        listFunctionLogs(reader, log.function_arn, Number.MAX_SAFE_INTEGER, 10_000),
      );
      assert.equal(logs.length, LOGS_MAX);
      assert.equal(logs[0]?.text.length, LOG_CHARS_MAX);
      assert.ok(logs[0]?.text.endsWith('end'));
      assert.equal(logs.at(-1)?.id, 12);
      const ofRequest = await storage.read((reader) =>
        logsOfRequest(reader, log.function_arn, 'r1'),
      );
      assert.equal(ofRequest[0]?.id, 13);
    });
  });
}
