import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ACCOUNT } from '../../support/platform.ts';
import { describeSqs, invalidParameter, rejects } from './world.ts';

const STANDARD_NAME =
  'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';
const FIFO_NAME =
  'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.';

const POLICY = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}}';

describeSqs('CreateQueue', (world) => {
  it('answers a URL at the address that the client used', async () => {
    const { createQueue, url } = world();
    assert.equal(await createQueue({}, 'new_Queue-1'), `${url}/${ACCOUNT}/new_Queue-1`);
  });

  it('refuses bad names', async () => {
    const { createQueue } = world();
    for (const name of ['a b', 'a.b', 'ä', 'x'.repeat(81), 'standard.fifo'])
      await rejects(createQueue({}, name), invalidParameter(STANDARD_NAME));
    for (const name of ['fifo', 'a b.fifo', `${'x'.repeat(76)}.fifo`, '.fifo'])
      await rejects(createQueue({ FifoQueue: 'true' }, name), invalidParameter(FIFO_NAME));
  });

  it('answers an existing queue with the same attributes, and refuses others', async () => {
    const { sqs, createQueue } = world();
    const url = await createQueue({ DelaySeconds: '5' }, 'same');
    assert.equal(await createQueue({}, 'same'), url);
    assert.equal(await createQueue({ DelaySeconds: '5', VisibilityTimeout: '30' }, 'same'), url);
    await rejects(createQueue({ DelaySeconds: '6' }, 'same'), {
      name: 'QueueNameExists',
      code: 'QueueAlreadyExists',
      message:
        'A queue already exists with the same name and a different value for attribute DelaySeconds',
    });
    await rejects(sqs.createQueue({ QueueName: 'same', Attributes: { Policy: POLICY } }), {
      name: 'QueueNameExists',
      message: /Policy$/,
    });
  });

  it('refuses FIFO attributes on a standard queue', async () => {
    const { createQueue } = world();
    const refused = (attribute: string, value: string, message: string) =>
      rejects(createQueue({ [attribute]: value }), { name: 'InvalidAttributeName', message });
    await refused('FifoQueue', 'false', 'Unknown Attribute FifoQueue.');
    await refused(
      'ContentBasedDeduplication',
      'true',
      'Unknown Attribute ContentBasedDeduplication.',
    );
    await refused(
      'DeduplicationScope',
      'queue',
      'You can specify the DeduplicationScope only when FifoQueue is set to true.',
    );
    await refused(
      'FifoThroughputLimit',
      'perQueue',
      'You can specify the FifoThroughputLimit only when FifoQueue is set to true.',
    );
  });

  it('blocks the name of a deleted queue for 60 seconds', async () => {
    const { sqs, createQueue, advance, receive } = world();
    const QueueUrl = await createQueue({}, 'deleted');
    await sqs.sendMessage({ QueueUrl, MessageBody: 'lost' });
    await sqs.deleteQueue({ QueueUrl });
    await rejects(sqs.deleteQueue({ QueueUrl }), {
      name: 'QueueDoesNotExist',
      message: /does not exist/,
    });
    await advance(59);
    await rejects(createQueue({}, 'deleted'), {
      name: 'QueueDeletedRecently',
      code: 'AWS.SimpleQueueService.QueueDeletedRecently',
      message:
        'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    });
    await advance(1);
    await createQueue({}, 'deleted');
    assert.deepEqual(await receive(QueueUrl), []);
  });

  it('creates one queue when many ask at once', async () => {
    const { createQueue } = world();
    const urls = await Promise.all(Array.from({ length: 20 }, () => createQueue({}, 'race')));
    assert.equal(new Set(urls).size, 1);
  });
});

describeSqs('GetQueueUrl and ListQueues', (world) => {
  it('find queues by name, prefix and account', async () => {
    const { sqs, client, createQueue, url } = world();
    for (const name of ['find-b', 'find-a', 'found']) await createQueue({}, name);
    assert.equal(
      (await sqs.getQueueUrl({ QueueName: 'find-a' })).QueueUrl,
      `${url}/${ACCOUNT}/find-a`,
    );
    const other = client('111122223333');
    await rejects(other.getQueueUrl({ QueueName: 'find-a' }), {
      name: 'QueueDoesNotExist',
      message: /does not exist/,
    });
    const { QueueUrls } = await sqs.listQueues({ QueueNamePrefix: 'find-' });
    assert.deepEqual(QueueUrls, [`${url}/${ACCOUNT}/find-a`, `${url}/${ACCOUNT}/find-b`]);
    assert.equal((await other.listQueues({})).QueueUrls, undefined);
    assert.equal((await sqs.listQueues({ QueueNamePrefix: 'nothing' })).QueueUrls, undefined);
  });

  it('list page by page', async () => {
    const { sqs, createQueue } = world();
    for (let i = 0; i < 5; i++) await createQueue({}, `page-${i}`);
    const names: string[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const page = await sqs.listQueues({ QueueNamePrefix: 'page-', MaxResults: 2, NextToken });
      names.push(...(page.QueueUrls ?? []).map((url) => url.split('/').at(-1) ?? ''));
      NextToken = page.NextToken;
      pages++;
    } while (NextToken !== undefined);
    assert.deepEqual(names, ['page-0', 'page-1', 'page-2', 'page-3', 'page-4']);
    assert.equal(pages, 3);
    await rejects(sqs.listQueues({ MaxResults: 1001 }), invalidParameter(/MaxResults/));
    await rejects(
      sqs.listQueues({ MaxResults: 1, NextToken: 'x' }),
      invalidParameter('Invalid or expired NextToken.'),
    );
  });
});

describeSqs('PurgeQueue', (world) => {
  it('removes everything, once a minute', async () => {
    const { sqs, createQueue, receive, attribute, advance } = world();
    const QueueUrl = await createQueue({}, 'purged');
    for (const MessageBody of ['a', 'b', 'c']) await sqs.sendMessage({ QueueUrl, MessageBody });
    await receive(QueueUrl, 1);
    await sqs.purgeQueue({ QueueUrl });
    assert.equal(await attribute(QueueUrl, 'ApproximateNumberOfMessages'), '0');
    assert.equal(await attribute(QueueUrl, 'ApproximateNumberOfMessagesNotVisible'), '0');
    await rejects(sqs.purgeQueue({ QueueUrl }), {
      name: 'PurgeQueueInProgress',
      code: 'AWS.SimpleQueueService.PurgeQueueInProgress',
      status: 403,
      message: 'Only one PurgeQueue operation on purged is allowed every 60 seconds.',
    });
    await advance(60);
    await sqs.purgeQueue({ QueueUrl });
  });

  it('makes a FIFO queue take messages again that it had seen', async () => {
    const { sqs, createFifoQueue, receive } = world();
    const QueueUrl = await createFifoQueue({ ContentBasedDeduplication: 'true' });
    const message = { QueueUrl, MessageBody: 'x', MessageGroupId: 'g' };
    await sqs.sendMessage(message);
    await sqs.purgeQueue({ QueueUrl });
    await sqs.sendMessage(message);
    await sqs.sendMessage(message);
    assert.equal((await receive(QueueUrl)).length, 1);
  });
});

describeSqs('TagQueue, UntagQueue and ListQueueTags', (world) => {
  it('keep tags of a queue', async () => {
    const { sqs } = world();
    const { QueueUrl } = await sqs.createQueue({ QueueName: 'tagged', tags: { first: 'yes' } });
    const tags = async () => (await sqs.listQueueTags({ QueueUrl })).Tags;
    assert.deepEqual(await tags(), { first: 'yes' });
    await sqs.tagQueue({ QueueUrl, Tags: { second: '', first: 'no' } });
    assert.deepEqual(await tags(), { first: 'no', second: '' });
    await sqs.untagQueue({ QueueUrl, TagKeys: ['first', 'second', 'third'] });
    assert.equal(await tags(), undefined);
    await rejects(
      sqs.tagQueue({ QueueUrl, Tags: { 'aws:mine': 'x' } }),
      invalidParameter(/reserved/),
    );
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, '']));
    await rejects(
      sqs.tagQueue({ QueueUrl, Tags: many }),
      invalidParameter('Too many tags added for queue tagged.'),
    );
    await rejects(
      sqs.untagQueue({ QueueUrl, TagKeys: [] }),
      invalidParameter('Tag keys must be between 1 and 128 characters in length.'),
    );
    assert.equal(await tags(), undefined);
  });
});
