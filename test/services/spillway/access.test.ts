import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startLocalEngine } from '../../../src/engine/local-engine.ts';
import { type RunningGateway, startGateway } from '../../../src/gateway/start-gateway.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { createIds } from '../../../src/lib/ids.ts';
import { createLog } from '../../../src/lib/log.ts';
import { createWorld, type World } from '../../support/world.ts';

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** With headers that `fetch` does not let one set. */
function ask(url: string, { method = 'GET', path = 'api/status', headers = {} }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request(`${url}/_spillway/${path}`, { method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject).end();
  });
}

describe('the pages of the operator, on loopback', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  const cases: readonly [string, Asked, number][] = [
    ['are open to programs', {}, 200],
    ['are open as localhost', { headers: { host: 'localhost:4566' } }, 200],
    ['are open over IPv6', { headers: { host: '[::1]:4566' } }, 200],
    [
      'are shut to other names, which a web page could have made point here',
      { headers: { host: 'evil.example' } },
      403,
    ],
    [
      'are shut to names that only begin like ours',
      { headers: { host: '127.0.0.1.evil.example' } },
      403,
    ],
    ['are open to themselves', { headers: { 'sec-fetch-site': 'same-origin' } }, 200],
    ['are open to an address typed in', { headers: { 'sec-fetch-site': 'none' } }, 200],
    ['are shut to other sites', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['are shut to other origins', { headers: { origin: 'http://evil.example' } }, 403],
    ['are shut to what has no origin', { headers: { origin: 'null' } }, 403],
    [
      'take no orders from other sites',
      {
        method: 'POST',
        path: 'api/deliveries/redrive',
        headers: { origin: 'http://evil.example' },
      },
      403,
    ],
    ['take orders from programs', { method: 'POST', path: 'api/deliveries/redrive' }, 200],
    ['leave health open to all', { path: 'health', headers: { host: 'evil.example' } }, 200],
    [
      'let links from elsewhere lead to the console, which tells nothing by itself',
      { path: '', headers: { 'sec-fetch-site': 'cross-site' } },
      200,
    ],
    ['know what is not there', { path: 'api/nothing' }, 404],
    ['know what cannot be done', { method: 'DELETE' }, 404],
  ];
  for (const [name, asked, status] of cases)
    it(name, async () => {
      const host = new URL(world.url).host;
      const headers = { host, ...asked.headers };
      assert.equal((await ask(world.url, { ...asked, headers })).status, status);
    });
});

describe('the pages of the operator, on any other address', () => {
  let gateway: RunningGateway;
  let url: string;
  let dataDir: string;
  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'spillway-access-'));
    const log = createLog('silent');
    gateway = await startGateway({
      host: '0.0.0.0',
      port: 0,
      region: 'us-east-1',
      log,
      ids: createIds(systemClock),
      clock: systemClock,
      blobs: undefined as never,
      engine: (endpointUrl) =>
        startLocalEngine(
          {
            dataDir,
            inMemory: true,
            logLevel: 'silent',
            settings: {
              account: '123456789012',
              region: 'us-east-1',
              rootAccessKeyId: 'root',
              rootSecretAccessKey: 'a secret: with a colon',
              accountKeys: false,
              permissiveRoles: false,
              smtpUrl: undefined,
              restoreDelayMs: 0,
              journal: { days: 7, eventsMax: 1000 },
              endpointUrl,
            },
          },
          { log },
        ),
    });
    url = `http://127.0.0.1:${gateway.port}`;
  });
  after(async () => {
    await gateway.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const root = basic('root', 'a secret: with a colon');
  const cases: readonly [string, Asked, number][] = [
    ['ask who is there', {}, 401],
    ['know the root user', { headers: root }, 200],
    ['refuse a wrong secret', { headers: basic('root', 'guess') }, 401],
    ['refuse an empty secret', { headers: basic('root', '') }, 401],
    ['refuse an unknown key', { headers: basic('nobody', 'a secret: with a colon') }, 401],
    ['refuse another scheme', { headers: { authorization: 'Bearer root' } }, 401],
    ['refuse what is no base64', { headers: { authorization: 'Basic %%%' } }, 401],
    [
      'refuse other sites even with credentials',
      { headers: { ...root, origin: 'http://evil.example' } },
      403,
    ],
    ['protect metrics', { path: 'metrics' }, 401],
    ['ask for credentials with the console', { path: '' }, 401],
    ['give it to the root user', { path: '', headers: root }, 200],
    ['protect the mailbox', { path: 'mailbox' }, 401],
    ['leave health open', { path: 'health' }, 200],
  ];
  for (const [name, asked, status] of cases)
    it(name, async () => assert.equal((await ask(url, asked)).status, status));

  it('tell a browser to ask for credentials', async () => {
    const { headers } = await ask(url, {});
    assert.match(String(headers['www-authenticate']), /^Basic realm="Spillway"/);
  });
});
