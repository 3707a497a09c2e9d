import type { Service } from './define-service.ts';
import { rekognition } from './rekognition/index.ts';
import { s3 } from './s3/index.ts';
import { sns } from './sns/index.ts';
import { spillway } from './spillway/index.ts';
import { sqs } from './sqs/index.ts';

/** Every service that the gateway can reach. */
export const services: readonly Service[] = [rekognition, s3, sns, spillway, sqs];
