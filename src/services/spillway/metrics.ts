import { register } from 'prom-client';
import type { Page } from './page.ts';

/** Prometheus metrics, text format. */
export async function metrics(): Promise<Page> {
  return { contentType: register.contentType, body: await register.metrics() };
}
