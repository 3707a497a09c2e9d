import { AwsError } from '../../aws/error.ts';

/** What is wrong with the parts that CompleteMultipartUpload names. */
export const invalidPart = (ETag: string, PartNumber: number, UploadId: string) =>
  new AwsError(
    'InvalidPart',
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { members: { ETag, PartNumber: String(PartNumber), UploadId } },
  );

export const invalidPartOrder = (UploadId: string) =>
  new AwsError(
    'InvalidPartOrder',
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
    { members: { UploadId } },
  );

export const partTooSmall = (ETag: string, PartNumber: number, size: number, min: number) =>
  new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    members: {
      ETag,
      MinSizeAllowed: String(min),
      PartNumber: String(PartNumber),
      ProposedSize: String(size),
    },
  });
