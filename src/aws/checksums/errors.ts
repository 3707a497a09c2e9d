import { AwsError } from '../error.ts';

/** A request whose parts contradict each other or hold a malformed value. */
export const invalidRequest = (message: string) => new AwsError('InvalidRequest', message);

/** The bytes that arrived are not those that were sent. */
export const badDigest = (message: string, members?: Record<string, string>) =>
  new AwsError('BadDigest', message, { members });
