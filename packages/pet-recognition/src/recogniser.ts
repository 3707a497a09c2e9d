import { readClasses } from './classes.ts';
import { INPUT_PIXELS } from './convert/convert.ts';
import { decodeCentre } from './decode-image.ts';
import { createModel } from './model.ts';
import type { Recognition } from './recognition.ts';
import { interpret } from './recognition.ts';
import { RecognitionError } from './recognition-error.ts';

/** Photos that may wait at once; each is held in memory until it has been decoded. */
export const WAITING_PHOTOS_MAX = 64;

export interface Recogniser {
  /**
   * Says what a photo shows: a dog, a cat or neither, and its breed. Takes a JPEG, PNG, WebP, AVIF, GIF or TIFF file.
   * Rejects with RecognitionError.
   */
  recognise(image: Uint8Array): Promise<Recognition>;
  /** Ends the model's thread; photos that wait are rejected. */
  close(): Promise<void>;
}

/**
 * A recogniser costs nothing until its first photo, which loads the model in about half a second; after that a photo
 * takes about 60 ms, and the model about 130 MB of memory.
 */
export function createRecogniser(): Recogniser {
  const model = createModel();
  let classes: ReturnType<typeof readClasses> | undefined;
  let waiting = 0;
  let closed = false;

  const classify = async (image: Uint8Array) => {
    const pixels = await decodeCentre(image, INPUT_PIXELS);
    if (closed) throw new RecognitionError('Closed', 'the recogniser was closed');
    classes ??= readClasses();
    return interpret(await model.classify(pixels), await classes);
  };

  return {
    async recognise(image) {
      if (waiting >= WAITING_PHOTOS_MAX)
        throw new RecognitionError('Busy', `${waiting} photos are waiting already`);
      waiting++;
      try {
        return await classify(image);
      } finally {
        waiting--;
      }
    },
    async close() {
      closed = true;
      await model.close();
    },
  };
}
