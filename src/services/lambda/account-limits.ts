import { CODE_STORAGE_BYTES_MAX, UNZIPPED_BYTES_MAX, ZIPPED_BYTES_MAX } from './package-limits.ts';

/** What an account may have in a region, as GetAccountSettings shows it. */
export const ACCOUNT_LIMIT = {
  TotalCodeSize: CODE_STORAGE_BYTES_MAX,
  CodeSizeUnzipped: UNZIPPED_BYTES_MAX,
  CodeSizeZipped: ZIPPED_BYTES_MAX,
  ConcurrentExecutions: 1000,
} as const;

/** So many executions must be left for functions that have none reserved. */
export const UNRESERVED_MIN = 100;
