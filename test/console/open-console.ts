import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Browser, Page } from 'playwright-core';
import { type Spillway, startSpillway } from '../../src/testing.ts';
import { launchBrowser } from '../examples/pet-photos/browser.ts';

export interface Console extends AsyncDisposable {
  readonly spillway: Spillway;
  /** What the browser complained about: exceptions, refused requests, violations of the security policy. */
  readonly complaints: string[];
  /** Opens a page by what follows `#/`, and waits until it is drawn. */
  open(path?: string, options?: OpenOptions): Promise<Page>;
  put(key: string): Promise<void>;
}

export interface OpenOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
const WAIT_MS_MAX = 15_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A server and a browser, and nothing in either yet. */
export async function startConsole(): Promise<Console> {
  const [spillway, browser] = await Promise.all([startSpillway(), launchBrowser()]);
  const complaints: string[] = [];
  const s3 = spillway.client(S3Client);
  return {
    spillway,
    complaints,
    open: (path = '', options = {}) => openPage(browser, spillway.url, path, complaints, options),
    async put(Key) {
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'woof' }));
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await spillway.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  path: string,
  complaints: string[],
  { size = DESKTOP, scheme = 'light' }: OpenOptions,
): Promise<Page> {
  const page = await browser.newPage({ viewport: size, colorScheme: scheme });
  page.setDefaultTimeout(WAIT_MS_MAX);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${url}/_spillway/#/${path}`);
  await drawn(page);
  return page;
}

/** Waits until the page that was asked for is there. */
export const drawn = (page: Page) => page.locator('main[aria-busy="false"] h1').waitFor();

/** What axe finds wrong with the page as it stands. https://www.w3.org/WAI/WCAG22/quickref/ */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}

export const BUCKET = 'pets';
export const QUEUE_ARN = 'arn:aws:sqs:us-east-1:123456789012:pet-jobs';
export const TOPIC_ARN = 'arn:aws:sns:us-east-1:123456789012:pet-news';

const allow = (service: string, Action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action, Resource: '*' }],
  });

/** `*.jpg` of the bucket to a queue, `*.txt` to a topic. */
export async function configureFlow(spillway: Spillway): Promise<void> {
  const s3 = spillway.client(S3Client);
  const queue = {
    QueueName: 'pet-jobs',
    Attributes: { Policy: allow('s3.amazonaws.com', 'sqs:SendMessage') },
  };
  const topic = {
    Name: 'pet-news',
    Attributes: { Policy: allow('s3.amazonaws.com', 'sns:Publish') },
  };
  await spillway.client(SQSClient).send(new CreateQueueCommand(queue));
  await spillway.client(SNSClient).send(new CreateTopicCommand(topic));
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const filter = (Name: 'suffix', Value: string) => ({
    Key: { FilterRules: [{ Name, Value }] },
  });
  const NotificationConfiguration = {
    QueueConfigurations: [
      {
        Id: 'jpg-jobs',
        QueueArn: QUEUE_ARN,
        Events: ['s3:ObjectCreated:*' as const],
        Filter: filter('suffix', '.jpg'),
      },
    ],
    TopicConfigurations: [
      {
        Id: 'news',
        TopicArn: TOPIC_ARN,
        Events: ['s3:ObjectCreated:*' as const],
        Filter: filter('suffix', '.txt'),
      },
    ],
  };
  await s3.send(
    new PutBucketNotificationConfigurationCommand({ Bucket: BUCKET, NotificationConfiguration }),
  );
}
