import { readClasses } from './classes.ts';
import { INPUT_PIXELS } from './convert/convert.ts';
import { decodeViews } from './decode-image.ts';
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
 * takes 30 to 100 ms, and the model about 230 MB of memory.
 */
export function createRecogniser(): Recogniser {
  const model = createModel();
  let classes: ReturnType<typeof readClasses> | undefined;
  let waiting = 0;
  let closed = false;

  /** Of the two views, the one that is surer of a pet tells. */
  const look = async (image: Uint8Array) => {
    const views = await decodeViews(image, INPUT_PIXELS);
    if (closed) throw new RecognitionError('Closed', 'the recogniser was closed');
    const answers = await Promise.all(views.map((pixels) => model.classify(pixels)));
    classes ??= readClasses();
    const known = await classes;
    return answers
      .map((probabilities) => interpret(probabilities, known))
      .reduce((best, other) => (other.kinds.pet > best.kinds.pet ? other : best));
  };

  return {
    async recognise(image) {
      if (waiting >= WAITING_PHOTOS_MAX)
        throw new RecognitionError('Busy', `${waiting} photos are waiting already`);
      waiting++;
      try {
        return await look(image);
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
