import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createRecogniser, RecognitionError } from '@spillway/pet-recognition';
import type { Identification } from '../database/database.ts';
import { BadPhoto } from './bad-photo.ts';

/**
 * What a photo shows. Rejects with BadPhoto when no further try would help, with anything else when
 * one may.
 */
export interface Identifier {
  /** Does beforehand what would make the first photo slow. */
  prepare(): Promise<void>;
  identify(photo: { bucket: string; key: string; bytes: Uint8Array }): Promise<Found>;
  close(): Promise<void>;
}

export type Found = Omit<Identification, 'from' | 'to'>;

const SAMPLE = join(import.meta.dirname, '../photos/kitten.jpg');

/** The model of this machine, in this process. */
export function identifyHere(): Identifier {
  const recogniser = createRecogniser();
  return {
    // The model is loaded when it is first asked.
    async prepare() {
      await recogniser.recognise(await readFile(SAMPLE));
    },
    async identify({ bytes }) {
      try {
        const { species, speciesConfidence, breed, breedConfidence } =
          await recogniser.recognise(bytes);
        return {
          species,
          speciesConfidence,
          breed: breed ?? null,
          breedConfidence: breedConfidence ?? null,
        };
      } catch (error) {
        if (!(error instanceof RecognitionError)) throw error;
        if (error.code !== 'InvalidImage' && error.code !== 'ImageTooLarge') throw error;
        throw new BadPhoto(error.code, error.message);
      }
    },
    close: () => recogniser.close(),
  };
}

/**
 * A Lambda function that reads the photo itself. It names bad photos in its answer, and fails for
 * everything else.
 */
export function identifyByFunction(functionName: string): Identifier {
  const lambda = new LambdaClient();
  return {
    prepare: async () => undefined,
    async identify({ bucket, key }) {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({
          FunctionName: functionName,
          Payload: Buffer.from(JSON.stringify({ bucket, key })),
        }),
      );
      const text = Payload?.transformToString() ?? '';
      if (FunctionError !== undefined) throw new Error(`${functionName}: ${text}`);
      const { bad, ...found } = JSON.parse(text) as Found & {
        bad?: { code: string; message: string };
      };
      if (bad) throw new BadPhoto(bad.code, bad.message);
      return found;
    },
    close: async () => lambda.destroy(),
  };
}
