/** A row of `photos`. Times are milliseconds since 1970, confidences 0..1. */
export interface Photo {
  readonly key: string;
  readonly sequencer: string;
  /** `failed` photos lie in the dead-letter queue. */
  readonly state: 'uploaded' | 'recorded' | 'failed' | 'removed';
  readonly size_bytes: number;
  readonly uploaded_at: number | null;
  /** When a worker received the event. */
  readonly received_at: number | null;
  readonly identifying_at: number | null;
  readonly identified_at: number | null;
  readonly recorded_at: number | null;
  readonly failed_at: number | null;
  readonly removed_at: number | null;
  readonly thumbnail_etag: string | null;
  readonly thumbnail_at: number | null;
  readonly species: string | null;
  readonly species_confidence: number | null;
  readonly breed: string | null;
  readonly breed_confidence: number | null;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly revision: number;
}
