import type { DetectLabelsRequest, DetectLabelsResponse } from '../../aws/models/rekognition.ts';
import type { Context } from '../context.ts';
import { readDetectLabelsRequest } from './detect-labels-request.ts';
import { invalidImageFormat, invalidParameter } from './errors.ts';
import type { ImageAnalysis } from './image-analysis.ts';
import { createImageAnalysis } from './image-analysis.ts';
import { imageProperties } from './image-properties.ts';
import { labelsOf } from './labels.ts';
import { readS3Image } from './read-s3-image.ts';
import { selectLabels } from './select-labels.ts';

const FORMATS = ['jpeg', 'png'];
const EDGE_PIXELS_MIN = 80;
/** Colours and sharpness are measured on a copy no larger than this. */
const MEASURED_EDGE_PIXELS = 256;
const LABEL_MODEL_VERSION = '3.0';

/** One for the process: the model is loaded once. */
const installed = createImageAnalysis();

/**
 * Says what an image shows. The labels come from a model on this machine that knows the thousand classes of ImageNet, among them
 * 118 breeds of dogs and 5 of cats. Needs the package `packages/pet-recognition`; without it, InternalServerError says so.
 * https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html
 *
 * Deviation from AWS: images of more than 40 megapixels are ImageTooLargeException, whatever their bytes.
 */
export async function detectLabels(
  input: DetectLabelsRequest,
  context: Context,
  analysis: ImageAnalysis = installed,
): Promise<DetectLabelsResponse> {
  const { image, labels, colorsMax } = readDetectLabelsRequest(input);
  const bytes = 'bytes' in image ? image.bytes : await readS3Image(image.s3, context);
  await requireUsableImage(bytes, analysis);
  return {
    LabelModelVersion: LABEL_MODEL_VERSION,
    ...(labels && { Labels: selectLabels(labelsOf(await analysis.recognise(bytes)), labels) }),
    ...(colorsMax !== undefined && {
      ImageProperties: imageProperties(
        await analysis.pixels(bytes, MEASURED_EDGE_PIXELS),
        colorsMax,
      ),
    }),
  };
}

async function requireUsableImage(bytes: Uint8Array, analysis: ImageAnalysis): Promise<void> {
  const { format, width, height } = await analysis.header(bytes);
  if (!FORMATS.includes(format)) throw invalidImageFormat();
  if (Math.min(width, height) < EDGE_PIXELS_MIN)
    throw invalidParameter(`an image must be at least ${EDGE_PIXELS_MIN} pixels wide and high`);
}
