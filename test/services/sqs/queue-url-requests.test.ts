import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sqs as service } from '../../../src/services/sqs/index.ts';
import { exchangeRaw, signedHead } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { sqsClient } from '../../support/sqs-clients.ts';

/** What clients of the form protocol may ask at the URL of a queue. */
describe('a GET of a queue’s URL', () => {
  let server: TestServer;
  let path: string;
  before(async () => {
    server = await startTestServer([service]);
    const sqs = sqsClient(server.url, 'awsJson');
    const { QueueUrl = '' } = await sqs.createQueue({ QueueName: 'q' });
    path = new URL(QueueUrl).pathname;
  });
  after(() => server.close());

  const ask = (query: string, headers = {}) =>
    exchangeRaw(
      server.url,
      signedHead(server.url, { method: 'GET', path, query, service: 'sqs', headers }),
    );

  const cases: [query: string, status: number, answer: RegExp][] = [
    ['Action=SendMessage&MessageBody=hello', 200, /<SendMessageResponse /],
    ['Action=ReceiveMessage', 200, /<Body>hello<\/Body>/],
    ['Action=ReceiveMessage', 200, /<ReceiveMessageResult\/>/],
    ['Action=GetQueueUrl&QueueName=q', 200, /<QueueUrl>http:\S+\/q<\/QueueUrl>/],
    [
      'Action=SendMessage',
      400,
      /<Code>MissingParameter<\/Code><Message>The request must contain the parameter MessageBody\./,
    ],
    [
      'Action=CreateQueue&QueueName=other',
      400,
      /<Code>InvalidAction<\/Code><Message>The action CreateQueue is not valid for this endpoint\./,
    ],
    [
      'Action=ListQueues',
      400,
      /<Code>InvalidAction<\/Code><Message>The action ListQueues is not valid for this endpoint\./,
    ],
    ['', 404, /\r\n\r\n<UnknownOperationException\/>$/],
  ];
  for (const [query, status, expected] of cases)
    it(`is answered with ${status} for "${query}"`, async () => {
      const { text, ...answer } = await ask(query);
      assert.equal(answer.status, status, text);
      assert.match(text, expected);
      assert.match(text, /content-type: text\/xml/i);
    });
});
