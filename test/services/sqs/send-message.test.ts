import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ACCOUNT } from '../../support/platform.ts';
import { bodies, describeSqs, invalidParameter, rejects } from './world.ts';

describeSqs('SendMessage', (world) => {
  it('answers ids and digests, and delivers what was sent', async () => {
    const { sqs, createQueue, receive } = world();
    const QueueUrl = await createQueue();
    const MessageAttributes = {
      text: { DataType: 'String', StringValue: 'ümlaut & <b>' },
      number: { DataType: 'Number.int', StringValue: '-1.5e3' },
      bytes: { DataType: 'Binary.png', BinaryValue: Uint8Array.of(0, 1, 255) },
    };
    const sent = await sqs.sendMessage({
      QueueUrl,
      MessageBody: 'hällo\r\n\t<&"\'> \u{1F436}',
      MessageAttributes,
      MessageSystemAttributes: {
        AWSTraceHeader: {
          DataType: 'String',
          StringValue: 'Root=1-5759e988-bd862e3fe1be46a994272793',
        },
      },
    });
    assert.match(sent.MessageId ?? '', /^[0-9a-f-]{36}$/);
    assert.match(sent.MD5OfMessageSystemAttributes ?? '', /^[0-9a-f]{32}$/);
    assert.equal(sent.SequenceNumber, undefined);
    const [message] = await receive(QueueUrl);
    assert.equal(message?.Body, 'hällo\r\n\t<&"\'> \u{1F436}');
    assert.equal(message.MessageId, sent.MessageId);
    assert.equal(message.MD5OfBody, sent.MD5OfMessageBody);
    assert.equal(message.MD5OfMessageAttributes, sent.MD5OfMessageAttributes);
    assert.deepEqual(Object.keys(message.MessageAttributes ?? {}).sort(), [
      'bytes',
      'number',
      'text',
    ]);
    assert.deepEqual([...(message.MessageAttributes?.bytes?.BinaryValue ?? [])], [0, 1, 255]);
    assert.equal(message.Attributes?.SenderId, ACCOUNT);
    assert.equal(message.Attributes?.AWSTraceHeader, 'Root=1-5759e988-bd862e3fe1be46a994272793');
  });

  it('refuses what a queue cannot hold', async () => {
    const { sqs, createQueue } = world();
    const QueueUrl = await createQueue({ MaximumMessageSize: '1024' });
    const send = (MessageBody: string, more: object = {}) =>
      sqs.sendMessage({ QueueUrl, MessageBody, ...more });
    const attribute = (name: string, DataType: string, StringValue: string) =>
      send('x', { MessageAttributes: { [name]: { DataType, StringValue } } });

    await rejects(send(''), {
      code: 'MissingParameter',
      message: 'The request must contain the parameter MessageBody.',
    });
    await rejects(send('\u0000'), {
      name: 'InvalidMessageContents',
      message: /^Invalid characters/,
    });
    await rejects(send('\uFFFE'), {
      name: 'InvalidMessageContents',
      message: /^Invalid characters/,
    });
    await rejects(
      send('x'.repeat(1025)),
      invalidParameter(
        'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.',
      ),
    );
    await rejects(
      send('x'.repeat(1020), {
        MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
      }),
      invalidParameter(/shorter than 1024 bytes/),
    );
    await send('x'.repeat(1024));
    await rejects(
      send('x', { DelaySeconds: 901 }),
      invalidParameter(
        'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.',
      ),
    );
    for (const name of ['.a', 'a.', 'a b', 'AWS.x', 'amazon.x', 'a'.repeat(257)])
      await rejects(attribute(name, 'String', 'x'), invalidParameter(/name/));
    await attribute('attr.1øßä', 'String', 'x');
    await rejects(
      attribute('a', 'Strong', 'x'),
      invalidParameter(/set of supported type prefixes/),
    );
    await rejects(attribute('a', 'Number', 'x'), invalidParameter(/to a number/));
    if (world().wire === 'awsJson')
      await rejects(
        attribute('X', 'String', ''),
        invalidParameter(
          "Message (user) attribute 'X' must contain a non-empty value of type 'String'.",
        ),
      );
    await rejects(
      send('x', {
        MessageAttributes: Object.fromEntries(
          Array.from({ length: 11 }, (_, i) => [`a${i}`, { DataType: 'String', StringValue: 'x' }]),
        ),
      }),
      invalidParameter(/exceeds the allowed maximum \[10\]/),
    );
    await rejects(
      send('x', { MessageDeduplicationId: 'd' }),
      invalidParameter(/parameter that is not valid for this queue type/),
    );
    await rejects(
      send('x', { MessageGroupId: 'a b' }),
      invalidParameter(
        'Value a b for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.',
      ),
    );
    await rejects(
      send('x', {
        MessageSystemAttributes: { SenderId: { DataType: 'String', StringValue: 'x' } },
      }),
      invalidParameter(/SenderId/),
    );
  });

  it('delays by the message’s own seconds or the queue’s', async () => {
    const { sqs, createQueue, receive, advance, attribute } = world();
    const QueueUrl = await createQueue({ DelaySeconds: '100', VisibilityTimeout: '60' });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'own', DelaySeconds: 50 });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'none', DelaySeconds: 0 });
    await sqs.sendMessage({ QueueUrl, MessageBody: 'queue' });
    assert.equal(await attribute(QueueUrl, 'ApproximateNumberOfMessagesDelayed'), '2');
    assert.deepEqual(bodies(await receive(QueueUrl)), ['none']);
    await advance(50);
    assert.deepEqual(bodies(await receive(QueueUrl)), ['own']);
    await advance(50);
    assert.deepEqual(bodies(await receive(QueueUrl)).sort(), ['none', 'queue']);
  });

  it('knows a queue by the end of its URL', async () => {
    const { sqs, createQueue, receive } = world();
    const QueueUrl = await createQueue({}, 'by-url');
    const paths = [
      `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/by-url`,
      `https://queue.amazonaws.com/${ACCOUNT}/by-url`,
      `http://localhost:4566/queue/us-east-1/${ACCOUNT}/by-url/`,
      'by-url',
    ];
    for (const url of paths) await sqs.sendMessage({ QueueUrl: url, MessageBody: url });
    assert.deepEqual(bodies(await receive(QueueUrl)), paths);
    for (const url of ['http://localhost', 'no-queue', `http://localhost/${ACCOUNT}`])
      await rejects(sqs.sendMessage({ QueueUrl: url, MessageBody: 'x' }), {
        name: 'QueueDoesNotExist',
        message: /^The specified queue does not exist/,
      });
    for (const base of [
      'https://sqs.eu-west-1.amazonaws.com/',
      'https://eu-west-1.queue.amazonaws.com/',
    ])
      await rejects(sqs.sendMessage({ QueueUrl: `${base}${ACCOUNT}/by-url`, MessageBody: 'x' }), {
        name: 'InvalidAddress',
        status: 404,
        message: `The address ${base} is not valid for this endpoint.`,
      });
  });

  it('says that a queue does not exist in the words of the protocol', async () => {
    const { sqs, url, wire } = world();
    const suffix = wire === 'awsQuery' ? ' for this wsdl version.' : '.';
    const QueueUrl = `${url}/${ACCOUNT}/missing`;
    await rejects(sqs.sendMessage({ QueueUrl, MessageBody: 'x' }), {
      name: 'QueueDoesNotExist',
      code: 'AWS.SimpleQueueService.NonExistentQueue',
      message: `The specified queue does not exist${suffix}`,
    });
  });
});

