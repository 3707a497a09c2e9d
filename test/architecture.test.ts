import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** One total order of folders: a file imports its own folder, or folders to the left. */
const LAYERS = [
  'lib',
  'aws',
  'storage',
  'events',
  'services',
  'delivery',
  'engine',
  'gateway',
  'main.ts',
  'testing.ts',
];
const LINES_MAX = 500;
const GENERATED = /^aws\/models\/(?!overlay)/;

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

const imports: Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier = '']) => ({
    file,
    target: relative(SRC, join(SRC, dirname(file), specifier))
      .split(sep)
      .join('/'),
  })),
);

const layerOf = (file: string) => LAYERS.indexOf(file.split('/')[0] ?? '');

describe('the architecture', () => {
  it('has a place for every file', () => {
    assert.deepEqual(
      files.filter((file) => layerOf(file) < 0),
      [],
    );
  });

  it('lets imports go to the left only', () => {
    assert.ok(imports.length > 500, 'the scan must find the imports');
    const violations = imports.filter(({ file, target }) => layerOf(target) > layerOf(file));
    assert.deepEqual(violations, []);
  });

  it('keeps services apart: what they share lies directly in services/', () => {
    const folderOf = (file: string) => /^services\/([^/]+)\//.exec(file)?.[1];
    const violations = imports.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    assert.deepEqual(violations, []);
  });

  it('has SQL in storage/ only', () => {
    const outside = files.filter(
      (file) =>
        layerOf(file) > LAYERS.indexOf('storage') &&
        /\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/.test(textOf(file)),
    );
    // Asking whether the database answers is the one question without a table.
    assert.deepEqual(outside, []);
  });

  it('takes time only from the clock and ids only from the id source', () => {
    const sources = /^lib\/(clock|ids)\.ts$/;
    const offenders = files.filter(
      (file) =>
        !sources.test(file) &&
        /\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bnew Date\(\)/.test(
          textOf(file),
        ),
    );
    assert.deepEqual(offenders, []);
  });

  it('keeps files short', () => {
    const long = files.filter(
      (file) => !GENERATED.test(file) && textOf(file).split('\n').length > LINES_MAX,
    );
    assert.deepEqual(long, []);
  });

  it('has no cycle between files', () => {
    const edges = Map.groupBy(imports, ({ file }) => file);
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, path: string[]): string[] | undefined => {
      if (state.get(file) === 'done') return undefined;
      if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
      state.set(file, 'open');
      for (const { target } of edges.get(file) ?? []) {
        const cycle = visit(target, [...path, file]);
        if (cycle) return cycle;
      }
      state.set(file, 'done');
      return undefined;
    };
    for (const file of files) assert.equal(visit(file, []), undefined);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

  it('names only files and folders that exist', () => {
    const named = [
      ...text.matchAll(
        /`((?:src|cli|bin|test|tools|docs|bench|examples|packages|console)\/[^`*<>]*)`/g,
      ),
    ].map(([, path = '']) => path);
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });

  it('shows the layers in their order', () => {
    const table = [...text.matchAll(/^\| `src\/([a-z.]+)\/?` \|/gm)].map(([, layer]) => layer);
    assert.deepEqual(
      table,
      LAYERS.filter((layer) => existsSync(join(SRC, layer))),
    );
  });
});
