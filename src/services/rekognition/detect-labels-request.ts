import type { DetectLabelsRequest, S3Object } from '../../aws/models/rekognition.ts';
import { invalidParameter } from './errors.ts';
import type { LabelSelection } from './select-labels.ts';

/** A DetectLabels request that makes sense: exactly one image, and settings only for what is asked for. */
export interface LabelsWanted {
  readonly image: { readonly bytes: Uint8Array } | { readonly s3: S3Location };
  /** Undefined when GENERAL_LABELS is not asked for. */
  readonly labels: LabelSelection | undefined;
  /** Undefined when IMAGE_PROPERTIES is not asked for. */
  readonly colorsMax: number | undefined;
}

export interface S3Location {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

export const IMAGE_BYTES_MAX = 5_242_880;
const COLORS_DEFAULT = 10;
const COLORS_MAX = 12;
const FILTERS_MAX = 100;
const FILTER_CHARACTERS_MAX = 50;
const NAME_CHARACTERS_MAX = 1024;

const FEATURES = ['GENERAL_LABELS', 'IMAGE_PROPERTIES'];
const BUCKET = /^[0-9A-Za-z.\-_]{3,255}$/;
/** AWS's own pattern, in which `'-_` is a range. */
const FILTER = /^[A-Za-z0-9àâèçñó'-_(). ]*$/;

/**
 * Checks a request by the constraints of AWS's model. Throws InvalidParameterException.
 * https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html
 */
export function readDetectLabelsRequest(input: DetectLabelsRequest): LabelsWanted {
  const features = input.Features ?? [];
  requireThat(features.length <= FEATURES.length, 'Features has too many entries');
  for (const feature of features)
    requireThat(FEATURES.includes(feature), `Features cannot be ${feature}`);
  const labels = features.length === 0 || features.includes('GENERAL_LABELS');
  const properties = features.includes('IMAGE_PROPERTIES');
  return {
    image: readImage(input),
    labels: readLabelSelection(input, labels),
    colorsMax: readColorsMax(input, properties),
  };
}

function readImage({ Image: { Bytes, S3Object } }: DetectLabelsRequest): LabelsWanted['image'] {
  if (Bytes && !S3Object) {
    const fits = Bytes.length >= 1 && Bytes.length <= IMAGE_BYTES_MAX;
    requireThat(fits, `Image.Bytes must have 1 to ${IMAGE_BYTES_MAX} bytes`);
    return { bytes: Bytes };
  }
  if (!S3Object || Bytes) throw invalidParameter('Image must have either Bytes or S3Object');
  return { s3: readS3Object(S3Object) };
}

function readS3Object({ Bucket = '', Name = '', Version }: S3Object): S3Location {
  requireThat(BUCKET.test(Bucket), 'Image.S3Object.Bucket is not a bucket name');
  requireThat(isName(Name), `Image.S3Object.Name must have 1 to ${NAME_CHARACTERS_MAX} characters`);
  if (Version === undefined) return { Bucket, Key: Name };
  requireThat(
    isName(Version),
    `Image.S3Object.Version must have 1 to ${NAME_CHARACTERS_MAX} characters`,
  );
  return { Bucket, Key: Name, VersionId: Version };
}

const isName = (text: string) => text.length >= 1 && text.length <= NAME_CHARACTERS_MAX;

function readLabelSelection(
  { MaxLabels, MinConfidence, Settings }: DetectLabelsRequest,
  asked: boolean,
): LabelSelection | undefined {
  const filters = Settings?.GeneralLabels;
  if (!asked) {
    const none = MaxLabels === undefined && MinConfidence === undefined && filters === undefined;
    requireThat(none, 'MaxLabels, MinConfidence and Settings.GeneralLabels need GENERAL_LABELS');
    return undefined;
  }
  if (MaxLabels !== undefined)
    requireThat(
      Number.isInteger(MaxLabels) && MaxLabels >= 0,
      'MaxLabels must be a whole number, 0 or more',
    );
  if (MinConfidence !== undefined)
    requireThat(MinConfidence >= 0 && MinConfidence <= 100, 'MinConfidence must be from 0 to 100');
  for (const [name, list] of Object.entries(filters ?? {})) requireFilters(name, list ?? []);
  return { ...filters, MaxLabels, MinConfidence };
}

function requireFilters(name: string, list: readonly string[]): void {
  requireThat(list.length <= FILTERS_MAX, `${name} has more than ${FILTERS_MAX} entries`);
  for (const text of list)
    requireThat(
      text.length <= FILTER_CHARACTERS_MAX && FILTER.test(text),
      `${name} holds an entry that is no label`,
    );
}

function readColorsMax({ Settings }: DetectLabelsRequest, asked: boolean): number | undefined {
  const colorsMax = Settings?.ImageProperties?.MaxDominantColors;
  if (!asked) {
    requireThat(
      Settings?.ImageProperties === undefined,
      'Settings.ImageProperties needs IMAGE_PROPERTIES',
    );
    return undefined;
  }
  if (colorsMax === undefined) return COLORS_DEFAULT;
  const fits = Number.isInteger(colorsMax) && colorsMax >= 0 && colorsMax <= COLORS_MAX;
  requireThat(fits, `MaxDominantColors must be from 0 to ${COLORS_MAX}`);
  return colorsMax;
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw invalidParameter(otherwise);
}
