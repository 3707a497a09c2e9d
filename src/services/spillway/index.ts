import { AwsError } from '../../aws/error.ts';
import { defineService } from '../define-service.ts';
import type { LinkQuery } from '../package-link.ts';
import { downloadPackage } from './download-package.ts';
import { health } from './health.ts';
import { matchCorsRules } from './match-cors.ts';
import { metrics } from './metrics.ts';
import type { Page } from './page.ts';

/** Our own operations, for the gateway and the pages under `/_spillway/`; no AWS client can reach them. */
export interface Operations {
  Health: { input: object; output: Page };
  Metrics: { input: object; output: Page };
  DownloadPackage: { input: LinkQuery; output: Page };
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
    MatchCors: matchCorsRules,
  },
  access: async () => [],
  denied: (access) =>
    new AwsError('AccessDenied', `${access.action} is not allowed`, { status: 403 }),
});
