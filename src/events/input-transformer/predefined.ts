/** What a template may name besides the event: the rule that matched, and when the event came. */
export interface InputContext {
  readonly ruleArn: string;
  readonly ruleName: string;
  /** When the bus received the event: ISO 8601, `2024-01-15T10:30:00Z`. */
  readonly ingestionTime: string;
}

type Predefined = (event: Readonly<Record<string, unknown>>, context: InputContext) => unknown;

/**
 * The variables that need no entry in `InputPathsMap`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
const PREDEFINED: ReadonlyMap<string, Predefined> = new Map<string, Predefined>([
  ['aws.events.rule-arn', (_event, { ruleArn }) => ruleArn],
  ['aws.events.rule-name', (_event, { ruleName }) => ruleName],
  ['aws.events.event.ingestion-time', (_event, { ingestionTime }) => ingestionTime],
  ['aws.events.event', withoutDetail],
  ['aws.events.event.json', (event) => event],
]);

export const isPredefined = (name: string): boolean => PREDEFINED.has(name);

export const predefinedValue = (
  name: string,
  event: Readonly<Record<string, unknown>>,
  context: InputContext,
): unknown => PREDEFINED.get(name)?.(event, context);

/** The envelope as AWS puts it here: without `detail`, and with one key in another spelling. */
function withoutDetail(event: Readonly<Record<string, unknown>>): unknown {
  const { id, account, time, source, region, resources, version } = event;
  const detailType = event['detail-type'];
  return { id, account, detailType, time, source, region, resources, version };
}
