import type { NotificationConfigurationFilter } from '../../aws/models/s3.ts';
import { decodeEventKey } from '../s3/key-encoding.ts';

/**
 * The two ends of a key that a configuration asks for, as configured; an empty one fits every key.
 */
export interface KeyFilter {
  readonly prefix: string;
  readonly suffix: string;
}

export type FilterName = keyof KeyFilter;

/** Filter rule names are accepted in any case. */
export function filterName(name: string): FilterName | undefined {
  const lower = name.toLowerCase();
  return lower === 'prefix' || lower === 'suffix' ? lower : undefined;
}

/** Reads a filter that has been checked. */
export function keyFilter(filter: NotificationConfigurationFilter | undefined): KeyFilter {
  const read = { prefix: '', suffix: '' };
  for (const { Name = '', Value = '' } of filter?.Key?.FilterRules ?? []) {
    const name = filterName(Name);
    if (name) read[name] = Value;
  }
  return read;
}

/**
 * The text that a key has to begin or end with. S3 writes filter values in the encoding of the keys
 * in its records (a space is `+`); a value that cannot be in that encoding is taken as it is. See
 * `docs/decisions/0021-filter-values.md`.
 */
export const keyText = (value: string): string => decodeEventKey(value) ?? value;
