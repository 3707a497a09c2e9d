import { topicArn } from '../../aws/arn.ts';
import type { CreateTopicInput, CreateTopicResponse } from '../../aws/models/sns.ts';
import type { Transaction } from '../../storage/storage.ts';
import { countTopics, getTopic, insertTopic, type TopicRow } from '../../storage/tables/topics.ts';
import type { Context } from '../context.ts';
import { ensureSigningIdentity } from './create-signing-identity.ts';
import { ATTRIBUTE_FAULT, errors, invalidParameter } from './errors.ts';
import { sweep } from './sweep.ts';
import {
  type Attributes,
  attributeColumns,
  changeTopicAttributes,
  effectiveAttributes,
} from './topic-attributes.ts';
import { defaultPolicy } from './topic-policy.ts';
import { includesTags, readTags, type Tags } from './topic-tags.ts';

const STANDARD_NAME = /^[A-Za-z0-9_-]{1,256}$/;
const FIFO_NAME = /^[A-Za-z0-9_-]{1,251}\.fifo$/;
const TOPICS_MAX = { standard: 100_000, fifo: 1000 } as const;

/**
 * Creates a topic, or answers the ARN of the one that has this name already, unless attributes or
 * tags are asked for that it does not have.
 * https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export async function createTopic(
  { Name, Attributes = {}, Tags = [], DataProtectionPolicy }: CreateTopicInput,
  context: Context,
): Promise<CreateTopicResponse> {
  if (DataProtectionPolicy)
    throw invalidParameter('DataProtectionPolicy Reason: data protection is not supported');
  const { FifoTopic = 'false', ...given } = Attributes;
  const fifo = readFifo(FifoTopic);
  if (!(fifo ? FIFO_NAME : STANDARD_NAME).test(Name)) throw invalidParameter('Topic Name');
  const tags = readTags(Tags);
  await ensureSigningIdentity(context);

  return context.storage.transaction(async (tx) => {
    const { account, region } = context;
    const arn = topicArn(region, account, Name);
    const existing = await getTopic(tx, arn);
    if (existing) {
      checkSame(existing, given, tags);
      return { TopicArn: arn };
    }
    await checkLimit(tx, account, fifo);
    const initial = { Policy: defaultPolicy({ arn, account }) };
    const attributes = changeTopicAttributes(initial, given, fifo, ATTRIBUTE_FAULT.create);
    await insertTopic(tx, {
      id: context.ids.sequence(),
      arn,
      account,
      region,
      name: Name,
      fifo: fifo ? 1 : 0,
      created_at: context.clock.now(),
      tags: JSON.stringify(tags),
      ...attributeColumns(attributes),
    });
    await sweep(tx, context);
    return { TopicArn: arn };
  });
}

function readFifo(value: string): boolean {
  if (value !== 'true' && value !== 'false')
    throw invalidParameter(
      `Attributes Reason: FifoTopic: Invalid value [${value}]. Must be true or false.`,
    );
  return value === 'true';
}

/** Not shown as long as they are not set, but they are what a topic has then. */
const UNSHOWN_DEFAULTS = {
  SignatureVersion: '1',
  TracingConfig: 'PassThrough',
  FifoThroughputScope: 'Topic',
};

function checkSame(topic: TopicRow, attributes: Attributes, tags: Tags): void {
  const existing: Attributes = { ...UNSHOWN_DEFAULTS, ...effectiveAttributes(topic) };
  const changed = changeTopicAttributes({}, attributes, topic.fifo === 1, ATTRIBUTE_FAULT.create);
  for (const [name, value] of Object.entries(changed))
    if (existing[name] !== value)
      throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
  if (!includesTags(JSON.parse(topic.tags), tags))
    throw invalidParameter('Tags Reason: Topic already exists with different tags');
}

async function checkLimit(tx: Transaction, account: string, fifo: boolean): Promise<void> {
  const topics = await countTopics(tx, account, fifo ? 1 : 0);
  if (topics >= TOPICS_MAX[fifo ? 'fifo' : 'standard'])
    throw errors.TopicLimitExceededException('Topic limit exceeded');
}
