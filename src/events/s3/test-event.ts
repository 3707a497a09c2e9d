/** What a test message tells: where it comes from and in answer to which request. */
export interface S3TestEvent {
  readonly bucket: string;
  readonly atMs: number;
  readonly requestId: string;
  readonly hostId: string;
}

/**
 * The message that S3 sends to a queue or topic when a configuration begins to name it. It stands
 * by itself, without `Records`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
 */
export const s3TestEventMessage = ({ bucket, atMs, requestId, hostId }: S3TestEvent): string =>
  JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: new Date(atMs).toISOString(),
    Bucket: bucket,
    RequestId: requestId,
    HostId: hostId,
  });
