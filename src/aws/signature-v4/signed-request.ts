/**
 * Signature Version 4, seen from the server.
 *
 * A *credential* is what a request says about itself: access key id, scope (date, region, service),
 * signed headers and signature, in the `Authorization` header or in the query string (a presigned
 * URL). `parseAuthorization` reads it, the caller looks the secret key up, `verifySignature`
 * recomputes the signature over the *canonical request* with a *signing key* derived from secret
 * and scope.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv4.html
 *
 * Invariants: nothing here reads a clock or a body; secrets are never part of an error; signatures
 * are compared in constant time.
 */

export const ALGORITHM = 'AWS4-HMAC-SHA256';
export const SCOPE_TERMINATOR = 'aws4_request';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** AWS's tolerance between the request's date and the server's clock, either way. */
export const CLOCK_SKEW_MS_MAX = 15 * 60 * 1000;
/** A presigned URL lives at most a week. */
export const EXPIRES_SECONDS_MAX = 7 * 24 * 60 * 60;

/** What is signed of an HTTP request. All text is as received: one byte per character. */
export interface SignedRequest {
  readonly method: string;
  /** The path of the request line, still percent-encoded. */
  readonly rawPath: string;
  /** The query of the request line without its `?`, still percent-encoded. */
  readonly rawQuery: string;
  /** Lower-case names; the values of a repeated header joined with `,`. */
  readonly headers: Headers;
}

export type Headers = Readonly<Record<string, string | undefined>>;

/** What a request says about who signed it, with which key and what. Not verified yet. */
export interface Credential {
  readonly location: 'header' | 'query';
  readonly accessKeyId: string;
  /** `date/region/service/aws4_request` */
  readonly scope: string;
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** In the order given, which is the order they are signed in. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly requestTime: string;
  readonly requestTimeMs: number;
  /** Of temporary credentials. The caller validates it, the signature only covers it. */
  readonly sessionToken: string | undefined;
  /** Life of a presigned URL from `requestTimeMs` on. */
  readonly expiresSeconds: number | undefined;
}

/** A key pair that signs. `sessionToken` belongs to temporary credentials. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}
