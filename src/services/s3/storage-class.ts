import { invalidStorageClass } from './errors.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html */
const STORAGE_CLASSES = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
]);

export const DEFAULT_STORAGE_CLASS = 'STANDARD';

/** Throws InvalidStorageClass. */
export function checkStorageClass(storageClass: string = DEFAULT_STORAGE_CLASS): string {
  if (!STORAGE_CLASSES.has(storageClass)) throw invalidStorageClass(storageClass);
  return storageClass;
}

/** Whether objects of this class must be restored before they can be read. */
export const isArchive = (storageClass: string): boolean =>
  storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE';

/** Headers leave the default class out. */
export const shownStorageClass = (storageClass: string): string | undefined =>
  storageClass === DEFAULT_STORAGE_CLASS ? undefined : storageClass;
