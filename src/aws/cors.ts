import type { CORSRule } from './models/s3.ts';

/** The headers that let a browser have the answer: names as they are sent. */
export type CorsHeaders = Readonly<Record<string, string>>;

/**
 * What a bucket's CORS rules say about a request from `origin`: the headers to add to the answer, or `undefined` when no
 * rule lets the browser have it. The first rule that fits decides. `requestHeaders` are the names in
 * `Access-Control-Request-Headers` of a preflight; `undefined` for the request itself, whose headers are not looked at.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export function matchCors(
  rules: readonly CORSRule[],
  origin: string,
  method: string,
  requestHeaders: readonly string[] | undefined,
): CorsHeaders | undefined {
  const asked = (requestHeaders ?? [])
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = rules.find(
    (candidate) =>
      candidate.AllowedMethods.includes(method) &&
      candidate.AllowedOrigins.some((pattern) => matchesWildcard(pattern, origin)) &&
      asked.every((name) => allowsHeader(candidate, name)),
  );
  return rule && corsHeaders(rule, origin, asked);
}

function corsHeaders(rule: CORSRule, origin: string, asked: readonly string[]): CorsHeaders {
  const anyOrigin = rule.AllowedOrigins.includes('*');
  return {
    'Access-Control-Allow-Origin': anyOrigin ? '*' : origin,
    // Browsers refuse credentials together with `*`.
    ...(!anyOrigin && { 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Allow-Methods': rule.AllowedMethods.join(', '),
    ...(asked.length > 0 && { 'Access-Control-Allow-Headers': asked.join(', ') }),
    ...(rule.ExposeHeaders?.length && {
      'Access-Control-Expose-Headers': rule.ExposeHeaders.join(', '),
    }),
    ...(rule.MaxAgeSeconds !== undefined && {
      'Access-Control-Max-Age': String(rule.MaxAgeSeconds),
    }),
    Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

const allowsHeader = (rule: CORSRule, name: string) =>
  (rule.AllowedHeaders ?? []).some((pattern) => matchesWildcard(pattern.toLowerCase(), name));

/** Whether `text` fits `pattern`, which holds at most one `*`: any run of characters. */
function matchesWildcard(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  return (
    text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
  );
}
