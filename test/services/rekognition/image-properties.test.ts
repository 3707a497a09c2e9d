import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CSS_COLORS, nearestCssColor } from '../../../src/services/rekognition/css-colors.ts';
import { dominantColors } from '../../../src/services/rekognition/dominant-colors.ts';
import type { Pixels } from '../../../src/services/rekognition/image-analysis.ts';
import {
  imageProperties,
  imageQuality,
} from '../../../src/services/rekognition/image-properties.ts';

type Rgb = readonly [number, number, number];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** A square image, each pixel coloured by its place. */
function image(edge: number, colorAt: (x: number, y: number) => Rgb): Pixels {
  const colors = Array.from({ length: edge * edge }, (_, i) =>
    colorAt(i % edge, Math.floor(i / edge)),
  );
  return { width: edge, height: edge, rgb: Uint8Array.from(colors.flat()) };
}

test('a plain image has one colour and no contrast', () => {
  const { Quality, DominantColors } = imageProperties(
    image(8, () => [250, 5, 0]),
    10,
  );
  assert.deepEqual(DominantColors, [
    {
      Red: 250,
      Green: 5,
      Blue: 0,
      HexCode: '#fa0500',
      CSSColor: 'red',
      SimplifiedColor: 'red',
      PixelPercent: 100,
    },
  ]);
  assert.deepEqual([Quality?.Sharpness, Quality?.Contrast], [0, 0]);
  assert.equal(Quality?.Brightness?.toFixed(2), '30.46');
});

test('colours are told largest first, and no more than asked for', () => {
  const flag = image(10, (_, y) => (y < 5 ? [0, 0, 250] : y < 8 ? WHITE : BLACK));
  const told = (max: number) =>
    dominantColors(flag, max).map(({ CSSColor, PixelPercent }) => `${CSSColor} ${PixelPercent}`);
  assert.deepEqual(told(10), ['blue 50', 'white 30', 'black 20']);
  assert.deepEqual(told(2), ['blue 50', 'white 30']);
  assert.deepEqual(told(0), []);
});

test('neighbouring shades are one colour, told as their mean', () => {
  const sky = image(4, (x) => (x < 2 ? [0, 0, 240] : [0, 0, 250]));
  assert.deepEqual(
    dominantColors(sky, 10).map(({ HexCode }) => HexCode),
    ['#0000f5'],
  );
});

test('black on white has all the contrast there is', () => {
  const { Brightness, Contrast } = imageQuality(image(10, (x) => (x < 5 ? BLACK : WHITE)));
  assert.deepEqual([Math.round(Brightness ?? 0), Math.round(Contrast ?? 0)], [50, 100]);
});

test('edges are sharper than slopes', () => {
  const sharpness = (colorAt: (x: number) => number) =>
    imageQuality(image(32, (x) => [colorAt(x), colorAt(x), colorAt(x)])).Sharpness ?? 0;
  const stripes = sharpness((x) => (x % 16 < 8 ? 100 : 140));
  const waves = sharpness((x) => Math.round(120 + 20 * Math.sin((x / 16) * 2 * Math.PI)));
  const slope = sharpness((x) => x * 8);
  assert.ok(stripes > waves && waves > slope, `${stripes} > ${waves} > ${slope}`);
  assert.ok(stripes < 100 && slope < 1);
});

test('the smallest images have properties as well', () => {
  assert.equal(imageQuality(image(1, () => WHITE)).Sharpness, 0);
  assert.equal(
    dominantColors(
      image(1, () => WHITE),
      10,
    )[0]?.PixelPercent,
    100,
  );
});

test('shares of all colours sum up to 100, and quality stays within its scale', () => {
  const pixels = fc.uint8Array({ minLength: 48, maxLength: 48 });
  fc.assert(
    fc.property(pixels, (rgb) => {
      const { Quality = {}, DominantColors = [] } = imageProperties(
        { width: 4, height: 4, rgb },
        148,
      );
      const sum = DominantColors.reduce((total, { PixelPercent = 0 }) => total + PixelPercent, 0);
      assert.ok(Math.abs(sum - 100) < 1e-9);
      for (const value of Object.values(Quality))
        assert.ok(value !== undefined && value >= 0 && value <= 100);
    }),
  );
});

test('every named colour is nearest to itself, and its names are AWS’s twelve', () => {
  for (const color of CSS_COLORS)
    assert.equal(nearestCssColor(color.red, color.green, color.blue).name, color.name);
  assert.equal(new Set(CSS_COLORS.map(({ simplified }) => simplified)).size, 12);
  assert.equal(CSS_COLORS.length, new Set(CSS_COLORS.map(({ name }) => name)).size);
});
