import {
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { UPLOADS } from '../shared/keys.ts';
import { LARGE_PHOTO_BYTES } from '../shared/limits.ts';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';

/** Every upload is thumbnailed; the admin is told of large ones, in a sentence. */
export async function provisionRules(settings: Settings, arns: Arns): Promise<void> {
  const events = new EventBridgeClient();
  const uploaded = {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: [settings.bucket] }, object: { key: [{ prefix: UPLOADS }] } },
  };
  await ensureRule(events, settings.uploadedRule, uploaded, {
    Id: 'generate-thumbnail',
    Arn: arns.thumbnailFunction,
  });

  const large = structuredClone(uploaded);
  Object.assign(large.detail.object, { size: [{ numeric: ['>=', LARGE_PHOTO_BYTES] }] });
  await ensureRule(events, settings.largeRule, large, {
    Id: 'news',
    Arn: arns.topic,
    InputTransformer: {
      InputPathsMap: { key: '$.detail.object.key', size: '$.detail.object.size' },
      InputTemplate: '"A large photo was uploaded: <key>, <size> bytes."',
    },
  });
}

async function ensureRule(
  events: EventBridgeClient,
  name: string,
  pattern: object,
  target: Target,
) {
  await events.send(new PutRuleCommand({ Name: name, EventPattern: JSON.stringify(pattern) }));
  const { FailedEntries = [] } = await events.send(
    new PutTargetsCommand({ Rule: name, Targets: [target] }),
  );
  if (FailedEntries.length > 0) throw new Error(`rule ${name}: ${FailedEntries[0]?.ErrorMessage}`);
}
