import type { Operations } from '../../aws/models/sqs.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { access } from './access.ts';
import { addPermission } from './add-permission.ts';
import { cancelMessageMoveTask } from './cancel-message-move-task.ts';
import {
  changeMessageVisibility,
  changeMessageVisibilityBatch,
} from './change-message-visibility.ts';
import { createQueue } from './create-queue.ts';
import { deleteMessage, deleteMessageBatch } from './delete-message.ts';
import { deleteQueue } from './delete-queue.ts';
import { errors } from './errors.ts';
import { getQueueAttributes } from './get-queue-attributes.ts';
import { getQueueUrl } from './get-queue-url.ts';
import { listDeadLetterSourceQueues } from './list-dead-letter-source-queues.ts';
import { listMessageMoveTasks } from './list-message-move-tasks.ts';
import { listQueueTags } from './list-queue-tags.ts';
import { listQueues } from './list-queues.ts';
import { purgeQueue } from './purge-queue.ts';
import { receiveMessage } from './receive-message.ts';
import { removePermission } from './remove-permission.ts';
import { sendMessage, sendMessageBatch } from './send-message.ts';
import { setQueueAttributes } from './set-queue-attributes.ts';
import { startMessageMoveTask } from './start-message-move-task.ts';
import { tagQueue } from './tag-queue.ts';
import { untagQueue } from './untag-queue.ts';

/**
 * Amazon SQS: standard and FIFO queues. Cast:
 *
 * - A **queue** is a row, its attributes JSON text (`queue-attributes.ts`). Its messages belong to its *backlog*; purging
 *   or deleting the queue drops that, and the messages are swept in the background.
 * - A **message** gets in by one door, `appendMessage`, which every service uses within its own transaction.
 *   `visible_at` is when it can be received; receiving it only moves that time.
 * - A **receipt handle** names a message and one receive of it, so an old handle can do no harm.
 * - A **long poll** stands in line for its queue (`wait-for-messages.ts`).
 * - A **message move task** is a row; a background loop carries it out (`run-move-tasks.ts`).
 *
 * What is promised: a message that was sent is received at least once until it is deleted, goes to the dead-letter queue
 * or is past its retention; and in the order of its group in a FIFO queue.
 */
export const sqs = defineService<Operations>({
  name: 'sqs',
  handlers: {
    AddPermission: addPermission,
    CancelMessageMoveTask: cancelMessageMoveTask,
    ChangeMessageVisibility: changeMessageVisibility,
    ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
    CreateQueue: createQueue,
    DeleteMessage: deleteMessage,
    DeleteMessageBatch: deleteMessageBatch,
    DeleteQueue: deleteQueue,
    GetQueueAttributes: getQueueAttributes,
    GetQueueUrl: getQueueUrl,
    ListDeadLetterSourceQueues: listDeadLetterSourceQueues,
    ListMessageMoveTasks: listMessageMoveTasks,
    ListQueueTags: listQueueTags,
    ListQueues: listQueues,
    PurgeQueue: purgeQueue,
    ReceiveMessage: receiveMessage,
    RemovePermission: removePermission,
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    SetQueueAttributes: setQueueAttributes,
    StartMessageMoveTask: startMessageMoveTask,
    TagQueue: tagQueue,
    UntagQueue: untagQueue,
  },
  access,
  denied: ({ action, resource }, caller, reason) =>
    errors.AccessDeniedException(
      `User: ${callerArn(caller)} is not authorized to perform: ${action.toLowerCase()} on resource: ${resource} ${reason}`,
    ),
});
