import type { Instance, Label, Parent } from '../../aws/models/rekognition.ts';
import type { Prediction, Recognition } from './image-analysis.ts';

/**
 * Turns what the model recognised into labels as DetectLabels returns them: one for each kind of thing (Animal, Mammal, Dog, ...)
 * and one for each of the likeliest classes (German Shepherd), surest first. A kind's confidence is the sum over its classes, so
 * a label is never surer than its parents. https://docs.aws.amazon.com/rekognition/latest/dg/labels-detect-labels-image.html
 */
export function labelsOf(recognition: Recognition): Label[] {
  const kinds = Object.entries(recognition.kinds).map(([kind, confidence]) =>
    kindLabel(kind, confidence),
  );
  const classes = recognition.top.map(classLabel);
  return [...kinds, ...classes].sort((a, b) => (b.Confidence ?? 0) - (a.Confidence ?? 0));
}

/** Every kind's parents, from the general to the particular. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  animal: [],
  canine: ['animal', 'mammal'],
  pet: ['animal'],
  dog: ['animal', 'mammal', 'canine', 'pet'],
  cat: ['animal', 'mammal', 'pet'],
};
const PARENTS_OF_OTHERS = ['animal'];

const kindLabel = (kind: string, confidence: number): Label => ({
  Name: titleCase(kind),
  Confidence: percent(confidence),
  Instances: instancesOf(kind, confidence),
  Parents: (PARENTS[kind] ?? PARENTS_OF_OTHERS).map(named),
  Aliases: [],
  Categories: [{ Name: 'Animals and Pets' }],
});

const classLabel = ({ label, otherLabels, kinds, confidence }: Prediction): Label => ({
  Name: titleCase(label),
  Confidence: percent(confidence),
  Instances: [],
  Parents: kinds.map(named),
  Aliases: otherLabels.map(named),
  Categories: kinds.includes('animal') ? [{ Name: 'Animals and Pets' }] : [],
});

/**
 * Deviation from AWS: one instance, and its box is the whole image. The model says what an image shows, not where or how often.
 */
function instancesOf(kind: string, confidence: number): Instance[] {
  if (kind !== 'dog' && kind !== 'cat') return [];
  const box = { Width: 1, Height: 1, Left: 0, Top: 0 };
  return [{ BoundingBox: box, Confidence: percent(confidence), DominantColors: [] }];
}

const named = (name: string): Parent => ({ Name: titleCase(name) });

/** `soft-coated wheaten terrier` to `Soft-coated Wheaten Terrier`. */
const titleCase = (text: string) =>
  text
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** AWS's confidences have a few decimals as well. */
const percent = (ratio: number) => Number((ratio * 100).toFixed(4));
