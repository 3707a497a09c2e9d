/** One record of an S3 event, with what this application reads of it. */
export interface PhotoEvent {
  /** `ObjectCreated:Post`, `ObjectRemoved:Delete` and so on. */
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  /** Orders the events of one key: greater text is later. */
  readonly sequencer: string;
  readonly at: number;
  /** 0 in the event of a removal. */
  readonly sizeBytes: number;
  readonly etag: string;
}

/** Long enough for every sequencer; AWS tells to pad before comparing them. */
const SEQUENCER_LENGTH = 32;

/**
 * Reads the body of a message that S3 sent. The `s3:TestEvent`, which S3 sends when notifications
 * are configured, has no records. Throws SyntaxError for what is not JSON.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function readPhotoEvents(body: string): PhotoEvent[] {
  const { Records = [] } = JSON.parse(body) as { Records?: S3Record[] };
  return Records.map(({ eventName, eventTime, s3: { bucket, object } }) => ({
    name: eventName,
    bucket: bucket.name,
    key: decodeKey(object.key),
    sequencer: object.sequencer.padStart(SEQUENCER_LENGTH, '0'),
    at: Date.parse(eventTime),
    sizeBytes: object.size ?? 0,
    etag: object.eTag ?? '',
  }));
}

/** Keys are encoded as in a web form: a space is a plus. */
const decodeKey = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));

interface S3Record {
  readonly eventName: string;
  readonly eventTime: string;
  readonly s3: {
    readonly bucket: { readonly name: string };
    readonly object: {
      readonly key: string;
      readonly sequencer: string;
      readonly size?: number;
      readonly eTag?: string;
    };
  };
}
