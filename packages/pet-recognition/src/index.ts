/**
 * Says which dog or cat breed a photo shows, on this machine.
 *
 * A photo goes through `decode-image` (two squares of it), `model` (EfficientNet-B0 on a thread of its own, made by
 * `convert/` from published weights) and `recognition` (from a thousand probabilities to a species and a breed).
 */
export type { Kind } from './classes.ts';
export type { ImageHeader, Pixels } from './decode-image.ts';
export { decodeImage, IMAGE_PIXELS_MAX, readImageHeader } from './decode-image.ts';
export type { Recogniser } from './recogniser.ts';
export { createRecogniser } from './recogniser.ts';
export type { Prediction, Recognition } from './recognition.ts';
export type { RecognitionErrorCode } from './recognition-error.ts';
export { RecognitionError } from './recognition-error.ts';
