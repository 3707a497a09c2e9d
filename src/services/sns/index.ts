import type { Operations } from '../../aws/models/sns.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { access } from './access.ts';
import { addPermission } from './add-permission.ts';
import { confirmSubscription } from './confirm-subscription.ts';
import { createTopic } from './create-topic.ts';
import { deleteTopic } from './delete-topic.ts';
import { errors } from './errors.ts';
import { getSubscriptionAttributes } from './get-subscription-attributes.ts';
import { getTopicAttributes } from './get-topic-attributes.ts';
import { listSubscriptions, listSubscriptionsByTopic } from './list-subscriptions.ts';
import { listTopics } from './list-topics.ts';
import {
  checkIfPhoneNumberIsOptedOut,
  listPhoneNumbersOptedOut,
} from './phone-numbers-opted-out.ts';
import { publish } from './publish.ts';
import { publishBatch } from './publish-batch.ts';
import { removePermission } from './remove-permission.ts';
import { setSubscriptionAttributes } from './set-subscription-attributes.ts';
import { setTopicAttributes } from './set-topic-attributes.ts';
import { subscribe } from './subscribe.ts';
import { listTagsForResource, tagResource, untagResource } from './tag-resource.ts';
import { unsubscribe } from './unsubscribe.ts';

/**
 * Amazon SNS: topics, and subscriptions of queues, functions, HTTP servers and mail addresses.
 * Cast:
 *
 * - A **topic** is a row, its attributes JSON text (`topic-attributes.ts`).
 * - A **subscription** is an endpoint of a topic; it gets nothing until the endpoint has confirmed
 *   it with a *token*.
 * - A **publication** becomes an event with a *notification* as its payload (`message.ts`), by one
 *   door, `publishToTopic`, which every service uses within its own transaction.
 * - The **fan-out** asks each subscription's filter policy and puts the message into queues, or
 *   owes a delivery (`fan-out.ts`). Deliveries are carried out by
 *   `src/delivery/destinations/sns-*.ts`.
 * - The **envelope** is the JSON around a message (`envelope.ts`); the *signer* signs it with this
 *   data folder's key.
 *
 * What is promised: a message that was accepted reaches every subscription that wants it at least
 * once, or its dead-letter queue, within the limits of its retry policy; and the queues of a FIFO
 * topic in order.
 */
export const sns = defineService<Operations>({
  name: 'sns',
  handlers: {
    AddPermission: addPermission,
    CheckIfPhoneNumberIsOptedOut: checkIfPhoneNumberIsOptedOut,
    ConfirmSubscription: confirmSubscription,
    CreateTopic: createTopic,
    DeleteTopic: deleteTopic,
    GetSubscriptionAttributes: getSubscriptionAttributes,
    GetTopicAttributes: getTopicAttributes,
    ListPhoneNumbersOptedOut: listPhoneNumbersOptedOut,
    ListSubscriptions: listSubscriptions,
    ListSubscriptionsByTopic: listSubscriptionsByTopic,
    ListTagsForResource: listTagsForResource,
    ListTopics: listTopics,
    Publish: publish,
    PublishBatch: publishBatch,
    RemovePermission: removePermission,
    SetSubscriptionAttributes: setSubscriptionAttributes,
    SetTopicAttributes: setTopicAttributes,
    Subscribe: subscribe,
    TagResource: tagResource,
    Unsubscribe: unsubscribe,
    UntagResource: untagResource,
  },
  access,
  denied: ({ action, resource }, caller, reason) =>
    errors.AuthorizationErrorException(
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource}${reason === '' ? '' : ` ${reason}`}`,
    ),
});