describeSqs('SendMessageBatch', (world) => {
  const entry = (Id: string, MessageBody = 'x', more: object = {}) => ({
    Id,
    MessageBody,
    ...more,
  });

  it('lets each entry succeed or fail alone', async () => {
    const { sqs, createQueue, receive } = world();
    const QueueUrl = await createQueue({ MaximumMessageSize: '1024' });
    const { Successful, Failed } = await sqs.sendMessageBatch({
      QueueUrl,
      Entries: [entry('1', 'one'), entry('2', 'y'.repeat(1025)), entry('3', 'three')],
    });
    assert.deepEqual(
      Successful?.map(({ Id }) => Id),
      ['1', '3'],
    );
    assert.deepEqual(Failed, [
      {
        Id: '2',
        Code: 'InvalidParameterValue',
        Message:
          'One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.',
        SenderFault: true,
      },
    ]);
    assert.deepEqual(bodies(await receive(QueueUrl)), ['one', 'three']);
  });

  it('leaves out the list that is empty', async () => {
    const { sqs, createQueue } = world();
    const answer = await sqs.sendMessageBatch({
      QueueUrl: await createQueue(),
      Entries: [entry('1')],
    });
    assert.equal(answer.Successful?.length, 1);
    assert.equal(answer.Failed, undefined);
  });

  it('refuses a request that is wrong as a whole', async () => {
    const { sqs, createQueue, createFifoQueue, receive } = world();
    const QueueUrl = await createQueue();
    const send = (Entries: ReturnType<typeof entry>[]) =>
      sqs.sendMessageBatch({ QueueUrl, Entries });
    await rejects(send(Array.from({ length: 20 }, (_, i) => entry(`${i}`))), {
      name: 'TooManyEntriesInBatchRequest',
      code: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
      message: 'Maximum number of entries per request are 10. You have sent 20.',
    });
    await rejects(send([entry('a'), entry('a')]), {
      name: 'BatchEntryIdsNotDistinct',
      message: 'Id a repeated.',
    });
    await rejects(send([entry('a b')]), {
      name: 'InvalidBatchEntryId',
      message:
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    });
    await rejects(send([entry('1', 'x'.repeat(1_048_576)), entry('2', 'x')]), {
      name: 'BatchRequestTooLong',
      message: 'Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.',
    });
    assert.deepEqual(await receive(QueueUrl), []);

    const fifo = await createFifoQueue();
    const sendFifo = (more: object) =>
      sqs.sendMessageBatch({ QueueUrl: fifo, Entries: [entry('1', 'x', more)] });
    await rejects(
      sendFifo({}),
      invalidParameter('The request must contain the parameter MessageGroupId.'),
    );
    await rejects(
      sendFifo({ MessageGroupId: 'g' }),
      invalidParameter(/^The queue should either have/),
    );
  });
});
