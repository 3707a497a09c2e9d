import { type CorsHeaders, matchCors } from '../../aws/cors.ts';
import type { CORSRule } from '../../aws/models/s3.ts';
import { getBucket } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';

export interface MatchCorsInput {
  readonly bucket: string | undefined;
  readonly origin: string;
  readonly method: string;
  /** Of a preflight; undefined for the request itself. */
  readonly requestHeaders: readonly string[] | undefined;
}

/** What a bucket's CORS rules let a browser have; nothing when there is no such bucket or no rule fits. */
export async function matchCorsRules(
  { bucket, origin, method, requestHeaders }: MatchCorsInput,
  context: Context,
): Promise<CorsHeaders | undefined> {
  if (bucket === undefined) return undefined;
  const row = await context.storage.read((reader) => getBucket(reader, bucket));
  if (!row?.cors) return undefined;
  const rules = JSON.parse(row.cors) as CORSRule[];
  return matchCors(rules, origin, method, requestHeaders);
}
