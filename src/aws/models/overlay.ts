import type { LeafKind, ModelledError, Service, Traits } from '../protocols/shape.ts';

/**
 * Where AWS behaves otherwise than its published models say, or where a model lacks what a server needs.
 * `tools/generate-models.ts` applies all of this while it writes the models, so types and codecs agree.
 */
export interface MemberDeviation {
  readonly shape: string;
  readonly member: string;
  /** Added to the member's own traits. */
  readonly traits?: Traits;
  /** Read and written as this instead. */
  readonly leaf?: LeafKind;
  readonly reason: string;
}

const expiresIsText = (shape: string): MemberDeviation => ({
  shape,
  member: 'Expires',
  leaf: 'string',
  reason: 'S3 keeps whatever text it was given and gives the same back; it never has to be a date.',
});

export const memberDeviations: Readonly<Record<string, readonly MemberDeviation[]>> = {
  s3: [
    {
      shape: 'GetBucketLocationOutput',
      member: 'LocationConstraint',
      traits: { xmlText: true },
      reason: 'The region is the text of the root element; SDKs know this answer by hand.',
    },
    expiresIsText('CopyObjectRequest'),
    expiresIsText('CreateMultipartUploadRequest'),
    expiresIsText('GetObjectOutput'),
    expiresIsText('HeadObjectOutput'),
    expiresIsText('PutObjectRequest'),
    ...['GetObjectRequest', 'HeadObjectRequest'].map((shape) => ({
      ...expiresIsText(shape),
      member: 'ResponseExpires',
    })),
  ],
  lambda: [
    {
      shape: 'GetFunctionCodeSigningConfigResponse',
      member: 'CodeSigningConfigArn',
      traits: { required: false },
      reason: 'Left out for a function that has none, although the model requires it.',
    },
    {
      shape: 'GetFunctionCodeSigningConfigResponse',
      member: 'FunctionName',
      traits: { required: false },
      reason: 'Left out for a function that has none, although the model requires it.',
    },
    {
      shape: 'InvokeAsyncRequest',
      member: 'InvokeArgs',
      leaf: 'blob',
      reason: 'An event is small, and is read before it is kept.',
    },
  ],
};

/**
 * Numbers that may have a fraction, as `Shape.Member`. The SDK's schemas know only numbers; all others are whole,
 * and a fraction in one of them is refused as AWS does.
 */
export const fractions: ReadonlySet<string> = new Set([
  'AliasRoutingConfiguration.AdditionalVersionWeights',
  'BoundingBox.Height',
  'BoundingBox.Left',
  'BoundingBox.Top',
  'BoundingBox.Width',
  'DetectLabelsImageQuality.Brightness',
  'DetectLabelsImageQuality.Contrast',
  'DetectLabelsImageQuality.Sharpness',
  'DetectLabelsRequest.MinConfidence',
  'DominantColor.PixelPercent',
  'Instance.Confidence',
  'Label.Confidence',
  'LambdaManagedInstancesCapacityProviderConfig.ExecutionEnvironmentMemoryGiBPerVCpu',
]);

/**
 * Members that AWS writes first, as `Shape.Member`. The SDK's schemas put the required ones there.
 */
export const leadingMembers: ReadonlySet<string> = new Set([
  'LambdaFunctionConfiguration.Id',
  'QueueConfiguration.Id',
  'TopicConfiguration.Id',
]);

export interface ServiceDeviation {
  readonly service: Partial<Service>;
  readonly reason: string;
}

export const serviceDeviations: Readonly<Record<string, ServiceDeviation>> = {
  sqs: {
    service: {
      protocols: ['awsJson1_0', 'awsQuery'],
      xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    },
    reason:
      'The model keeps only the newer JSON protocol; older SDKs and tools still speak awsQuery.',
  },
};

export interface ErrorDeviation extends Partial<ModelledError> {
  readonly name: string;
  readonly reason: string;
}

const commonError = (name: string, code = name, status = 400): ErrorDeviation => ({
  name,
  code,
  status,
  reason: 'Common to all operations, therefore in no model.',
});

/** Errors that the models lack, and members of theirs that AWS sends otherwise. */
export const errorDeviations: Readonly<Record<string, readonly ErrorDeviation[]>> = {
  s3: [
    {
      name: 'NotFound',
      status: 404,
      reason: 'The model leaves out the status that SDKs turn into this error.',
    },
  ],
  sqs: [
    commonError('AccessDeniedException', 'AccessDenied', 403),
    commonError('InvalidParameterValueException', 'InvalidParameterValue'),
    commonError('MissingRequiredParameterException', 'MissingParameter'),
  ],
  sns: [commonError('ValidationError')],
  eventbridge: [commonError('ValidationException')],
  iam: [commonError('AccessDenied', 'AccessDenied', 403), commonError('ValidationError')],
  sts: [
    commonError('AccessDenied', 'AccessDenied', 403),
    commonError('InvalidParameterValue'),
    commonError('ValidationError'),
  ],
  rekognition: [commonError('ValidationException')],
};

/** Statuses of success that AWS answers otherwise than its models say, as recorded. By service and operation. */
export const statusDeviations: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  s3: { PutBucketPolicy: 204, PutBucketTagging: 204 },
};

/**
 * Headers that tell operations on the same method, path and query apart. The models express this with `x-id`, a
 * parameter that only JavaScript clients send.
 */
export const routeHeaders: Readonly<Record<string, string>> = {
  CopyObject: 'x-amz-copy-source',
  UploadPartCopy: 'x-amz-copy-source',
};
