import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as recognition from '@spillway/pet-recognition';
import type { RecognitionPackage } from '../../../src/services/rekognition/image-analysis.ts';
import { createImageAnalysis } from '../../../src/services/rekognition/image-analysis.ts';

/** A package like the real one, whose recogniser fails with this. */
function packageFailingWith(error: Error): string {
  const source = `
    export const createRecogniser = () => ({
      recognise: () => Promise.reject(Object.assign(new Error(), ${JSON.stringify({ ...error })})),
    });`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

const codes = [
  ['InvalidImage', 'InvalidImageFormatException'],
  ['ImageTooLarge', 'ImageTooLargeException'],
  ['Busy', 'ThrottlingException'],
  ['ModelFailed', 'ModelFailed'],
] as const;

for (const [code, awsCode] of codes)
  test(`${code} of the package becomes ${awsCode}`, async () => {
    const analysis = createImageAnalysis(
      packageFailingWith(new recognition.RecognitionError(code, 'no')),
    );
    await assert.rejects(analysis.recognise(new Uint8Array()), { code: awsCode });
  });

test('the package that the repository holds is the one that is loaded', async () => {
  const analysis = createImageAnalysis();
  await assert.rejects(analysis.header(new Uint8Array()), { code: 'InvalidImageFormatException' });
  const typed: RecognitionPackage = recognition;
  assert.equal(typeof typed.createRecogniser, 'function');
});
