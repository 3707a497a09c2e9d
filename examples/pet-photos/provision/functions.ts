import { LambdaClient } from '@aws-sdk/client-lambda';
import { THUMBNAILS, UPLOADS } from '../shared/keys.ts';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';
import { letInvoke, provisionFunction } from './function.ts';
import { provisionLayer } from './layer.ts';
import { NODE_CODE, sharpLayer } from './packages.ts';
import { allow, provisionRole } from './role.ts';
import { zip } from './zip.ts';

const TIMEOUT_SECONDS = 30;
/** A photo of 40 megapixels needs 160 MB, and the file itself. */
const MEMORY_MEGABYTES = 1024;

/** The function that makes thumbnails, with sharp in a layer. */
export async function provisionFunctions(settings: Settings, arns: Arns): Promise<void> {
  const lambda = new LambdaClient();
  const { thumbnailFunction, bucket } = settings;
  const role = await provisionRole(thumbnailFunction, [
    allow('s3:GetObject', `${arns.bucket}/${UPLOADS}*`),
    allow('s3:PutObject', `${arns.bucket}/${THUMBNAILS}*`),
    // Without it S3 does not say that a photo is gone, only that access is denied.
    allow('s3:ListBucket', arns.bucket),
    allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
  ]);
  const layer = await provisionLayer(lambda, {
    name: 'sharp',
    zip: zip(sharpLayer()),
    codeBucket: `${bucket}-code`,
  });
  const plan = {
    FunctionName: thumbnailFunction,
    Runtime: 'nodejs24.x' as const,
    Handler: 'index.handler',
    Role: role,
    Layers: [layer],
    MemorySize: MEMORY_MEGABYTES,
    Timeout: TIMEOUT_SECONDS,
    Environment: { Variables: {} },
  };
  await provisionFunction(lambda, plan, zip(NODE_CODE));
  await letInvoke(lambda, thumbnailFunction, arns.uploadedRule);
}
