import type { DominantColor } from '../../aws/models/rekognition.ts';
import { type CssColor, nearestCssColor } from './css-colors.ts';
import type { Pixels } from './image-analysis.ts';

interface Shade {
  red: number;
  green: number;
  blue: number;
  count: number;
}

/**
 * The colours that cover most of an image, largest first: its pixels grouped by the named colour they look most like, each group as
 * the mean of its pixels. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DominantColor.html
 */
export function dominantColors(pixels: Pixels, colorsMax: number): DominantColor[] {
  const groups = new Map<CssColor, Shade>();
  for (const shade of shadesOf(pixels)) {
    const color = nearestCssColor(...mean(shade));
    add(entry(groups, color), shade);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, colorsMax)
    .map(([color, shade]) => describe(color, shade, pixels.width * pixels.height));
}

/** Pixels in cells of 16 x 16 x 16 neighbouring colours: thousands of pixels become a few hundred shades. */
function shadesOf({ rgb }: Pixels): Iterable<Shade> {
  const cells = new Map<number, Shade>();
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
    const cell = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    add(entry(cells, cell), { red, green, blue, count: 1 });
  }
  return cells.values();
}

function entry<Key>(shades: Map<Key, Shade>, key: Key): Shade {
  const found = shades.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
  shades.set(key, found);
  return found;
}

function add(sum: Shade, { red, green, blue, count }: Shade): void {
  sum.red += red;
  sum.green += green;
  sum.blue += blue;
  sum.count += count;
}

const mean = ({ red, green, blue, count }: Shade): [number, number, number] => [
  Math.round(red / count),
  Math.round(green / count),
  Math.round(blue / count),
];

function describe(color: CssColor, shade: Shade, pixelCount: number): DominantColor {
  const [Red, Green, Blue] = mean(shade);
  return {
    Red,
    Green,
    Blue,
    HexCode: `#${Buffer.from([Red, Green, Blue]).toString('hex')}`,
    CSSColor: color.name,
    SimplifiedColor: color.simplified,
    PixelPercent: (shade.count * 100) / pixelCount,
  };
}
