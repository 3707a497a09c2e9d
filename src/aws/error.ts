/**
 * An error as AWS puts it on the wire. The one exception type of the API: protocols render it, nothing else knows
 * how. `code` is what SDKs match on, `message` what people read, `members` the extra elements that some errors
 * carry (`BucketName`, `ArgumentName`, ...), in wire order.
 */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fault: 'client' | 'server';
  readonly members: Readonly<Record<string, string>>;
  /** Response headers that belong to the error (`x-amz-delete-marker`, `Allow`). */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, message: string, options: AwsErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AwsError';
    this.code = code;
    this.status = options.status ?? 400;
    this.fault = this.status >= 500 ? 'server' : 'client';
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}

export interface AwsErrorOptions {
  /** HTTP status, 400 when left out. */
  status?: number | undefined;
  members?: Readonly<Record<string, string>> | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  cause?: unknown;
}

/** Throws in expression position: `const queue = await find() ?? fail(queueDoesNotExist())`. */
export function fail(error: Error): never {
  throw error;
}
