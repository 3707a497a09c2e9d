import type { Operations } from '../../aws/models/eventbridge.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { access } from './access.ts';
import { cancelReplay } from './cancel-replay.ts';
import { createArchive } from './create-archive.ts';
import { createEventBus } from './create-event-bus.ts';
import { deleteArchive } from './delete-archive.ts';
import { deleteEventBus } from './delete-event-bus.ts';
import { deleteRule } from './delete-rule.ts';
import { describeArchive } from './describe-archive.ts';
import { describeEventBus } from './describe-event-bus.ts';
import { describeReplay } from './describe-replay.ts';
import { describeRule } from './describe-rule.ts';
import { disableRule, enableRule } from './enable-rule.ts';
import { errors } from './errors.ts';
import { listArchives } from './list-archives.ts';
import { listEventBuses } from './list-event-buses.ts';
import { listReplays } from './list-replays.ts';
import { listRuleNamesByTarget } from './list-rule-names-by-target.ts';
import { listRules } from './list-rules.ts';
import { listTargetsByRule } from './list-targets-by-rule.ts';
import { putEvents } from './put-events.ts';
import { putPermission } from './put-permission.ts';
import { putRule } from './put-rule.ts';
import { putTargets } from './put-targets.ts';
import { removePermission } from './remove-permission.ts';
import { removeTargets } from './remove-targets.ts';
import { startReplay } from './start-replay.ts';
import { listTagsForResource, tagResource, untagResource } from './tag-resource.ts';
import { testEventPattern } from './test-event-pattern.ts';
import { updateArchive } from './update-archive.ts';
import { updateEventBus } from './update-event-bus.ts';

/**
 * Amazon EventBridge: event buses, rules, archives and replays. Cast:
 *
 * - A **bus** takes events. Every account has one named `default` in every region, where S3 puts what happens in buckets.
 * - A **rule** belongs to a bus: a pattern that events match, a schedule, or both. Its **targets** get what it matches.
 * - **putEvent** is the one way onto a bus: it finds the rules that match, owes the event to their targets, and lets
 *   archives keep it, all in the caller's transaction. Rules are compiled once for each revision of their bus.
 * - An **archive** keeps events of a bus; a **replay** puts them there again.
 *
 * Sending is the business of `src/delivery/`: the destination `rule-target`, and sources for schedules and replays.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/Welcome.html
 */
export const eventbridge = defineService<Operations>({
  name: 'eventbridge',
  handlers: {
    CancelReplay: cancelReplay,
    CreateArchive: createArchive,
    CreateEventBus: createEventBus,
    DeleteArchive: deleteArchive,
    DeleteEventBus: deleteEventBus,
    DeleteRule: deleteRule,
    DescribeArchive: describeArchive,
    DescribeEventBus: describeEventBus,
    DescribeReplay: describeReplay,
    DescribeRule: describeRule,
    DisableRule: disableRule,
    EnableRule: enableRule,
    ListArchives: listArchives,
    ListEventBuses: listEventBuses,
    ListReplays: listReplays,
    ListRuleNamesByTarget: listRuleNamesByTarget,
    ListRules: listRules,
    ListTagsForResource: listTagsForResource,
    ListTargetsByRule: listTargetsByRule,
    PutEvents: putEvents,
    PutPermission: putPermission,
    PutRule: putRule,
    PutTargets: putTargets,
    RemovePermission: removePermission,
    RemoveTargets: removeTargets,
    StartReplay: startReplay,
    TagResource: tagResource,
    TestEventPattern: testEventPattern,
    UntagResource: untagResource,
    UpdateArchive: updateArchive,
    UpdateEventBus: updateEventBus,
  },
  access,
  denied: ({ action, resource }, caller, reason) =>
    errors.AccessDeniedException(
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    ),
});
