import { errors } from './errors.ts';

/** The statements of a queue policy as AddPermission and RemovePermission see them: by their label. */
export interface QueuePolicy {
  readonly Version: string;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

export type Statement = { readonly Sid?: string } & Readonly<Record<string, unknown>>;

/** A policy allows one statement that is not in a list. */
export function parseQueuePolicy(text: string): QueuePolicy {
  const policy = JSON.parse(text);
  const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  return { ...policy, Statement: statements };
}

const STATEMENTS_MAX = 20;

export function checkStatements({ Statement }: QueuePolicy): void {
  if (Statement.length > STATEMENTS_MAX)
    throw errors.OverLimit(
      `${Statement.length} Statements were found, maximum allowed is ${STATEMENTS_MAX}.`,
    );
}
