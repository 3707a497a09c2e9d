import type { StoredBody } from '../../aws/protocols/shape.ts';

/** What a page answers: sent as it is. */
export interface Page {
  readonly status?: number;
  readonly contentType: string;
  readonly body: string | StoredBody;
}
