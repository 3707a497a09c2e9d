import type { ErrorFamily } from './errors.ts';
import { incompleteSignature, invalidSignature, malformedCredential } from './errors.ts';
import type { Credential } from './signed-request.ts';
import { SCOPE_TERMINATOR } from './signed-request.ts';

/**
 * Splits `accessKeyId/date/region/service/aws4_request`, the value of `Credential` and
 * `X-Amz-Credential`. Throws AuthorizationHeaderMalformed, AuthorizationQueryParametersError or
 * IncompleteSignature(Exception).
 */
export function parseCredentialScope(
  text: string,
  location: Credential['location'],
  family: ErrorFamily,
) {
  const parts = text.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', terminator] = parts;
  const complete =
    parts.length === 5 && accessKeyId !== '' && region !== '' && service !== '' && isDate(date);
  if (!complete || terminator !== SCOPE_TERMINATOR) {
    if (family === 's3') {
      const form = '<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request';
      throw malformedCredential(location, `the Credential is mal-formed; expecting "${form}".`);
    }
    throw incompleteSignature(
      family,
      complete
        ? `Credential should be scoped with a valid terminator: '${SCOPE_TERMINATOR}', not '${terminator}'.`
        : `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${text}'`,
    );
  }
  return { accessKeyId, scope: text.slice(accessKeyId.length + 1), date, region, service };
}

/**
 * Refuses a credential made for another service or region than the endpoint it was sent to. A
 * region of `undefined` accepts any.
 */
export function checkCredentialScope(
  credential: Pick<Credential, 'location' | 'service' | 'region'>,
  expected: { readonly service: string; readonly region?: string },
  family: ErrorFamily,
): void {
  const { service, region } = expected;
  if (credential.service !== service) {
    throw family === 's3'
      ? malformedCredential(
          credential.location,
          `incorrect service "${credential.service}". This endpoint belongs to "${service}".`,
        )
      : invalidSignature(family, `Credential should be scoped to correct service: '${service}'. `);
  }
  if (region !== undefined && credential.region !== region) {
    throw family === 's3'
      ? malformedCredential(
          credential.location,
          `the region '${credential.region}' is wrong; expecting '${region}'`,
          { Region: region },
        )
      : invalidSignature(family, 'Credential should be scoped to a valid region. ');
  }
}

const isDate = (text: string) => /^\d{8}$/.test(text);
