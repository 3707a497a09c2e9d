import { AwsError } from '../../aws/error.ts';
import { getSigningIdentity } from '../../storage/tables/signing-identity.ts';
import type { Context } from '../context.ts';
import type { Page } from './page.ts';

/**
 * The certificate that the signatures of SNS messages are verified with, PEM, by the name that is
 * in their SigningCertURL.
 */
export async function getSigningCertificate(
  { name }: { readonly name: string },
  { storage }: Context,
): Promise<Page> {
  const identity = await storage.read(getSigningIdentity);
  if (!identity || name !== `SimpleNotificationService-${identity.name}.pem`)
    throw new AwsError('NotFound', 'There is no such certificate.', { status: 404 });
  return { contentType: 'application/x-pem-file', body: identity.certificate };
}
