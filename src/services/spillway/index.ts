import { AwsError } from '../../aws/error.ts';
import { defineService } from '../define-service.ts';
import type { LinkQuery } from '../package-link.ts';
import { downloadPackage } from './download-package.ts';
import { health } from './health.ts';
import { getMail, listMail } from './mailbox.ts';
import { matchCorsRules } from './match-cors.ts';
import { metrics } from './metrics.ts';
import type { Page } from './page.ts';
import { getSigningCertificate } from './signing-certificate.ts';
import { addFault, advanceClock, awaitSettled, clearFaults, listFaults } from './test-kit.ts';

/** Our own operations, for the gateway and the pages under `/_spillway/`; no AWS client can reach them. */
export interface Operations {
  Health: { input: object; output: Page };
  Metrics: { input: object; output: Page };
  DownloadPackage: { input: LinkQuery; output: Page };
  ListMail: { input: Parameters<typeof listMail>[0]; output: Page };
  GetMail: { input: Parameters<typeof getMail>[0]; output: Page };
  GetSigningCertificate: { input: Parameters<typeof getSigningCertificate>[0]; output: Page };
  AdvanceClock: { input: Parameters<typeof advanceClock>[0]; output: Page };
  AwaitSettled: { input: Parameters<typeof awaitSettled>[0]; output: Page };
  ListFaults: { input: object; output: Page };
  AddFault: { input: Parameters<typeof addFault>[0]; output: Page };
  ClearFaults: { input: object; output: Page };
  MatchCors: {
    input: Parameters<typeof matchCorsRules>[0];
    output: Awaited<ReturnType<typeof matchCorsRules>>;
  };
}

export const spillway = defineService<Operations>({
  name: 'spillway',
  handlers: {
    Health: health,
    Metrics: metrics,
    DownloadPackage: downloadPackage,
    ListMail: listMail,
    GetMail: getMail,
    GetSigningCertificate: getSigningCertificate,
    AdvanceClock: advanceClock,
    AwaitSettled: awaitSettled,
    ListFaults: listFaults,
    AddFault: addFault,
    ClearFaults: clearFaults,
    MatchCors: matchCorsRules,
  },
  access: async () => [],
  denied: (access) =>
    new AwsError('AccessDenied', `${access.action} is not allowed`, { status: 403 }),
});
