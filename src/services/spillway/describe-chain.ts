import type { Reader } from '../../storage/storage.ts';
import type { EventRow } from '../../storage/tables/events.ts';
import { chainTo } from './trail.ts';

/**
 * The events that led to one another, the first in front: `s3://photos/a.jpg -> function thumbs ->
 * ...`.
 */
export async function describeChain(reader: Reader, event: EventRow): Promise<string> {
  const chain = await chainTo(reader, event);
  return chain.map(describeLink).join(' -> ');
}

function describeLink({ kind, source, subject, name }: EventRow): string {
  if (kind === 's3') return `s3://${source.split(':').at(-1)}/${subject} (${name})`;
  return kind === 'lambda' ? source : `${source} (${name})`;
}
