import * as cloudwatchLogs from '../../../src/aws/models/cloudwatch-logs.ts';
import * as eventbridge from '../../../src/aws/models/eventbridge.ts';
import * as iam from '../../../src/aws/models/iam.ts';
import * as lambda from '../../../src/aws/models/lambda.ts';
import * as rekognition from '../../../src/aws/models/rekognition.ts';
import * as s3 from '../../../src/aws/models/s3.ts';
import * as sns from '../../../src/aws/models/sns.ts';
import * as sqs from '../../../src/aws/models/sqs.ts';
import * as sts from '../../../src/aws/models/sts.ts';
import type { Model } from '../../../src/aws/protocols/shape.ts';

/** Every model, under the name of its SDK package. */
export const models: Readonly<Record<string, Model>> = {
  'cloudwatch-logs': cloudwatchLogs,
  eventbridge,
  iam,
  lambda,
  rekognition,
  s3,
  sns,
  sqs,
  sts,
};
