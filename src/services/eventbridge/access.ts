import { parseArn } from '../../aws/arn.ts';
import type { Operations } from '../../aws/models/eventbridge.ts';
import { getEventBus } from '../../storage/tables/event-buses.ts';
import type { Context } from '../context.ts';
import type { Access } from '../define-service.ts';
import { archiveArn, replayArn } from './archive-name.ts';
import type { BusName } from './bus-name.ts';
import { arnOfRule, busNamed, meantBus } from './event-bus.ts';

/** Any input of EventBridge: what of it names a resource. */
interface NamedInput {
  readonly Name?: string;
  readonly Rule?: string;
  readonly EventBusName?: string;
  readonly ArchiveName?: string;
  readonly ReplayName?: string;
  readonly ResourceARN?: string;
  readonly Entries?: Operations['PutEvents']['input']['Entries'];
  readonly RoleArn?: string;
  readonly Targets?: Operations['PutTargets']['input']['Targets'];
}

/**
 * Which permission a call needs: that of its own name, on the bus, rule, archive or replay that it is about. The policy of
 * a bus speaks for the bus and its rules, so that an owner can let other accounts use them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export async function access(
  operation: keyof Operations,
  input: NamedInput,
  context: Context,
): Promise<readonly Access[]> {
  const action = `events:${operation}`;
  const own = (resource: string): Access => ({
    action,
    resource,
    resourceAccount: context.account,
  });
  switch (operation) {
    case 'PutEvents':
      return putAccess(input.Entries ?? [], context);
    case 'CreateEventBus':
    case 'DeleteEventBus':
    case 'DescribeEventBus':
    case 'UpdateEventBus': {
      const bus = meantBus(context, input.Name);
      return [await busAccess(context, action, bus, bus.arn)];
    }
    case 'PutPermission':
    case 'RemovePermission': {
      const bus = meantBus(context, input.EventBusName);
      return [await busAccess(context, action, bus, bus.arn)];
    }
    case 'DeleteRule':
    case 'DescribeRule':
    case 'DisableRule':
    case 'EnableRule':
    case 'ListTargetsByRule':
    case 'PutRule':
    case 'PutTargets':
    case 'RemoveTargets': {
      const bus = meantBus(context, input.EventBusName);
      const rule = arnOfRule(bus, input.Rule ?? input.Name ?? '');
      return [await busAccess(context, action, bus, rule), ...passRoles(input, context)];
    }
    case 'ListRuleNamesByTarget':
    case 'ListRules': {
      const bus = meantBus(context, input.EventBusName);
      return [await busAccess(context, action, bus, arnOfRule(bus, '*'))];
    }
    case 'CreateArchive':
    case 'DeleteArchive':
    case 'DescribeArchive':
    case 'UpdateArchive':
      return [own(archiveArn(context, input.ArchiveName ?? ''))];
    case 'CancelReplay':
    case 'DescribeReplay':
    case 'StartReplay':
      return [own(replayArn(context, input.ReplayName ?? ''))];
    case 'ListTagsForResource':
    case 'TagResource':
    case 'UntagResource': {
      const resource = input.ResourceARN ?? '';
      return [
        { action, resource, resourceAccount: parseArn(resource)?.account || context.account },
      ];
    }
    case 'ListEventBuses':
      return [own(busNamed(context, '*').arn)];
    case 'ListArchives':
    case 'ListReplays':
    case 'TestEventPattern':
      return [own('*')];
  }
}

async function busAccess(
  { storage }: Context,
  action: string,
  bus: BusName,
  resource: string,
): Promise<Access> {
  const row = await storage.read((reader) => getEventBus(reader, bus.arn));
  const resourcePolicy = row?.policy ?? undefined;
  return { action, resource, resourceAccount: bus.account, resourcePolicy };
}

/** To give a rule or target a role takes the permission to pass it. Roles of other accounts the operations refuse. */
function passRoles({ RoleArn, Targets = [] }: NamedInput, { account }: Context): Access[] {
  const roles = new Set([RoleArn, ...Targets.map((target) => target.RoleArn)]);
  return [...roles]
    .filter((role) => role !== undefined)
    .map((resource) => ({
      action: 'iam:PassRole',
      resource,
      resourceAccount: account,
      conditions: { 'iam:passedtoservice': 'events.amazonaws.com' },
    }));
}

/** One permission for each bus, source and kind of event, since policies can tell them apart. */
async function putAccess(
  entries: NonNullable<NamedInput['Entries']>,
  context: Context,
): Promise<Access[]> {
  const needed = new Map<string, Access>();
  for (const { EventBusName, Source = '', DetailType = '' } of entries) {
    const bus = meantBus(context, EventBusName);
    const key = JSON.stringify([bus.arn, Source, DetailType]);
    if (needed.has(key)) continue;
    needed.set(key, {
      ...(await busAccess(context, 'events:PutEvents', bus, bus.arn)),
      conditions: {
        'events:source': Source,
        'events:detail-type': DetailType,
        'events:eventbusinvocation': 'false',
      },
    });
  }
  return [...needed.values()];
}
