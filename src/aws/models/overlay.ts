import type { Service, Traits } from '../protocols/shape.ts';

/**
 * Where AWS behaves otherwise than its published models say, or where a model lacks what a server needs.
 * `tools/generate-models.ts` applies all of this while it writes the models, so types and codecs agree.
 */
export interface MemberDeviation {
  readonly shape: string;
  readonly member: string;
  /** Added to the member's own traits. */
  readonly traits: Traits;
  readonly reason: string;
}

export const memberDeviations: Readonly<Record<string, readonly MemberDeviation[]>> = {
  s3: [
    {
      shape: 'GetBucketLocationOutput',
      member: 'LocationConstraint',
      traits: { xmlText: true },
      reason: 'The region is the text of the root element; SDKs know this answer by hand.',
    },
  ],
};

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

/**
 * Headers that tell operations on the same method, path and query apart. The models express this with `x-id`, a
 * parameter that only JavaScript clients send.
 */
export const routeHeaders: Readonly<Record<string, string>> = {
  CopyObject: 'x-amz-copy-source',
  UploadPartCopy: 'x-amz-copy-source',
};
