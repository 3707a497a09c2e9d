import { join } from 'node:path';

/**
 * What this application is told by its environment; the names of its resources follow from the name
 * of the bucket. Where AWS is, and as whom to speak to it, is the SDK's own business: `AWS_REGION`,
 * `AWS_ENDPOINT_URL`, credentials.
 */
export interface Settings {
  /** `PET_PHOTOS_BUCKET`. Bucket names are unique in all of AWS, so there it is one of your own. */
  readonly bucket: string;
  readonly queue: string;
  readonly deadLetterQueue: string;
  readonly archiveQueue: string;
  readonly topic: string;
  readonly uploadedRule: string;
  readonly largeRule: string;
  readonly thumbnailFunction: string;
  readonly breedFunction: string;
  /**
   * `PET_PHOTOS_PYTHON=true`: functions are in Python, and one of them identifies breeds, not the
   * workers.
   */
  readonly python: boolean;
  /** `PET_PHOTOS_DATABASE`: the path of a SQLite file, or a `postgres://` URL. */
  readonly database: string;
  /** `PET_PHOTOS_ADMIN`: the mail address that is told of removals and of large photos. */
  readonly adminAddress: string;
  /** `PET_PHOTOS_HOST` and `PET_PHOTOS_PORT`: where the gallery listens. */
  readonly host: string;
  readonly port: number;
}

export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const bucket = environment.PET_PHOTOS_BUCKET ?? 'pet-photos';
  return {
    bucket,
    queue: bucket,
    deadLetterQueue: `${bucket}-dead-letters`,
    archiveQueue: `${bucket}-archive`,
    topic: `${bucket}-news`,
    uploadedRule: `${bucket}-uploaded`,
    largeRule: `${bucket}-large`,
    thumbnailFunction: 'generate-thumbnail',
    breedFunction: 'identify-breed',
    python: environment.PET_PHOTOS_PYTHON === 'true',
    database: environment.PET_PHOTOS_DATABASE ?? join(import.meta.dirname, '../pet-photos.db'),
    adminAddress: environment.PET_PHOTOS_ADMIN ?? 'admin@example.com',
    host: environment.PET_PHOTOS_HOST ?? '127.0.0.1',
    port: Number(environment.PET_PHOTOS_PORT ?? 4567),
  };
}
