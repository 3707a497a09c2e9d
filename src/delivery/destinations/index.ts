import type { Destination } from '../destination.ts';
import { invocation } from './invocation.ts';
import { invocationDestination } from './invocation-destination.ts';
import { ruleTarget } from './rule-target.ts';
import { s3EventBus } from './s3-event-bus.ts';
import { s3Function } from './s3-function.ts';
import { s3Queue } from './s3-queue.ts';
import { s3Topic } from './s3-topic.ts';
import { snsEmail } from './sns-email.ts';
import { snsHttp } from './sns-http.ts';
import { snsLambda } from './sns-lambda.ts';
import { snsSms } from './sns-sms.ts';
import { snsSqs } from './sns-sqs.ts';

/** Every kind of hop, each in a file of its own. */
export const destinations: readonly Destination[] = [
  invocation,
  invocationDestination,
  ruleTarget,
  s3EventBus,
  s3Queue,
  s3Function,
  s3Topic,
  snsEmail,
  snsHttp,
  snsLambda,
  snsSms,
  snsSqs,
];
