import {
  GetQueueAttributesCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { takeDeadLetters } from './dead-letters.ts';
import { type Gallery, type Handler, keyOf, RequestError } from './gallery.ts';

/** Gives one photo from the dead-letter queue to the workers again. */
export const retryPhoto: Handler = async (gallery, _request, response, url) => {
  const { sqs, queueUrl } = gallery;
  const taken = await takeDeadLetters(gallery, keyOf(url), ({ Body }) =>
    sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: Body })),
  );
  if (taken === 0)
    throw new RequestError(404, 'the dead-letter queue holds no message of this photo');
  response.writeHead(204).end();
};

/** Lets SQS move everything from the dead-letter queue back to the queue of the workers. */
export const retryAll: Handler = async (gallery, _request, response) => {
  const { sqs, queueUrl, deadLetterQueueUrl } = gallery;
  await sqs.send(
    new StartMessageMoveTaskCommand({
      SourceArn: await arnOf(gallery, deadLetterQueueUrl),
      DestinationArn: await arnOf(gallery, queueUrl),
    }),
  );
  response.writeHead(204).end();
};

async function arnOf({ sqs }: Gallery, QueueUrl: string): Promise<string | undefined> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn;
}
