import type { Authorize } from './dispatch.ts';

/** Evaluates who may do what. Completed together with IAM. */
export const authorize: Authorize = async () => ({ allowed: true });
