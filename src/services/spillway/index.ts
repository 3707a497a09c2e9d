import { AwsError } from '../../aws/error.ts';
import { defineService } from '../define-service.ts';
import { backfillEvents } from './backfill-events.ts';
import { callAws } from './call-aws.ts';
import { dropDelivery, listDeliveries, redriveDeliveries, retryDelivery } from './deliveries.ts';
import { listDestinations } from './destinations.ts';
import { downloadPackage } from './download-package.ts';
import { explain } from './explain/explain.ts';
import { getTrail } from './get-trail.ts';
import { health } from './health.ts';
import { listBuckets } from './list-buckets.ts';
import { listFunctions } from './list-functions.ts';
import { listLogs } from './list-logs.ts';
import { listObjects } from './list-objects.ts';
import { listQueues } from './list-queues.ts';
import { listRules } from './list-rules.ts';
import { listTopics } from './list-topics.ts';
import { getMail, listMail } from './mailbox.ts';
import { getMap } from './map.ts';
import { matchCorsRules } from './match-cors.ts';
import { metrics } from './metrics.ts';
import { peekMessages } from './peek-messages.ts';
import { replayEvents } from './replay-events.ts';
import { searchEvents } from './search-events.ts';
import { getSigningCertificate } from './signing-certificate.ts';
import { getStatus } from './status.ts';
import { tailEvents } from './tail-events.ts';
import { addFault, advanceClock, awaitSettled, clearFaults, listFaults } from './test-kit.ts';
import { listWarnings } from './warnings.ts';

/**
 * Our own operations, for the gateway and the pages under `/_spillway/`; no AWS client can reach
 * them, and the gateway checks who may.
 */
const handlers = {
  Health: health,
  Metrics: metrics,
  DownloadPackage: downloadPackage,
  GetSigningCertificate: getSigningCertificate,
  MatchCors: matchCorsRules,
  ListMail: listMail,
  GetMail: getMail,

  GetStatus: getStatus,
  SearchEvents: searchEvents,
  GetTrail: getTrail,
  TailEvents: tailEvents,
  Explain: explain,
  ListWarnings: listWarnings,

  ListDeliveries: listDeliveries,
  RetryDelivery: retryDelivery,
  DropDelivery: dropDelivery,
  RedriveDeliveries: redriveDeliveries,
  ReplayEvents: replayEvents,
  BackfillEvents: backfillEvents,
  CallAws: callAws,

  ListDestinations: listDestinations,
  GetMap: getMap,
  ListBuckets: listBuckets,
  ListObjects: listObjects,
  ListQueues: listQueues,
  PeekMessages: peekMessages,
  ListTopics: listTopics,
  ListRules: listRules,
  ListFunctions: listFunctions,
  ListLogs: listLogs,

  AdvanceClock: advanceClock,
  AwaitSettled: awaitSettled,
  ListFaults: listFaults,
  AddFault: addFault,
  ClearFaults: clearFaults,
};

/** No model says what they take and answer: the operations themselves do. */
export type Operations = {
  readonly [Name in keyof typeof handlers]: {
    input: Parameters<(typeof handlers)[Name]>[0];
    output: Awaited<ReturnType<(typeof handlers)[Name]>>;
  };
};

export const spillway = defineService<Operations>({
  name: 'spillway',
  handlers,
  access: async () => [],
  denied: (access) =>
    new AwsError('AccessDenied', `${access.action} is not allowed`, { status: 403 }),
});
