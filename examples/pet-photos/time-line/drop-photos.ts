import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { presignUpload } from '../gallery/uploads.ts';

const PHOTOS = join(import.meta.dirname, '../photos');
/** As many as the page sends at once. */
const SENDING_MAX = 4;

/** Uploads the sample photos over and over, as the page does. Answers their keys. */
export async function dropPhotos(s3: S3Client, bucket: string, count: number): Promise<string[]> {
  const samples = readdirSync(PHOTOS).filter((name) => name.endsWith('.jpg'));
  const numbers = Array.from({ length: count }, (_, number) => number);
  const keys: string[] = [];
  const send = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const sample = samples[number % samples.length] as string;
      const form = { name: `${number}-${sample}`, type: 'image/jpeg' };
      const { key, url, fields } = await presignUpload(s3, bucket, form);
      await post(url, fields, readFileSync(join(PHOTOS, sample)));
      keys.push(key);
    }
  };
  await Promise.all(Array.from({ length: SENDING_MAX }, send));
  return keys;
}

async function post(url: string, fields: Record<string, string>, photo: Buffer<ArrayBuffer>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // S3 reads no field after the file.
  form.append('file', new Blob([photo]));
  const response = await fetch(url, { method: 'POST', body: form });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
}
