import { cloudwatchLogs } from './cloudwatch-logs/index.ts';
import type { Service } from './define-service.ts';
import { eventbridge } from './eventbridge/index.ts';
import { iam } from './iam/index.ts';
import { lambda } from './lambda/index.ts';
import { rekognition } from './rekognition/index.ts';
import { s3 } from './s3/index.ts';
import { sns } from './sns/index.ts';
import { spillway } from './spillway/index.ts';
import { sqs } from './sqs/index.ts';
import { sts } from './sts/index.ts';

/** Every service that the gateway can reach. */
export const services: readonly Service[] = [
  cloudwatchLogs,
  eventbridge,
  iam,
  lambda,
  rekognition,
  s3,
  sns,
  spillway,
  sqs,
  sts,
];
