import { parseArn, rootArn } from '../../../aws/arn.ts';
import { type Authorization, decide } from '../../../aws/policy/authorize.ts';
import { compiledPolicy } from '../../../aws/policy/compiled-policy.ts';
import { globalConditionKeys } from '../../../aws/policy/global-condition-keys.ts';
import type { Platform } from '../../../services/context.ts';
import type { BusName } from '../../../services/eventbridge/bus-name.ts';
import { busOfArn, DEFAULT_BUS } from '../../../services/eventbridge/event-bus.ts';
import { withEventId } from '../../../services/eventbridge/event-text.ts';
import { putEvent } from '../../../services/eventbridge/put-event.ts';
import { serviceRoleMay } from '../../../services/service-role.ts';
import { getEventBus } from '../../../storage/tables/event-buses.ts';
import { nextHop } from '../../next-hop.ts';
import { rejected, type Send, type Sending } from './sending.ts';

/**
 * The same event on another bus of this account or of one that lets this account in: under the same id, or under a new one in
 * another region.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export const sendToBusTarget: Send = async (sending, platform) => {
  const { Arn } = sending.target;
  const bus = busOfArn(Arn);
  const row = await platform.storage.read((reader) => getEventBus(reader, Arn));
  if (!bus || (!row && bus.name !== DEFAULT_BUS))
    return async () => rejected('NO_RESOURCE', `The event bus ${Arn} does not exist.`);
  const verdict = await mayPutEvents(sending, platform, bus, row?.policy ?? null);
  if (!verdict.allowed) return async () => rejected('NO_PERMISSIONS', verdict.reason);
  const { rule, body } = sending;
  const sameRegion = parseArn(rule.arn)?.region === bus.region;
  const event = sameRegion ? body : withEventId(body, platform.ids.uuid());
  return async (tx) => {
    const { considered, matched } = await putEvent(tx, platform, {
      account: bus.account,
      region: bus.region,
      bus: bus.name,
      event,
      ...nextHop(sending.job),
    });
    return { kind: 'delivered', note: `${matched} of ${considered} rules match` };
  };
};

/** As the target's role where it has one, otherwise as the account of the rule. */
async function mayPutEvents(
  { target: { RoleArn }, sender }: Sending,
  platform: Platform,
  bus: BusName,
  resourcePolicy: string | null,
): Promise<Authorization> {
  const { service, sourceAccount: account, sourceArn } = sender;
  const request = {
    action: 'events:PutEvents',
    resource: bus.arn,
    resourceAccount: bus.account,
  };
  if (RoleArn !== undefined)
    return serviceRoleMay(
      platform,
      { service, roleArn: RoleArn, account, sourceArn },
      { ...request, resourcePolicy, region: bus.region },
    );
  const principal = { kind: 'root', account, arn: rootArn(account) } as const;
  return decide({
    ...request,
    principal,
    resourcePolicies: resourcePolicy === null ? [] : [compiledPolicy(resourcePolicy, 'resource')],
    identityPolicies: [],
    context: {
      ...globalConditionKeys({ principal, nowMs: platform.clock.now(), region: bus.region }),
      'aws:sourcearn': sourceArn,
      'aws:sourceaccount': account,
    },
  });
}
