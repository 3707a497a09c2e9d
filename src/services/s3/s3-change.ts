import type { EventRow } from '../../storage/tables/events.ts';
import type { ObjectChange } from './raise-event.ts';

/** What an event row holds about a change of an object: all that its records are made of. */
export interface S3Change extends ObjectChange {
  readonly bucket: string;
  readonly region: string;
  readonly owner: string;
  readonly requester: string;
  readonly principalId: string;
  readonly sourceIp: string;
  readonly requestId: string;
  readonly hostId: string;
}

/** `{"Records":[...]}`, as queues, topics and functions get it. */
export function renderMessage(event: EventRow, configurationId: string): string {
  const change: S3Change = JSON.parse(event.payload);
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: change.region,
    eventTime: new Date(change.atMs).toISOString(),
    eventName: change.eventName,
    userIdentity: { principalId: change.principalId },
    requestParameters: { sourceIPAddress: change.sourceIp },
    responseElements: { 'x-amz-request-id': change.requestId, 'x-amz-id-2': change.hostId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: change.bucket,
        ownerIdentity: { principalId: change.owner },
        arn: event.source,
      },
      object: {
        key: encodeURIComponent(change.key).replaceAll('%20', '+').replaceAll('%2F', '/'),
        size: change.size,
        eTag: change.etag,
        versionId: change.versionId,
        sequencer: change.sequence.toString(16).toUpperCase().padStart(18, '0'),
      },
    },
  };
  return JSON.stringify({ Records: [record] });
}
