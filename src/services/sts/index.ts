import type { Operations } from '../../aws/models/sts.ts';
import { defineService } from '../define-service.ts';
import { access, denied } from './access.ts';
import { assumeRole } from './assume-role.ts';
import { getAccessKeyInfo } from './get-access-key-info.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { getSessionToken } from './get-session-token.ts';

/**
 * AWS Security Token Service: temporary credentials. A session is a row (`services/sessions.ts`)
 * with keys and a token of its own, so it survives a restart and ends with its time, or with the
 * user or role it acts for.
 */
export const sts = defineService<Operations>({
  name: 'sts',
  handlers: {
    AssumeRole: assumeRole,
    GetAccessKeyInfo: getAccessKeyInfo,
    GetCallerIdentity: getCallerIdentity,
    GetSessionToken: getSessionToken,
  },
  access,
  denied,
});
