import type { GeneralLabelsSettings, Label } from '../../aws/models/rekognition.ts';

export interface LabelSelection extends GeneralLabelsSettings {
  readonly MaxLabels?: number | undefined;
  readonly MinConfidence?: number | undefined;
}

const MIN_CONFIDENCE_DEFAULT = 55;
export const LABELS_MAX = 1000;

/**
 * The labels that a request wants: sure enough, included (by name or by category, when either is given), not excluded, and of those
 * the surest `MaxLabels`. Takes the labels surest first. https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html
 */
export function selectLabels(labels: readonly Label[], wanted: LabelSelection): Label[] {
  const { MinConfidence = MIN_CONFIDENCE_DEFAULT, MaxLabels = LABELS_MAX } = wanted;
  const names = wanted.LabelInclusionFilters ?? [];
  const categories = wanted.LabelCategoryInclusionFilters ?? [];
  const everything = names.length === 0 && categories.length === 0;

  const included = (label: Label) => everything || matches(label, names, categories);
  const excluded = (label: Label) =>
    matches(label, wanted.LabelExclusionFilters, wanted.LabelCategoryExclusionFilters);
  return labels
    .filter((label) => (label.Confidence ?? 0) >= MinConfidence)
    .filter((label) => included(label) && !excluded(label))
    .slice(0, Math.min(MaxLabels, LABELS_MAX));
}

const matches = (
  { Name = '', Categories = [] }: Label,
  names: readonly string[] = [],
  categories: readonly string[] = [],
) =>
  names.includes(Name) || Categories.some((category) => categories.includes(category.Name ?? ''));
