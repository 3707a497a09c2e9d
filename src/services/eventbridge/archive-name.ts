import { formatArn } from '../../aws/arn.ts';
import type { Reader } from '../../storage/storage.ts';
import { type ArchiveRow, getArchive } from '../../storage/tables/archives.ts';
import { getReplay, type ReplayRow } from '../../storage/tables/replays.ts';
import type { Context } from '../context.ts';
import { archiveDoesNotExist, replayDoesNotExist } from './errors.ts';

type Place = Pick<Context, 'account' | 'region'>;

export const archiveArn = ({ account, region }: Place, name: string): string =>
  formatArn('events', region, account, `archive/${name}`);

export const replayArn = ({ account, region }: Place, name: string): string =>
  formatArn('events', region, account, `replay/${name}`);

/** Throws ResourceNotFoundException. */
export async function requireArchive(
  reader: Reader,
  place: Place,
  name: string,
): Promise<ArchiveRow> {
  const archive = await getArchive(reader, archiveArn(place, name));
  if (!archive) throw archiveDoesNotExist(name);
  return archive;
}

/** Throws ResourceNotFoundException. */
export async function requireReplay(
  reader: Reader,
  place: Place,
  name: string,
): Promise<ReplayRow> {
  const replay = await getReplay(reader, replayArn(place, name));
  if (!replay) throw replayDoesNotExist(name);
  return replay;
}
