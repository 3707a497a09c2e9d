import { createHash } from 'node:crypto';
import {
  GetLayerVersionByArnCommand,
  type LambdaClient,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
} from '@aws-sdk/client-lambda';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { createS3Client } from '../shared/clients.ts';
import { ensureBucket } from './bucket.ts';

export interface Layer {
  readonly name: string;
  readonly zip: Uint8Array;
  /** From which its zip is uploaded: a layer may be too large for a request. */
  readonly codeBucket: string;
}

/** Publishes a layer unless its newest version is the same. Answers the ARN of that version. */
export async function provisionLayer(lambda: LambdaClient, layer: Layer): Promise<string> {
  const { name, zip, codeBucket } = layer;
  const digest = createHash('sha256').update(zip).digest('base64');
  const newest = await newestVersion(lambda, name);
  if (newest?.digest === digest) return newest.arn;

  const s3 = createS3Client();
  await ensureBucket(s3, codeBucket);
  const Key = `layers/${name}.zip`;
  await s3.send(new PutObjectCommand({ Bucket: codeBucket, Key, Body: zip }));
  const { LayerVersionArn } = await lambda.send(
    new PublishLayerVersionCommand({
      LayerName: name,
      Content: { S3Bucket: codeBucket, S3Key: Key },
    }),
  );
  return LayerVersionArn as string;
}

async function newestVersion(lambda: LambdaClient, name: string) {
  const { LayerVersions = [] } = await lambda.send(
    new ListLayerVersionsCommand({ LayerName: name, MaxItems: 1 }),
  );
  const arn = LayerVersions[0]?.LayerVersionArn;
  if (arn === undefined) return undefined;
  const { Content } = await lambda.send(new GetLayerVersionByArnCommand({ Arn: arn }));
  return { arn, digest: Content?.CodeSha256 };
}
