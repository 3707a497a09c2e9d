import type { StoredBody } from '../../aws/protocols/shape.ts';

/** A value as JSON. */
export const jsonPage = (value: unknown): Page => ({
  contentType: 'application/json',
  body: JSON.stringify(value),
});

/** What a page answers: sent as it is. */
export interface Page {
  readonly status?: number;
  readonly contentType: string;
  readonly body: string | StoredBody;
}
