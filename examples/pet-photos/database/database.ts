import type { Connection } from './connection.ts';
import type { Photo } from './photo.ts';

/**
 * What is known of the photos. Every change is one statement that does nothing when it comes late
 * or again: events arrive at least once and in any order, and a worker may die after the change and
 * before it deletes the message.
 */
export interface Database {
  /**
   * An upload was heard of. Answers the photo, or undefined when a later event of its key was there
   * before.
   */
  uploaded(upload: Upload): Promise<Photo | undefined>;
  recorded(photo: Version, identification: Identification): Promise<void>;
  failed(photo: Version, failure: Failure): Promise<void>;
  /**
   * A thumbnail was heard of, perhaps before its photo. Answers whether the photo is still there.
   */
  thumbnailed(thumbnail: Thumbnail): Promise<boolean>;
  /** Answers whether the photo is gone: false when it was uploaded again since. */
  removed(removal: Version & { readonly at: number }): Promise<boolean>;
  photo(key: string): Promise<Photo | undefined>;
  /** The photos that changed after a revision, in the order of their changes. */
  changedSince(revision: number, countMax: number): Promise<Photo[]>;
  close(): Promise<void>;
}

/** A photo as of one upload: an upload to the same key makes another one. */
export interface Version {
  readonly key: string;
  readonly sequencer: string;
}

export interface Upload extends Version {
  readonly sizeBytes: number;
  readonly at: number;
  readonly receivedAt: number;
}

export interface Identification {
  readonly species: 'dog' | 'cat' | 'none';
  readonly speciesConfidence: number;
  readonly breed: string | null;
  readonly breedConfidence: number | null;
  /** When it began and ended. */
  readonly from: number;
  readonly to: number;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface Thumbnail {
  readonly photoKey: string;
  readonly etag: string;
  readonly at: number;
}

const NEXT_REVISION = '(SELECT coalesce(max(revision), 0) + 1 FROM photos)';

/** Before the first upload that is heard of: any sequencer is later. */
const UNKNOWN = '';

const UPLOADED = `
INSERT INTO photos (key, sequencer, state, size_bytes, uploaded_at, received_at, revision)
VALUES ($1, $2, 'uploaded', $3, $4, $5, ${NEXT_REVISION})
ON CONFLICT (key) DO UPDATE SET
  sequencer = excluded.sequencer, state = 'uploaded', size_bytes = excluded.size_bytes,
  uploaded_at = excluded.uploaded_at, received_at = excluded.received_at,
  identifying_at = NULL, identified_at = NULL, recorded_at = NULL,
  failed_at = NULL, removed_at = NULL,
  species = NULL, species_confidence = NULL, breed = NULL, breed_confidence = NULL,
  failure_code = NULL, failure_message = NULL, revision = excluded.revision
WHERE photos.sequencer < excluded.sequencer
  OR (photos.sequencer = excluded.sequencer AND photos.state = 'failed')`;

const RECORDED = `
UPDATE photos SET state = 'recorded', species = $3, species_confidence = $4,
  breed = $5, breed_confidence = $6,
  identifying_at = $7, identified_at = $8, recorded_at = $9,
  failure_code = NULL, failure_message = NULL, revision = ${NEXT_REVISION}
WHERE key = $1 AND sequencer = $2 AND state <> 'recorded'`;

const FAILED = `
UPDATE photos SET state = 'failed', failure_code = $3, failure_message = $4, failed_at = $5,
  revision = ${NEXT_REVISION}
WHERE key = $1 AND sequencer = $2 AND state = 'uploaded'`;

const THUMBNAILED = `
INSERT INTO photos (key, sequencer, state, size_bytes, thumbnail_etag, thumbnail_at, revision)
VALUES ($1, '${UNKNOWN}', 'uploaded', 0, $2, $3, ${NEXT_REVISION})
ON CONFLICT (key) DO UPDATE SET
  thumbnail_etag = excluded.thumbnail_etag, thumbnail_at = excluded.thumbnail_at,
  revision = excluded.revision
WHERE photos.state <> 'removed'
RETURNING key`;

const REMOVED = `
INSERT INTO photos (key, sequencer, state, size_bytes, removed_at, revision)
VALUES ($1, $2, 'removed', 0, $3, ${NEXT_REVISION})
ON CONFLICT (key) DO UPDATE SET
  sequencer = excluded.sequencer, state = 'removed', removed_at = excluded.removed_at,
  thumbnail_etag = NULL, thumbnail_at = NULL, revision = excluded.revision
WHERE photos.sequencer < excluded.sequencer`;

const PHOTO = 'SELECT * FROM photos WHERE key = $1';
const CHANGED_SINCE = 'SELECT * FROM photos WHERE revision > $1 ORDER BY revision LIMIT $2';

export function createDatabase({ read, write, close }: Connection): Database {
  const photo = async (key: string) => (await read<Photo>(PHOTO, [key]))[0];
  return {
    async uploaded({ key, sequencer, sizeBytes, at, receivedAt }) {
      await write(UPLOADED, [key, sequencer, sizeBytes, at, receivedAt]);
      const known = await photo(key);
      return known?.sequencer === sequencer ? known : undefined;
    },
    async recorded({ key, sequencer }, found) {
      const { species, speciesConfidence, breed, breedConfidence, from, to } = found;
      const columns = [species, speciesConfidence, breed, breedConfidence, from, to, Date.now()];
      await write(RECORDED, [key, sequencer, ...columns]);
    },
    async failed({ key, sequencer }, { code, message }) {
      await write(FAILED, [key, sequencer, code, message, Date.now()]);
    },
    async thumbnailed({ photoKey, etag, at }) {
      return (await write(THUMBNAILED, [photoKey, etag, at])).length > 0;
    },
    async removed({ key, sequencer, at }) {
      await write(REMOVED, [key, sequencer, at]);
      return (await photo(key))?.state === 'removed';
    },
    photo,
    changedSince: (revision, countMax) => read(CHANGED_SINCE, [revision, countMax]),
    close,
  };
}
