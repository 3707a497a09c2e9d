import type { Context } from '../context.ts';
import { destinationHealth } from './destination-health.ts';
import { jsonPage, type Page } from './page.ts';

/** ListDestinations - how each destination fares, those that fail in front: `{"destinations": [DestinationHealth]}`. */
export async function listDestinations(_input: object, { storage, clock }: Context): Promise<Page> {
  const destinations = await storage.read((reader) => destinationHealth(reader, clock.now()));
  return jsonPage({ destinations });
}
