import type { Destination } from '../destination.ts';

/** Every kind of hop, each in a file of its own. */
export const destinations: readonly Destination[] = [];
