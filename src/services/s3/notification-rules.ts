import type { NotificationConfiguration } from '../../aws/models/s3.ts';
import { createBoundedCache } from '../../lib/bounded-cache.ts';

/** One configuration of a bucket: which changes go to one destination. */
export interface NotificationRule {
  readonly id: string;
  readonly kind: 'queue' | 'topic' | 'function';
  readonly destination: string;
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

export interface NotificationRules {
  readonly eventBridge: boolean;
  match(eventName: string, key: string): readonly NotificationRule[];
}

const COMPILED_MAX = 10_000;
const compiled = createBoundedCache<NotificationRules>(COMPILED_MAX);

export function notificationRules(text: string): NotificationRules {
  let rules = compiled.get(text);
  if (!rules) {
    rules = compile(JSON.parse(text));
    compiled.set(text, rules);
  }
  return rules;
}

function compile(configuration: NotificationConfiguration): NotificationRules {
  const rules: NotificationRule[] = [
    ...(configuration.QueueConfigurations ?? []).map((c) => rule('queue', c.QueueArn, c)),
    ...(configuration.TopicConfigurations ?? []).map((c) => rule('topic', c.TopicArn, c)),
    ...(configuration.LambdaFunctionConfigurations ?? []).map((c) =>
      rule('function', c.LambdaFunctionArn, c),
    ),
  ];
  return {
    eventBridge: configuration.EventBridgeConfiguration !== undefined,
    match: (eventName, key) =>
      rules.filter(
        (candidate) =>
          key.startsWith(candidate.prefix) &&
          key.endsWith(candidate.suffix) &&
          candidate.events.some((event) => covers(event, `s3:${eventName}`)),
      ),
  };
}

const covers = (event: string, name: string) =>
  event.endsWith('*') ? name.startsWith(event.slice(0, -1)) : name === event;

function rule(
  kind: NotificationRule['kind'],
  destination: string,
  c: {
    Id?: string | undefined;
    Events: string[];
    Filter?:
      | {
          Key?:
            | {
                FilterRules?:
                  | { Name?: string | undefined; Value?: string | undefined }[]
                  | undefined;
              }
            | undefined;
        }
      | undefined;
  },
): NotificationRule {
  const filter = (name: string) =>
    c.Filter?.Key?.FilterRules?.find((f) => f.Name?.toLowerCase() === name)?.Value ?? '';
  return {
    id: c.Id ?? '',
    kind,
    destination,
    events: c.Events,
    prefix: filter('prefix'),
    suffix: filter('suffix'),
  };
}
