/** Why a photo was not recognised. `code` tells what to do about it, `message` is for people. */
export class RecognitionError extends Error {
  readonly code: RecognitionErrorCode;

  constructor(code: RecognitionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RecognitionError';
    this.code = code;
  }
}

/**
 * - `InvalidImage`: not an image that can be decoded, or cut short;
 * - `ImageTooLarge`: more pixels than are decoded;
 * - `Busy`: as many photos are waiting as may wait; ask again later;
 * - `Closed`: the recogniser was closed;
 * - `ModelFailed`: the model could not be loaded or run.
 */
export type RecognitionErrorCode =
  | 'InvalidImage'
  | 'ImageTooLarge'
  | 'Busy'
  | 'Closed'
  | 'ModelFailed';
