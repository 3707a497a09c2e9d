import { imageTooLarge, internalServerError, invalidImageFormat, throttled } from './errors.ts';

/**
 * What DetectLabels needs to know about an image. It comes from a package that is no dependency of the server: image decoding and
 * a neural network are large, and most servers are never asked for labels. Throws AwsError for what
 * is wrong with the image.
 */
export interface ImageAnalysis {
  /** Format and upright size in pixels, without decoding. */
  header(image: Uint8Array): Promise<ImageHeader>;
  /** Decoded and shrunk until neither edge is longer than `edgePixelsMax`. */
  pixels(image: Uint8Array, edgePixelsMax: number): Promise<Pixels>;
  recognise(image: Uint8Array): Promise<Recognition>;
}

export interface ImageHeader {
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue, a byte each, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** How sure the model is, as ratios 0..1: of classes (`German shepherd`) and of the kinds they belong to (`dog`, `animal`). */
export interface Recognition {
  /** Most likely first. */
  readonly top: readonly Prediction[];
  readonly kinds: Readonly<Record<string, number>>;
}

export interface Prediction {
  readonly label: string;
  readonly otherLabels: readonly string[];
  /** From the general to the particular. */
  readonly kinds: readonly string[];
  readonly confidence: number;
}

/** The part of `packages/pet-recognition` that is used here. */
export interface RecognitionPackage {
  readImageHeader(image: Uint8Array): Promise<ImageHeader>;
  decodeImage(image: Uint8Array, edgePixelsMax: number): Promise<Pixels>;
  createRecogniser(): { recognise(image: Uint8Array): Promise<Recognition> };
}

type Loaded = RecognitionPackage & ReturnType<RecognitionPackage['createRecogniser']>;

export const RECOGNITION_PACKAGE = '@spillway/pet-recognition';

/** Imports the package when it is first needed, and once. A missing one is looked for again by the next request. */
export function createImageAnalysis(packageName = RECOGNITION_PACKAGE): ImageAnalysis {
  let loading: Promise<Loaded> | undefined;
  const load = () => {
    loading ??= loadPackage(packageName).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    header: async (image) => (await load()).readImageHeader(image).catch(awsErrorOf),
    pixels: async (image, edgePixelsMax) =>
      (await load()).decodeImage(image, edgePixelsMax).catch(awsErrorOf),
    recognise: async (image) => (await load()).recognise(image).catch(awsErrorOf),
  };
}

async function loadPackage(name: string): Promise<Loaded> {
  try {
    const found = (await import(name)) as RecognitionPackage;
    return { ...found, ...found.createRecogniser() };
  } catch (cause) {
    const message = `DetectLabels needs the package ${name}, which cannot be loaded. It is packages/pet-recognition of Spillway's repository: run the server from a clone, after npm ci.`;
    throw internalServerError(message, cause);
  }
}

/** The package's own errors say with `code` what went wrong; anything else is a fault of the server. */
function awsErrorOf(error: Error & { code?: string }): never {
  if (error.code === 'InvalidImage') throw invalidImageFormat(error);
  if (error.code === 'ImageTooLarge') throw imageTooLarge(error);
  if (error.code === 'Busy') throw throttled(error);
  throw error;
}
