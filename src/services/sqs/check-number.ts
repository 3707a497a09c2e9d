import { invalidValue } from './errors.ts';

/** An optional whole number within bounds; throws InvalidParameterValue with `reason`. */
export function checkNumber(
  parameter: string,
  value: number | undefined,
  { min, max }: { min: number; max: number },
  reason: string,
): void {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return;
  throw invalidValue(parameter, value, reason);
}
