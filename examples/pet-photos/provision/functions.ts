import { LambdaClient, type Runtime } from '@aws-sdk/client-lambda';
import { THUMBNAILS, UPLOADS } from '../shared/keys.ts';
import type { Settings } from '../shared/settings.ts';
import type { Arns } from './arns.ts';
import { letInvoke, provisionFunction } from './function.ts';
import { provisionLayer } from './layer.ts';
import { NODE_CODE, PYTHON_CODE, pythonLayer, sharpLayer } from './packages.ts';
import { allow, provisionRole } from './role.ts';
import { zip } from './zip.ts';

/** A photo of 40 megapixels needs 160 MB, and the file itself. */
const SIZE = { MemorySize: 1024, Timeout: 30, Environment: { Variables: {} } };

const NODE = { Runtime: 'nodejs24.x', Handler: 'index.handler' } as const;
const PYTHON: Runtime = 'python3.13';

/** The function that makes thumbnails; in Python also the one that identifies breeds. */
export async function provisionFunctions(settings: Settings, arns: Arns): Promise<void> {
  const lambda = new LambdaClient();
  const { python, thumbnailFunction, breedFunction } = settings;
  const code = zip(python ? PYTHON_CODE : NODE_CODE);
  const layer = await provisionLayer(lambda, {
    name: python ? 'boto3-pillow' : 'sharp',
    zip: zip(python ? pythonLayer() : sharpLayer()),
    codeBucket: `${settings.bucket}-code`,
  });

  const role = await provisionRole(thumbnailFunction, [
    ...readsAndLogs(arns),
    allow('s3:PutObject', `${arns.bucket}/${THUMBNAILS}*`),
  ]);
  const program = python ? { Runtime: PYTHON, Handler: 'generate_thumbnail.handler' } : NODE;
  const thumbnail = { FunctionName: thumbnailFunction, Role: role, Layers: [layer], ...program };
  await provisionFunction(lambda, { ...thumbnail, ...SIZE }, code);
  await letInvoke(lambda, thumbnailFunction, arns.uploadedRule);
  if (!python) return;

  const breedRole = await provisionRole(breedFunction, [
    ...readsAndLogs(arns),
    allow('rekognition:DetectLabels', '*'),
  ]);
  const breedProgram = { Runtime: PYTHON, Handler: 'identify_breed.handler' };
  const breed = { FunctionName: breedFunction, Role: breedRole, Layers: [layer], ...breedProgram };
  await provisionFunction(lambda, { ...breed, ...SIZE }, code);
}

const readsAndLogs = (arns: Arns) => [
  allow('s3:GetObject', `${arns.bucket}/${UPLOADS}*`),
  // Without it S3 does not say that a photo is gone, only that access is denied.
  allow('s3:ListBucket', arns.bucket),
  allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
];
