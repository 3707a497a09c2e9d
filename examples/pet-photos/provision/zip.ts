import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The same files make the same bytes, so that what is there already need not be uploaded again. */
const MODIFIED = new Date(1980, 0, 2);

/** Compressing libraries harder takes longer than it saves. */
const LEVEL = 6;

/** Zips files and folders: from the path in the zip to the one on disk. */
export function zip(entries: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, path] of Object.entries(entries)) addTo(files, name, path);
  return zipSync(files, { mtime: MODIFIED, level: LEVEL });
}

function addTo(files: Zippable, name: string, path: string): void {
  if (!statSync(path).isDirectory()) {
    files[name] = new Uint8Array(readFileSync(path));
    return;
  }
  for (const child of readdirSync(path).sort()) {
    addTo(files, `${name}/${child}`, join(path, child));
  }
}
