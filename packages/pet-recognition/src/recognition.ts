import type { ImageClass, Kind } from './classes.ts';
import { kinds } from './classes.ts';

/** What a photo shows. All confidences are ratios, 0..1. */
export interface Recognition {
  readonly species: 'dog' | 'cat' | 'none';
  /** That it is this species; for `none`, that it is neither a dog nor a cat. */
  readonly speciesConfidence: number;
  /**
   * The likeliest breed of the species. Good for dogs; the five breeds of cats are coat patterns that are easily
   * mistaken for each other, so show a cat's breed as a guess.
   */
  readonly breed?: string;
  /** That it is this breed, given that the species is right. */
  readonly breedConfidence?: number;
  /** The likeliest classes of all, most likely first. */
  readonly top: readonly Prediction[];
  /** How likely each kind of thing is, however sure the class is: the sum over the classes of that kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
}

export interface Prediction {
  readonly label: string;
  readonly otherLabels: readonly string[];
  /** What the label is a kind of, from the general to the particular. */
  readonly kinds: readonly Kind[];
  readonly confidence: number;
}

const TOP_COUNT = 10;

/** Photos of pets reach 60 to 90 % for their species, photos without one stay below 30 %. */
const SPECIES_CONFIDENCE_MIN = 0.5;

/**
 * Reads the model's answer, one probability a class. The species comes first, because it is far surer than the breed: a photo
 * of a mongrel spreads over many breeds, and all of them are dogs.
 */
export function interpret(
  probabilities: ArrayLike<number>,
  classes: readonly ImageClass[],
): Recognition {
  const predictions = classes.map((found, index) => ({
    label: found.name,
    otherLabels: found.otherNames,
    kinds: found.kinds,
    confidence: probabilities[index] ?? 0,
  }));
  predictions.sort((a, b) => b.confidence - a.confidence);
  const byKind = sumByKind(predictions);
  const recognition = { top: predictions.slice(0, TOP_COUNT), kinds: byKind };

  const species = byKind.dog >= byKind.cat ? 'dog' : 'cat';
  if (byKind[species] < SPECIES_CONFIDENCE_MIN)
    return { species: 'none', speciesConfidence: 1 - byKind.pet, ...recognition };
  const breed = predictions.find((prediction) => prediction.kinds.includes(species));
  return {
    species,
    speciesConfidence: byKind[species],
    ...(breed && { breed: breed.label, breedConfidence: breed.confidence / byKind[species] }),
    ...recognition,
  };
}

/** Rounding may carry a sum past 1. */
function sumByKind(predictions: readonly Prediction[]): Record<Kind, number> {
  const sumOf = (kind: Kind) =>
    predictions.reduce(
      (sum, { kinds, confidence }) => sum + (kinds.includes(kind) ? confidence : 0),
      0,
    );
  return Object.fromEntries(kinds.map((kind) => [kind, Math.min(1, sumOf(kind))])) as Record<
    Kind,
    number
  >;
}
