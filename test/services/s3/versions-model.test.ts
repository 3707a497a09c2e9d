import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { s3 } from '../../../src/services/s3/index.ts';
import { createCaller, createTestPlatform } from '../../support/platform.ts';

/** What S3's documentation says of versions, in as few words as possible: the newest of a key first. */
interface Version {
  readonly id: string;
  readonly marker: boolean;
  readonly text: string;
}
type Versioning = '' | 'Enabled' | 'Suspended';

class Model {
  versioning: Versioning = '';
  readonly keys = new Map<string, Version[]>();

  of(key: string): Version[] {
    return this.keys.get(key) ?? [];
  }

  add(key: string, version: Version): void {
    const kept =
      this.versioning === 'Enabled' ? this.of(key) : this.of(key).filter(({ id }) => id !== 'null');
    this.keys.set(key, [version, ...kept]);
  }

  remove(key: string, id: string): void {
    this.keys.set(
      key,
      this.of(key).filter((version) => version.id !== id),
    );
  }

  live(key: string): Version | undefined {
    const [newest] = this.of(key);
    return newest?.marker === false ? newest : undefined;
  }
}

const KEYS = ['a', 'b'];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      key: fc.constantFrom(...KEYS),
      text: fc.stringMatching(/^\w{1,3}$/),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('delete' as const), key: fc.constantFrom(...KEYS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('delete version' as const),
      key: fc.constantFrom(...KEYS),
      pick: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set versioning' as const),
      to: fc.constantFrom('Enabled' as const, 'Suspended' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('whatever is put and deleted, versions are what the model says', async () => {
  await using platform = await createTestPlatform();
  const dispatch = createCaller(platform, [s3]);
  let buckets = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
      const Bucket = `model-${++buckets}`;
      const call = <Output>(operation: string, input: object = {}) =>
        dispatch<Output>('s3', operation, { Bucket, ...input });
      await call('CreateBucket');
      const model = new Model();
      for (const each of steps) await run(each, model, call);
      await compare(model, call);
    }),
    { numRuns: 150 },
  );
  const orphans = await platform.storage.read((reader) =>
    reader.all('SELECT id FROM bodies WHERE id NOT IN (SELECT sequence FROM objects)'),
  );
  assert.deepEqual(orphans, [], 'no body outlives its version');
});

type Call = <Output>(operation: string, input?: object) => Promise<Output>;

async function run(each: Step, model: Model, call: Call): Promise<void> {
  switch (each.do) {
    case 'put': {
      const bytes = Buffer.from(each.text);
      const Body = { size: bytes.length, bytes, checksums: { md5: hash('md5', bytes, 'base64') } };
      const { VersionId } = await call<{ VersionId?: string }>('PutObject', {
        Key: each.key,
        Body,
      });
      assert.equal(VersionId !== undefined, model.versioning === 'Enabled');
      return model.add(each.key, { id: VersionId ?? 'null', marker: false, text: each.text });
    }
    case 'delete': {
      const answer = await call<{ VersionId?: string; DeleteMarker?: boolean }>('DeleteObject', {
        Key: each.key,
      });
      if (model.versioning === '') return model.remove(each.key, 'null');
      assert.equal(answer.DeleteMarker, true);
      return model.add(each.key, { id: answer.VersionId ?? '', marker: true, text: '' });
    }
    case 'delete version': {
      const versions = model.of(each.key);
      const version = versions[each.pick % Math.max(1, versions.length)];
      if (!version) return;
      const answer = await call<{ DeleteMarker?: boolean }>('DeleteObject', {
        Key: each.key,
        VersionId: version.id,
      });
      assert.equal(answer.DeleteMarker === true, version.marker);
      return model.remove(each.key, version.id);
    }
    case 'set versioning':
      model.versioning = each.to;
      await call('PutBucketVersioning', { VersioningConfiguration: { Status: each.to } });
  }
}

interface Listed {
  readonly Key: string;
  readonly VersionId: string;
  readonly IsLatest: boolean;
}

async function compare(model: Model, call: Call): Promise<void> {
  const { Contents } = await call<{ Contents: { Key: string }[] }>('ListObjectsV2');
  assert.deepEqual(
    Contents.map(({ Key }) => Key),
    KEYS.filter((key) => model.live(key)),
  );
  for (const key of KEYS) {
    const { Versions, DeleteMarkers } = await call<{ Versions: Listed[]; DeleteMarkers: Listed[] }>(
      'ListObjectVersions',
      { Prefix: key },
    );
    const listed = (entries: Listed[]) =>
      entries.map(({ VersionId, IsLatest }) => [VersionId, IsLatest]);
    const expected = (marker: boolean) =>
      model
        .of(key)
        .flatMap((version, index) =>
          version.marker === marker ? [[version.id, index === 0]] : [],
        );
    assert.deepEqual(listed(Versions), expected(false));
    assert.deepEqual(listed(DeleteMarkers), expected(true));
    for (const { id, marker, text } of model.of(key))
      if (!marker) assert.equal(await textOf(call, { Key: key, VersionId: id }), text);
    const live = model.live(key);
    if (live) assert.equal(await textOf(call, { Key: key }), live.text);
    else await assert.rejects(call('GetObject', { Key: key }), { code: 'NoSuchKey' });
  }
}

async function textOf(call: Call, input: object): Promise<string> {
  const { Body } = await call<{ Body: { bytes: Uint8Array } }>('GetObject', input);
  return Buffer.from(Body.bytes).toString();
}
