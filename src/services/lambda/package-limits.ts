/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */

/** A zip file sent with the request itself. */
export const ZIPPED_BYTES_MAX = 52_428_800;
/** Files of a function and its layers; also what a zip file read from S3 may be. */
export const UNZIPPED_BYTES_MAX = 262_144_000;
/** AWS names no figure. Far above what the largest packages hold. */
export const ENTRIES_MAX = 100_000;
/** All packages together. */
export const CODE_STORAGE_BYTES_MAX = 80_530_636_800;
