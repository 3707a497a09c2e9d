import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Page } from 'playwright-core';
import { zipOf } from '../../src/testing.ts';
import {
  type Console,
  configureFlow,
  DESKTOP,
  drawn,
  PHONE,
  QUEUE_ARN,
  startConsole,
  TOPIC_ARN,
  violations,
} from './open-console.ts';

/** Set it to a folder to look at the pages. */
const SCREENSHOTS = process.env.TEST_SCREENSHOTS;

const HANDLER = `export const handler = async (event) => {
  console.log('saw', event.Records?.[0]?.s3?.object?.key);
  return { seen: event.Records?.length ?? 0 };
};`;

describe('the pages of the console', () => {
  let ui: Console;
  before(async () => {
    ui = await startConsole();
    await configureFlow(ui.spillway);
    await configureMore(ui);
    await ui.put('rex.jpg');
    await ui.put('Milo.JPG');
    await ui.spillway.settled();
  });
  after(() => ui[Symbol.asyncDispose]());

  it('shows mail, and the link in it confirms', async () => {
    const page = await ui.open('mailbox');
    await page.getByRole('link', { name: 'AWS Notification - Subscription Confirmation' }).click();
    await drawn(page);
    assert.match(await page.locator('.mail').innerText(), /alex@example\.com/);
    const confirm = page.getByRole('link', { name: /ConfirmSubscription/ });
    const [confirmed] = await Promise.all([page.context().waitForEvent('page'), confirm.click()]);
    await confirmed.getByRole('heading', { name: 'Subscription confirmed' }).waitFor();
    await page.goto(`${ui.spillway.url}/_spillway/#/topics/pet-news`);
    await drawn(page);
    const row = page.getByRole('row', { name: /alex@example\.com/ });
    assert.match(await row.innerText(), /confirmed/);
  });

  it('invokes a function with a sample, and shows its logs as they come', async () => {
    const page = await ui.open('functions/hello');
    await page.getByText('It has not run yet.').waitFor();
    await page.getByRole('button', { name: 'Invoke' }).click();
    await page.getByRole('region', { name: 'Answer' }).getByText('"seen": 1').waitFor();
    assert.match(
      await page.getByRole('region', { name: 'Log' }).first().innerText(),
      /saw photos\/rex\.jpg/,
    );
    const logs = page.getByRole('list', { name: 'Invocations, the newest first' });
    await logs.locator('summary').click();
    await logs.getByText(/REPORT RequestId/).waitFor();
  });

  it('tries a pattern', async () => {
    const page = await ui.open('rules/new-pets');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByText('matches', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Pattern' }).fill('{"source": ["aws.ec2"]}');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByText('does not match', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Pattern' }).fill('{"source": "aws.s3"}');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByText(/Event pattern is not valid/).waitFor();
    ui.complaints.length = 0; // the browser tells that a request was refused
  });

  it('switches a rule off and on', async () => {
    const page = await ui.open('rules/new-pets');
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByRole('button', { name: 'Disable' }).waitFor();
  });

  it('browses a bucket, an object and its versions', async () => {
    const page = await ui.open('buckets/pets');
    await page.getByLabel('Key begins with').fill('re');
    await page.getByLabel('Key begins with').press('Enter');
    await page.getByText('1 object shown').waitFor();
    await page.getByRole('link', { name: 'rex.jpg' }).click();
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    assert.match(
      await page.getByRole('table', { name: 'Versions, the newest first' }).innerText(),
      /object, latest/,
    );
  });

  it('raises events for what was there before', async () => {
    const page = await ui.open('buckets/pets');
    await page.getByRole('button', { name: 'Backfill' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Backfill' }).click();
    await page.getByText('1 event raised, 1 delivery made.').waitFor();
  });

  it('goes everywhere by keyboard, and tells where the focus is', async () => {
    const page = await ui.open();
    for (const [key, title] of Object.entries({ t: 'Timeline', q: 'Queues', o: 'Overview' })) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      assert.equal(await page.evaluate('document.activeElement.id'), 'main');
    }
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('link', { name: 'Milo.JPG' }).waitFor();
    await page.keyboard.press('/');
    assert.equal(await page.evaluate('document.activeElement.name'), 'bucket');
    await page.getByRole('heading', { name: 'Timeline' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/events/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('keeps the focus where it is while lists are drawn anew', async () => {
    const page = await ui.open('timeline');
    const link = page.getByRole('link', { name: 'rex.jpg' }).last();
    await link.focus();
    await ui.put('fresh.jpg');
    await page.getByRole('link', { name: 'fresh.jpg' }).waitFor();
    // Whatever is drawn anew every few seconds has been so by then.
    await page.waitForResponse(/api\/events\?limit/);
    await page.evaluate('new Promise(requestAnimationFrame)');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'rex.jpg');
  });

  it('holds no more rows than it says, however long it is open', async () => {
    const page = await ui.open('timeline');
    const rows = await page.evaluate(`(async () => {
      const { createTable } = await import('/_spillway/parts/table.js');
      const table = createTable('', [{ label: 'Id', cell: ({ id }) => String(id) }], { keyOf: ({ id }) => id, rowsMax: 500 });
      for (let id = 0; id < 3000; id += 10) table.merge(Array.from({ length: 10 }, (_, i) => ({ id: id + i })).reverse());
      return [table.length, table.element.querySelectorAll('tbody tr').length, table.element.querySelector('td').textContent];
    })()`);
    assert.deepEqual(rows, [500, 500, '2999']);
  });

  const paths = [
    '',
    'timeline',
    'explain?bucket=pets&key=Milo.JPG',
    'deliveries?state=delivered',
    'warnings',
    'buckets',
    'buckets/pets',
    'objects/pets/rex.jpg',
    'queues',
    'queues/pet-jobs',
    'topics',
    'topics/pet-news',
    'rules',
    'rules/new-pets',
    'functions',
    'functions/hello',
    'mailbox',
    'no/such/page',
  ];
  const looks = [
    ['desktop', 'light', DESKTOP],
    ['phone', 'dark', PHONE],
  ] as const;
  for (const [name, scheme, size] of looks)
    it(`is accessible and fits: every page, ${name}, ${scheme}`, async () => {
      const page = await ui.open('', { size, scheme });
      for (const path of paths) {
        await page.goto(`${ui.spillway.url}/_spillway/#/${path}`);
        await page.reload();
        await settle(page);
        await screenshot(page, `${name}-${path}`);
        assert.deepEqual(await violations(page), [], path);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(overflow) <= 0, `${path} is ${overflow} pixels too wide`);
      }
      await page.close();
    });

  it('is accessible as a trail and with a dialog open', async () => {
    const page = await ui.open('timeline');
    await page.getByRole('link', { name: 'Milo.JPG' }).click();
    await page.getByRole('button', { name: 'Replay' }).waitFor();
    await screenshot(page, 'desktop-trail');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Replay' }).click();
    assert.deepEqual(await violations(page), []);
  });

  it('says so when the server is gone', async () => {
    const page = await ui.open('queues');
    await page.route('**/api/**', (route) => route.abort());
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('alert').getByText('The server does not answer. Is it running?').waitFor();
    await page.close();
    ui.complaints.length = 0; // each of those requests
  });

  it('made the browser complain of nothing else', () => {
    assert.deepEqual(ui.complaints, []);
  });
});

/** Everything that a page asks for at once has come and is drawn. */
async function settle(page: Page) {
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations === 1).map((each) => each.finished))',
  );
}

async function screenshot(page: Page, name: string) {
  if (SCREENSHOTS === undefined) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = `${name.replaceAll(/\W+/g, '-')}.png`;
  await page.screenshot({ path: join(SCREENSHOTS, file), fullPage: true });
}

async function configureMore({ spillway }: Console): Promise<void> {
  const sns = spillway.client(SNSClient);
  const email = { TopicArn: TOPIC_ARN, Protocol: 'email', Endpoint: 'alex@example.com' };
  await sns.send(new SubscribeCommand(email));
  const events = spillway.client(EventBridgeClient);
  await events.send(
    new PutRuleCommand({ Name: 'new-pets', EventPattern: '{"source": ["aws.s3"]}' }),
  );
  await events.send(
    new PutTargetsCommand({ Rule: 'new-pets', Targets: [{ Id: 'jobs', Arn: QUEUE_ARN }] }),
  );
  await spillway.client(LambdaClient).send(
    new CreateFunctionCommand({
      FunctionName: 'hello',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/worker',
      Code: { ZipFile: zipOf({ 'index.mjs': HANDLER }) },
    }),
  );
}
