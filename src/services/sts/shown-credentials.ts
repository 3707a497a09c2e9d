import type { Credentials } from '../../aws/models/sts.ts';
import type { SessionRow } from '../../storage/tables/sessions.ts';

/** Temporary credentials as answers carry them. */
export const shownCredentials = (session: SessionRow): Credentials => ({
  AccessKeyId: session.access_key_id,
  SecretAccessKey: session.secret,
  SessionToken: session.token,
  Expiration: new Date(session.expires_at),
});
