import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createObserver, type Observe, type ObservedService } from '../support/observable-state.ts';
import { exchangeRaw, signedHead } from '../support/raw-http.ts';
import { createWorld, type World } from '../support/world.ts';
import type { BadInput } from './bad-input/bad-input.ts';
import { events } from './bad-input/events.ts';
import { iam } from './bad-input/iam.ts';
import { keepSomething } from './bad-input/keep-something.ts';
import { lambda } from './bad-input/lambda.ts';
import { s3 } from './bad-input/s3.ts';
import { sns } from './bad-input/sns.ts';
import { sqs } from './bad-input/sqs.ts';

const services: Readonly<Record<ObservedService, BadInput>> = { s3, sqs, sns, events, lambda, iam };

/** Nothing here takes a second; what takes this long hangs. */
const LIMIT_MS = 20_000;

describe('bad input is answered with the error of AWS, and changes nothing', () => {
  let world: World;
  let observe: Observe & Disposable;
  let state: string;
  before(async () => {
    world = await createWorld();
    await keepSomething(world);
    observe = createObserver(world);
    state = await observe();
  });
  after(async () => {
    observe[Symbol.dispose]();
    await world.close();
  });

  for (const [service, inputs] of Object.entries(services) as [ObservedService, BadInput][]) {
    describe(service, () => {
      /** What was seen last; each input is held to account for its own changes only. */
      let own: string;
      before(async () => {
        own = await observe(service);
      });
      for (const { what, request, expected } of listed(inputs)) {
        it(`${what}: ${expected}`, { timeout: LIMIT_MS }, async () => {
          const head = Buffer.from(signedHead(world.url, request));
          const body = request.announced === undefined ? (request.body ?? '') : '';
          const answer = await exchangeRaw(world.url, Buffer.concat([head, Buffer.from(body)]));
          assert.equal(`${answer.status} ${codeOf(answer.text)}`, expected, answer.text);
          const now = await observe(service);
          const unchanged = own;
          own = now;
          assert.equal(now, unchanged);
        });
      }

      it('has changed no other service either', async () => assert.equal(await observe(), state));
    });
  }
});

function listed(inputs: BadInput) {
  return Object.entries(inputs).flatMap(([expected, requests]) =>
    Object.entries(requests).map(([what, request]) => ({ what, request, expected })),
  );
}

/** Where the protocols put the code: a header, an XML element, a JSON member. The header comes first, as it does for SDKs. */
function codeOf(text: string): string | undefined {
  const places = [
    /\r\nx-amzn-query-error: ([^;]+);/i,
    /\r\nx-amzn-errortype: ([^:\r]+)/i,
    /<Code>([^<]+)<\/Code>/,
    /"__type":"(?:[\w.]+#)?(\w+)"/,
  ];
  for (const place of places) {
    const [, code] = place.exec(text) ?? [];
    if (code !== undefined) return code;
  }
  return undefined;
}
