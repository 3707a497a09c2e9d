/**
 * What the page knows of the photos, by their keys. A photo is first one that this page uploads
 * (`upload`), then one that the server tells of (`row`, a row of the database); those of others
 * have a row only.
 *
 * @typedef {{ state: 'waiting' | 'sending' | 'sent' | 'refused', ratio: number, message?: string }} Upload
 * @typedef {{ key: string, name: string, order: number, upload?: Upload, row?: Record<string, any> }} Photo
 */

/** @type {Map<string, Photo>} */
const photos = new Map();
/** @type {Set<(photo: Photo | undefined) => void>} */
const watchers = new Set();

/** Calls back with each photo that changed; `removed` is set on one that is gone. */
export const watch = (watcher) => watchers.add(watcher);

export const all = () => [...photos.values()];

/** A photo of this page, which is about to be uploaded. Later ones stand before earlier ones. */
export function addUpload(key, name, order) {
  change({ key, name, order, upload: { state: 'waiting', ratio: 0 } });
}

export function setUpload(key, upload) {
  const photo = photos.get(key);
  if (photo) change({ ...photo, upload: { ...photo.upload, ...upload } });
}

/** What the server says is true, whatever this page believed. */
export function setRow(row) {
  const known = photos.get(row.key);
  const order = known?.order ?? row.uploaded_at ?? row.thumbnail_at ?? 0;
  const photo = { key: row.key, name: row.key.split('/').at(-1), order, ...known, row };
  if (row.state === 'removed') forget(row.key);
  else change(photo);
}

export function forget(key) {
  const photo = photos.get(key);
  photos.delete(key);
  if (photo) tell({ ...photo, removed: true });
}

function change(photo) {
  photos.set(photo.key, photo);
  tell(photo);
}

function tell(photo) {
  for (const watcher of watchers) watcher(photo);
}

export const isDead = ({ row }) => row?.state === 'failed';
export const isRecorded = ({ row }) => row?.state === 'recorded';
export const isMoving = ({ row, upload }) =>
  row ? row.state === 'uploaded' : upload?.state !== 'refused';
