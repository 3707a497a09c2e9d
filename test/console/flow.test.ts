import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Console, configureFlow, drawn, startConsole, TOPIC_ARN } from './open-console.ts';

describe('the console and the flow of events', () => {
  let ui: Console;
  before(async () => {
    ui = await startConsole();
  });
  after(() => ui[Symbol.asyncDispose]());

  it('teaches the first steps where nothing is connected yet', async () => {
    const page = await ui.open();
    await page.getByRole('heading', { name: 'Nothing is connected yet' }).waitFor();
    assert.match(
      await page.locator('.copy pre').innerText(),
      /put-bucket-notification-configuration/,
    );
  });

  it('draws a configured flow on the map, with what goes along it', async () => {
    await configureFlow(ui.spillway);
    const page = await ui.open();
    const map = page.locator('.map-drawing');
    for (const name of [
      'bucket pets',
      'jpg-jobs *.jpg ObjectCreated:*',
      'queue pet-jobs',
      'topic pet-news',
    ])
      await map.getByRole('link', { name }).waitFor();
    assert.equal(await map.locator('.edge').count(), 4);
    // S3 sends a test event to each new destination.
    await map.getByRole('link', { name: 'queue pet-jobs 1 message' }).waitFor();
    await ui.put('rex.jpg');
    await map.getByRole('link', { name: 'queue pet-jobs 2 messages' }).waitFor();
    await map.locator('.edge.active .edge-label', { hasText: '/min' }).first().waitFor();
  });

  it('leads from a place on the map to its page, where messages can be looked at', async () => {
    const page = await ui.open();
    await page
      .locator('.map-drawing')
      .getByRole('link', { name: /^queue pet-jobs/ })
      .click();
    await page.getByRole('heading', { name: 'pet-jobs' }).waitFor();
    const message = page.locator('summary', { hasText: 'ObjectCreated:Put' });
    await message.click();
    await page.getByRole('region', { name: 'Message body' }).getByText('"rex.jpg"').waitFor();
    const received = await ui.spillway.client(SQSClient).send(
      new ReceiveMessageCommand({
        QueueUrl: `${ui.spillway.url}/123456789012/pet-jobs`,
        MaxNumberOfMessages: 10,
      }),
    );
    assert.equal(received.Messages?.length, 2, 'looking took nothing away');
  });

  it('shows an event in the timeline the moment it happens, and its trail', async () => {
    const page = await ui.open('timeline?prefix=live/');
    await page.getByText('No event fits').waitFor();
    const replay = page.getByRole('button', { name: 'Replay these' });
    assert.equal(await replay.isVisible(), false, 'of which bucket?');
    await ui.put('other.jpg');
    await ui.put('live/pet.JPG');
    const row = page.getByRole('row', { name: /live\/pet\.JPG/ });
    await row.waitFor();
    assert.match(await row.innerText(), /no match/);
    assert.equal(await page.getByRole('row').count(), 2, 'the header, and what fits the search');
    await row.getByRole('link', { name: 'live/pet.JPG' }).click();
    await drawn(page);
    const rules = page.getByRole('list', { name: 'Rules considered' });
    assert.match(
      await rules.innerText(),
      /suffix "\.jpg" does not match "live\/pet\.JPG"; suffixes are case-sensitive/,
    );
  });

  it('explains why nothing arrived, in words', async () => {
    const page = await ui.open('explain');
    await page.getByLabel('Bucket').fill('pets');
    await page.getByLabel('Key').fill('photos/Milo.JPG');
    await page.getByRole('button', { name: 'Explain' }).click();
    const reasons = page.getByRole('region', { name: 'Reasons' });
    await reasons
      .getByText('suffix ".jpg" does not match "photos/Milo.JPG"; suffixes are case-sensitive')
      .waitFor();
    assert.match(page.url(), /bucket=pets&key=photos/);
  });

  it('says what is wrong with a question', async () => {
    const page = await ui.open('explain?bucket=nowhere&key=x');
    await page.getByRole('alert').getByText('There is no bucket nowhere.').waitFor();
    assert.deepEqual(ui.complaints.splice(0), [
      'Failed to load resource: the server responded with a status of 404 (Not Found)',
    ]);
  });

  it('retries a delivery that failed, now', async () => {
    ui.spillway.faults.add({ kind: 'error', destination: TOPIC_ARN, times: 100 });
    await ui.put('news/rex.txt');
    // By then it waits half a minute and more from one try to the next.
    await ui.spillway.clock.advance('20 minutes');
    const page = await ui.open('deliveries');
    const row = page.getByRole('row', { name: /pet-news/ });
    await row.getByText('retrying').waitFor();
    await row.getByText(/^in [1-9]\d s$/).waitFor();
    ui.spillway.faults.clear();
    await row.getByRole('button', { name: 'Retry now' }).click();
    await page.getByText('It is tried again now.').waitFor();
    await page.getByText('Nothing is waiting').waitFor();
    const query = new URLSearchParams({ state: 'delivered', destination: TOPIC_ARN, limit: '1' });
    const answer = await page.request.get(`${ui.spillway.url}/_spillway/api/deliveries?${query}`);
    const { deliveries } = await answer.json();
    const outcomes = deliveries[0].attempts.map(({ outcome }: { outcome: string }) => outcome);
    assert.deepEqual(outcomes.slice(-2), ['retry', 'delivered']);
  });

  it('drops a delivery with a reason, on record', async () => {
    ui.spillway.faults.add({ kind: 'error', destination: TOPIC_ARN, times: 100 });
    await ui.put('news/tom.txt');
    const page = await ui.open('deliveries');
    await page.getByRole('button', { name: 'Drop' }).click();
    await page.getByLabel('Reason').fill('a test');
    await page.getByRole('button', { name: 'Drop it' }).click();
    await page.getByText('Nothing is waiting').waitFor();
    await page.getByLabel('State').selectOption('dropped');
    await page.getByText(/dropped by the operator .*\(a test\)/).waitFor();
    ui.spillway.faults.clear();
  });

  it('replays an event', async () => {
    const page = await ui.open('timeline?prefix=rex.jpg');
    await page.getByRole('link', { name: 'rex.jpg' }).click();
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
    await page.getByText(/^Replayed: 1 event/).waitFor();
    await page.goto(`${ui.spillway.url}/_spillway/#/timeline?prefix=rex.jpg`);
    await page.getByText('(replay)').waitFor();
  });

  it('made the browser complain of nothing', () => {
    assert.deepEqual(ui.complaints, []);
  });
});
