import { allFunctions } from '../../storage/tables/wiring.ts';
import { listing } from './listing.ts';
import { isoTime } from './trail.ts';

/** ListFunctions - `{"functions": [...], "next"}`. Values of environment variables are not told. */
export const listFunctions = listing(
  'functions',
  allFunctions,
  ({ arn }) => arn,
  ({ arn, name, configuration, modified_at, last_version, reserved_concurrency, policy }) => {
    const { Runtime, Handler, Role, Timeout, MemorySize, DeadLetterTargetArn } =
      JSON.parse(configuration);
    return {
      arn,
      name,
      modifiedAt: isoTime(modified_at),
      lastVersion: last_version,
      reservedConcurrency: reserved_concurrency ?? undefined,
      policy: policy === null ? undefined : JSON.parse(policy),
      configuration: { Runtime, Handler, Role, Timeout, MemorySize, DeadLetterTargetArn },
    };
  },
);
