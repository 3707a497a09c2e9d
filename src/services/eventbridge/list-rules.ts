import type { ListRulesRequest, ListRulesResponse, Rule } from '../../aws/models/eventbridge.ts';
import { listArchivesOfBus } from '../../storage/tables/archives.ts';
import { listRules as listRows } from '../../storage/tables/rules.ts';
import type { Context } from '../context.ts';
import { archiveRule } from './archive-rule.ts';
import { checkConstraints, RULE_NAME } from './constraints.ts';
import { describe } from './describe-rule.ts';
import { checkBusExists, requestedBus } from './event-bus.ts';
import { cutPage, pageOf } from './pages.ts';

/**
 * The rules of a bus, those of its archives among them, by name.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
 */
export async function listRules(
  input: ListRulesRequest,
  context: Context,
): Promise<ListRulesResponse> {
  const { NamePrefix = '', EventBusName } = input;
  const bus = requestedBus(context, EventBusName);
  checkConstraints(['namePrefix', input.NamePrefix, RULE_NAME]);
  const { size, after } = pageOf(input);
  return context.storage.read(async (reader) => {
    await checkBusExists(reader, bus);
    const rows = await listRows(reader, bus.arn, NamePrefix, after, size + 1);
    const archives = await listArchivesOfBus(reader, bus.arn);
    const rules = [
      ...rows.map((row) => describe(row, bus)),
      ...archives
        .map((archive) => archiveRule(archive, bus))
        .filter(({ Name = '' }) => Name.startsWith(NamePrefix) && Name > after),
    ].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const { items, nextToken } = cutPage(rules, size, nameOf);
    return { Rules: items, NextToken: nextToken };
  });
}

const nameOf = ({ Name = '' }: Rule) => Name;
