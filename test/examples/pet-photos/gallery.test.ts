import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '../../support/world.ts';
import { type Application, sample, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Set it to a folder to look at the page. */
const SCREENSHOTS = process.env.TEST_SCREENSHOTS;
const WAIT_MS_MAX = 20_000;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What cannot be recorded, and what the page must say of it. */
const badFiles = async (): Promise<(File & { reason: RegExp })[]> => {
  const large = sharp({
    create: { width: 10_000, height: 5_000, channels: 3, background: 'teal' },
  });
  const jpeg = { mimeType: 'image/jpeg' };
  return [
    { ...jpeg, name: 'notes.jpg', buffer: Buffer.from('Rex is a good dog'), reason: /unsupported/ },
    { ...jpeg, name: 'empty.jpg', buffer: Buffer.alloc(0), reason: /empty/ },
    {
      ...jpeg,
      name: 'cut.jpg',
      buffer: sample('german-shepherd.jpg').subarray(0, 90_000),
      reason: /premature end|cannot be decoded/i,
    },
    {
      name: 'fifty-megapixels.png',
      mimeType: 'image/png',
      buffer: await large.png().toBuffer(),
      reason: /10000 x 5000 pixels/,
    },
  ];
};

describe('the gallery in a browser', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pet-photos-page-'));
  const complaints: string[] = [];
  let application: Application;
  let browser: Browser;
  let page: Page;
  before(async () => {
    [application, browser] = await Promise.all([startApplication({ dataDir }), launchBrowser()]);
    page = await open(DESKTOP, 'light');
  });
  after(async () => {
    await browser?.close();
    await application?.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function open(viewport: typeof DESKTOP, colorScheme: 'light' | 'dark') {
    const opened = await browser.newPage({ viewport, colorScheme });
    opened.setDefaultTimeout(WAIT_MS_MAX);
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    await opened.goto(application.galleryUrl);
    await opened.getByText('Live', { exact: true }).waitFor();
    return opened;
  }
  const card = (name: string, on = page) => on.locator('.card', { hasText: name });
  const recorded = (name: string, on = page) =>
    card(name, on).locator('.steps li.done').nth(3).waitFor();
  const screenshot = async (name: string, on = page) => {
    if (SCREENSHOTS === undefined) return;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await on.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  };

  it('begins empty, and says so', async () => {
    assert.equal(await page.getByText('No photos yet.').isVisible(), true);
    assert.equal(await page.title(), 'Pet photos');
    await screenshot('1-empty');
  });

  it('uploads the samples with a button; each shows its breed and picture', async () => {
    await page.getByRole('button', { name: 'Try samples' }).click();
    for (const name of ['german-shepherd.jpg', 'kitten.jpg', 'chelsea.jpg']) await recorded(name);
    await card('german-shepherd.jpg').getByRole('heading', { name: 'German shepherd' }).waitFor();
    const shown =
      '[...document.images].filter((image) => image.complete && image.naturalWidth > 200)';
    await page.waitForFunction(`${shown}.length === 3`);
    assert.equal(await card('kitten.jpg').getByRole('heading', { name: 'Cat' }).count(), 1);
    await page.locator('#number-recorded').getByText('3', { exact: true }).waitFor();
    await screenshot('2-samples');
  });

  it('shows how far an upload is, then every stage, without loading again', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput: 400_000,
    });
    await page.evaluate('globalThis.stays = true');
    const slow = Buffer.concat([sample('german-shepherd.jpg'), Buffer.alloc(200_000)]);
    await page.setInputFiles('#files', [
      { name: 'slow.jpg', mimeType: 'image/jpeg', buffer: slow },
    ]);
    await card('slow.jpg')
      .getByText(/Uploading, [1-9]\d? %/)
      .waitFor();
    assert.ok(await card('slow.jpg').getByRole('progressbar').isVisible());
    await screenshot('3-uploading');
    await session.send('Network.disable');
    await session.detach();
    await recorded('slow.jpg');
    assert.equal(await page.evaluate('globalThis.stays'), true);
  });

  it('takes photos that are dropped anywhere', async () => {
    const bytes = sample('kitten.jpg').toString('base64');
    const transfer = await page.evaluateHandle(`
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob('${bytes}'), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
      data;
    `);
    await page.dispatchEvent('#gallery', 'dragover', { dataTransfer: transfer });
    await page.locator('.drop.over').waitFor();
    await page.dispatchEvent('#gallery', 'drop', { dataTransfer: transfer });
    await recorded('dropped.jpg');
    assert.equal(await page.locator('.drop.over').count(), 0);
  });

  it('tells what is wrong with bad files, and that they lie in the dead-letter queue', async () => {
    const files = await badFiles();
    await page.setInputFiles('#files', files);
    const dead = page.getByRole('region', { name: 'Dead-letter queue' });
    for (const { name, reason } of files) {
      const item = dead.locator('li', { hasText: name });
      await item.waitFor();
      assert.match((await item.locator('.detail').textContent()) ?? '', reason);
      assert.equal(await card(name).count(), 0);
    }
    await page.locator('#number-dead').getByText('4', { exact: true }).waitFor();
    await screenshot('4-dead-letters');
  });

  it('keeps the reason on the message itself', async () => {
    const sqs = new SQSClient({
      endpoint: application.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: `${application.url}/123456789012/pet-photos-dead-letters`,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      }),
    );
    sqs.destroy();
    const reasons = Messages.map(
      ({ MessageAttributes }) => MessageAttributes?.ErrorCode?.StringValue,
    );
    assert.deepEqual([...new Set(reasons)].sort(), ['ImageTooLarge', 'InvalidImage']);
  });

  it('gives a dead letter to the workers again, with the keyboard alone', async () => {
    const item = page.locator('#dead-list li', { hasText: 'empty.jpg' });
    const failedAt = await item.locator('time').getAttribute('datetime');
    await page.getByRole('button', { name: 'Retry empty.jpg' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('empty.jpg was given to the workers again.').waitFor();
    await eventually(
      async () => (await item.locator('time').getAttribute('datetime')) !== failedAt,
    );
    await page.locator('#number-dead').getByText('4', { exact: true }).waitFor();
  });

  it('gives all of them to the workers again', async () => {
    const times = async () => {
      const all = await page.locator('#dead-list time').all();
      return Promise.all(all.map((time) => time.getAttribute('datetime')));
    };
    const before = await times();
    await page.getByRole('button', { name: 'Retry all' }).click();
    await eventually(async () => {
      const now = await times();
      return now.length === 4 && now.every((time) => !before.includes(time));
    });
    await page.locator('#number-dead').getByText('4', { exact: true }).waitFor();
  });

  it('removes a bad file with its dead letter', async () => {
    for (const name of ['notes.jpg', 'empty.jpg', 'cut.jpg', 'fifty-megapixels.png']) {
      await page.getByRole('button', { name: `Remove ${name}` }).click();
      await page.locator('#dead-list li', { hasText: name }).waitFor({ state: 'detached' });
    }
    await page.locator('#number-dead').getByText('0', { exact: true }).waitFor();
    assert.equal(await page.locator('#dead').isVisible(), false);
  });

  it('removes a photo, also for everybody else who looks', async () => {
    const other = await open(PHONE, 'dark');
    await card('dropped.jpg', other).waitFor();
    await card('dropped.jpg').hover();
    await page.getByRole('button', { name: 'Remove dropped.jpg' }).click();
    await card('dropped.jpg').waitFor({ state: 'detached' });
    await card('dropped.jpg', other).waitFor({ state: 'detached' });
    await other.close();
  });

  it('says what S3 refused', async () => {
    const huge = join(dataDir, 'huge.jpg');
    writeFileSync(huge, Buffer.alloc(26 * 1024 * 1024));
    await page.setInputFiles('#files', huge);
    await card('huge.jpg')
      .getByText(/S3 refused it: Your proposed upload exceeds/)
      .waitFor();
    await card('huge.jpg').hover();
    await page.getByRole('button', { name: 'Remove huge.jpg' }).click();
    await card('huge.jpg').waitFor({ state: 'detached' });
    // The browser itself reports the refusal; nothing else may have happened.
    const reported = complaints.splice(0);
    assert.equal(reported.length, 1);
    assert.match(reported[0] ?? '', /status of 400/);
  });

  it('draws the time line of the last batch', async () => {
    await page.getByRole('button', { name: 'Try samples' }).click();
    await page.getByText(/The last \d+ photos took \d+\.\d s/).click();
    assert.ok((await page.locator('.time-line .bar').count()) >= 2);
  });

  it('announces what was recorded to a screen reader', async () => {
    await page
      .getByRole('status')
      .getByText(/^\d of \d photos recorded\.$/)
      .waitFor();
  });

  for (const [name, viewport, scheme] of [
    ['desktop, light', DESKTOP, 'light'],
    ['desktop, dark', DESKTOP, 'dark'],
    ['phone, light', PHONE, 'light'],
    ['phone, dark', PHONE, 'dark'],
  ] as const) {
    it(`has nothing that hinders anybody, and fits: ${name}`, async () => {
      const opened = await open(viewport, scheme);
      await recorded('german-shepherd.jpg', opened).catch(() => undefined);
      const text = { name: 'a note.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
      await opened.setInputFiles('#files', [text]);
      await opened.locator('#dead-list li').first().waitFor();
      await screenshot(`5-${name.replace(', ', '-')}`, opened);
      const width = await opened.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= viewport.width, `${width} pixels wide`);
      await opened.evaluate(AXE);
      const violations = await opened.evaluate('axe.run().then(({ violations }) => violations)');
      assert.deepEqual(violations, []);
      await opened.close();
    });
  }

  it('complained of nothing in the console', () => assert.deepEqual(complaints, []));
});
