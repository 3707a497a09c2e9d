import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Spillway, startSpillway } from '../../src/testing.ts';

const FOLDER = join(import.meta.dirname, '../../console');

describe('the files of the console', () => {
  let spillway: Spillway;
  before(async () => {
    spillway = await startSpillway();
  });
  after(() => spillway.close());
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${spillway.url}/_spillway/${path}`, { redirect: 'manual', ...init });

  it('are served with their types, and nothing from elsewhere may run', async () => {
    const page = await get('');
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(
      (await get('main.js')).headers.get('content-type'),
      'text/javascript; charset=utf-8',
    );
    assert.equal(
      (await get('styles/base.css')).headers.get('content-type'),
      'text/css; charset=utf-8',
    );
    assert.equal((await get('icon.svg')).headers.get('content-type'), 'image/svg+xml');
  });

  it('are sent again only when they changed', async () => {
    const etag = (await get('main.js')).headers.get('etag') ?? '';
    const again = await get('main.js', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal((await get('main.js', { headers: { 'if-none-match': '"other"' } })).status, 200);
  });

  const locationOf = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(spillway.url + path, { redirect: 'manual', ...init });
    return answer.status === 307 ? answer.headers.get('location') : undefined;
  };

  it('are found without the slash at the end', async () => {
    assert.equal(await locationOf('/_spillway'), '/_spillway/');
  });

  it('are what a browser gets at the bare address, and no client of S3', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    assert.equal(await locationOf('/', { headers: { accept } }), '/_spillway/');
    assert.equal(await locationOf('/'), undefined);
    assert.equal(await locationOf('/pets', { headers: { accept } }), undefined);
    assert.equal(await locationOf('/?x-id=ListBuckets', { headers: { accept } }), undefined);
    const signed = { headers: { accept, authorization: 'AWS4-HMAC-SHA256 Credential=test' } };
    assert.equal(await locationOf('/', signed), undefined);
  });

  for (const path of [
    '../package.json',
    '%2e%2e/package.json',
    'pages/../../package.json',
    'pages',
    'main.js/',
    'nothing.js',
    '..%5cpackage.json',
  ])
    it(`are a list: ${path} is not on it`, async () => {
      assert.equal(await statusOf(spillway.url, `/_spillway/${path}`), 404);
    });

  it('are only read', async () => {
    assert.equal((await get('main.js', { method: 'POST' })).status, 404);
    assert.equal((await get('main.js', { method: 'HEAD' })).status, 200);
  });

  it('load nothing from elsewhere, and import each other by names that exist', () => {
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    const texts = names
      .filter((name) => /\.(js|css|html)$/.test(name))
      .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);
    assert.ok(texts.length > 40);
    for (const [name, text] of texts) {
      assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\/|@import|innerHTML|\beval\(/, name);
      if (name.endsWith('.css')) assert.doesNotMatch(text, /url\(/, name);
      assert.ok(text.split('\n').length <= 500, `${name} is long`);
      for (const [, specifier = ''] of text.matchAll(/from '(\.[^']+)'/g))
        assert.ok(names.includes(join(name, '..', specifier)), `${name} imports ${specifier}`);
    }
  });
});

/** Without the tidying of paths that fetch does. */
const statusOf = (url: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
