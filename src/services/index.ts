import type { Service } from './define-service.ts';

/** Every service that the gateway can reach. */
export const services: readonly Service[] = [];
