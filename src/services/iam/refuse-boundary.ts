import { errors } from './errors.ts';

/**
 * Deviation from AWS: there are no permissions boundaries. One that is asked for is refused,
 * because without it the user or role could do more than was meant.
 */
export function refuseBoundary(input: { readonly PermissionsBoundary?: string | undefined }): void {
  if (input.PermissionsBoundary === undefined) return;
  throw errors.InvalidInputException('Permissions boundaries are not supported.');
}
