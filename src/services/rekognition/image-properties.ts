import type {
  DetectLabelsImageProperties,
  DetectLabelsImageQuality,
} from '../../aws/models/rekognition.ts';
import { dominantColors } from './dominant-colors.ts';
import type { Pixels } from './image-analysis.ts';

/**
 * The `IMAGE_PROPERTIES` of an image: its dominant colours, and brightness, sharpness and contrast from 0 to 100.
 * https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabelsImageProperties.html
 *
 * Deviation from AWS: AWS does not publish its formulas; these are common ones on a scale of their own. `Foreground` and `Background`
 * are left out, because nothing here tells them apart.
 */
export const imageProperties = (
  pixels: Pixels,
  colorsMax: number,
): DetectLabelsImageProperties => ({
  Quality: imageQuality(pixels),
  DominantColors: dominantColors(pixels, colorsMax),
});

/** Half of a picture black and half white: the largest deviation there is. */
const DEVIATION_MAX = 127.5;
/** The deviation of the edges in a photo that is in focus. */
const EDGE_DEVIATION_FULL = 40;

export function imageQuality(pixels: Pixels): DetectLabelsImageQuality {
  const light = luminance(pixels);
  const brightness = meanAndDeviation(light);
  const edges = meanAndDeviation(laplacian(light, pixels.width, pixels.height));
  return {
    Brightness: (brightness.mean * 100) / 255,
    Sharpness: Math.min(100, (edges.deviation * 100) / EDGE_DEVIATION_FULL),
    Contrast: (brightness.deviation * 100) / DEVIATION_MAX,
  };
}

/** How bright each pixel looks, 0..255 (ITU-R BT.601). */
function luminance({ rgb, width, height }: Pixels): Float64Array {
  return Float64Array.from({ length: width * height }, (_, index) => {
    const at = index * 3;
    return 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  });
}

/** How much each inner pixel differs from its four neighbours: large where there is an edge, small in a blur. */
function laplacian(light: Float64Array, width: number, height: number): number[] {
  const differences: number[] = [];
  const value = (x: number, y: number) => light[y * width + x] ?? 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const neighbours = value(x - 1, y) + value(x + 1, y) + value(x, y - 1) + value(x, y + 1);
      differences.push(neighbours - 4 * value(x, y));
    }
  return differences;
}

function meanAndDeviation(values: ArrayLike<number> & Iterable<number>) {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const count = Math.max(1, values.length);
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
