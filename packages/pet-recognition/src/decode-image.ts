import type { Metadata, Sharp } from 'sharp';
import sharp from 'sharp';
import { RecognitionError } from './recognition-error.ts';

/** A decoded image may have this many pixels: 40 megapixels take 160 MB while they are decoded. */
export const IMAGE_PIXELS_MAX = 40_000_000;

/** Red, green and blue, a byte each, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface ImageHeader {
  /** `jpeg`, `png`, `webp`, `gif`, `tiff` or `heif` (AVIF). */
  readonly format: string;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
}

/** Reads format and size without decoding the pixels. Throws RecognitionError `InvalidImage` or `ImageTooLarge`. */
export async function readImageHeader(image: Uint8Array): Promise<ImageHeader> {
  const { metadata } = await open(image);
  return { format: metadata.format, ...metadata.autoOrient };
}

/**
 * Decodes an image, upright by its EXIF orientation and shrunk until neither edge is longer than `edgePixelsMax`.
 * Transparency becomes white. Throws RecognitionError `InvalidImage` or `ImageTooLarge`.
 */
export async function decodeImage(image: Uint8Array, edgePixelsMax: number): Promise<Pixels> {
  const { source } = await open(image);
  return pixelsOf(
    source.resize(edgePixelsMax, edgePixelsMax, { fit: 'inside', withoutEnlargement: true }),
  );
}

/** The model was trained on squares cut from the middle of photos, with an eighth of the edge left out. */
const CROP_RATIO = 224 / 256;

/**
 * Two squares of an image, upright, in the size that the model takes: its middle, and the part that draws the eye, for a pet
 * that sits elsewhere.
 */
export async function decodeViews(image: Uint8Array, edgePixels: number): Promise<Uint8Array[]> {
  const { source } = await open(image);
  const covered = Math.round(edgePixels / CROP_RATIO);
  const margin = Math.floor((covered - edgePixels) / 2);
  const middle = source
    .clone()
    .resize(covered, covered, { fit: 'cover' })
    .extract({ left: margin, top: margin, width: edgePixels, height: edgePixels });
  const salient = source.resize(edgePixels, edgePixels, { fit: 'cover', position: 'attention' });
  const views = await Promise.all([pixelsOf(middle), pixelsOf(salient)]);
  return views.map(({ rgb }) => rgb);
}

/** Only images made of pixels: SVG, which the decoder could draw as well, is a program. */
const FORMATS: readonly string[] = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'];

async function open(image: Uint8Array): Promise<{ source: Sharp; metadata: Metadata }> {
  if (image.length === 0) return invalidImage(new Error('it is empty'));
  // The pixel limit is checked below, where it can be told from a broken image.
  const source = sharp(image, { failOn: 'truncated', limitInputPixels: false, autoOrient: true });
  const metadata = await source.metadata().catch(invalidImage);
  if (!FORMATS.includes(metadata.format))
    return invalidImage(new Error(`its format is ${metadata.format}`));
  const pixels = metadata.width * metadata.height;
  if (pixels > IMAGE_PIXELS_MAX)
    throw new RecognitionError(
      'ImageTooLarge',
      `the image has ${metadata.width} x ${metadata.height} pixels, more than ${IMAGE_PIXELS_MAX}`,
    );
  return { source, metadata };
}

async function pixelsOf(source: Sharp): Promise<Pixels> {
  const { data, info } = await source
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(invalidImage);
  return { width: info.width, height: info.height, rgb: data };
}

function invalidImage(cause: Error): never {
  throw new RecognitionError('InvalidImage', `the image cannot be decoded: ${cause.message}`, {
    cause,
  });
}
