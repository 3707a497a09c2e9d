import type {
  CORSRule,
  DeleteBucketCorsRequest,
  GetBucketCorsOutput,
  GetBucketCorsRequest,
  PutBucketCorsRequest,
} from '../../aws/models/s3.ts';
import type { Unit } from '../../aws/protocols/shape.ts';
import { type BucketRow, updateBucketColumn } from '../../storage/tables/buckets.ts';
import type { Context } from '../context.ts';
import { noSuchCorsConfiguration } from './configuration-errors.ts';
import { invalidRequest, malformedXml } from './errors.ts';
import { requireBucket } from './require-bucket.ts';

export const CORS_RULES_MAX = 100;
export const CORS_RULE_ID_LENGTH_MAX = 255;

const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'POST', 'DELETE', 'HEAD']);

/**
 * PutBucketCors - says which web pages may use the bucket from a browser. Replaces the rules as a
 * whole.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html
 */
export async function putBucketCors(input: PutBucketCorsRequest, context: Context): Promise<Unit> {
  const rules = input.CORSConfiguration.CORSRules ?? [];
  if (rules.length === 0) throw malformedXml();
  if (rules.length > CORS_RULES_MAX)
    throw invalidRequest(
      `The number of CORS rules should not exceed allowed limit of ${CORS_RULES_MAX} rules.`,
    );
  for (const rule of rules) checkRule(rule);
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'cors', JSON.stringify(rules));
  });
  return {};
}

/** GetBucketCors. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export async function getBucketCors(
  input: GetBucketCorsRequest,
  context: Context,
): Promise<GetBucketCorsOutput> {
  const bucket = await context.storage.read((reader) => requireBucket(reader, context, input));
  if (bucket.cors === null) throw noSuchCorsConfiguration(bucket.name);
  return { CORSRules: corsRules(bucket) };
}

/** DeleteBucketCors. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html */
export async function deleteBucketCors(
  input: DeleteBucketCorsRequest,
  context: Context,
): Promise<Unit> {
  await context.storage.transaction(async (tx) => {
    const bucket = await requireBucket(tx, context, input);
    await updateBucketColumn(tx, bucket.name, 'cors', null);
  });
  return {};
}

/** The bucket's rules; none where CORS is off. */
export const corsRules = (bucket: Pick<BucketRow, 'cors'>): CORSRule[] =>
  bucket.cors === null ? [] : JSON.parse(bucket.cors);

function checkRule(rule: CORSRule): void {
  if ((rule.ID?.length ?? 0) > CORS_RULE_ID_LENGTH_MAX) throw malformedXml();
  if (!rule.AllowedMethods?.length || !rule.AllowedOrigins?.length) throw malformedXml();
  for (const method of rule.AllowedMethods)
    if (!METHODS.has(method))
      throw invalidRequest(
        `Found unsupported HTTP method in CORS config. Unsupported method is ${method}`,
      );
  checkWildcards('AllowedOrigin', rule.AllowedOrigins);
  checkWildcards('AllowedHeader', rule.AllowedHeaders ?? []);
  for (const header of rule.ExposeHeaders ?? [])
    if (header.includes('*'))
      throw invalidRequest(
        `ExposeHeader "${header}" contains wildcard. We currently do not support wildcard for ExposeHeader.`,
      );
}

function checkWildcards(element: string, values: readonly string[]): void {
  for (const value of values)
    if (value.indexOf('*') !== value.lastIndexOf('*'))
      throw invalidRequest(`${element} "${value}" can not have more than one wildcard.`);
}
