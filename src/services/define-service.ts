import type { AwsError } from '../aws/error.ts';
import type { Caller } from './caller.ts';
import type { Context, ServiceName } from './context.ts';

/**
 * A service is a table: operation name -> handler, and one function that says which permission a call needs. The table is
 * checked by the compiler: leaving out a modelled operation, or misspelling a member of its input or output, is an error.
 */
export interface Service {
  readonly name: ServiceName;
  readonly handlers: Readonly<Record<string, Handler | NotImplemented>>;
  /** Which permissions this call needs; none for calls that anybody may make (an SNS confirmation link). */
  access(operation: string, input: unknown, context: Context): Promise<readonly Access[]>;
  /** The error of this service for a caller who lacks a permission. */
  denied(access: Access, caller: Caller, reason: string): AwsError;
}

export type Handler = (input: never, context: Context) => Promise<unknown>;

/** For operations that are modelled but not offered: callers get AWS's error for it. */
export const notImplemented = 'not implemented';
export type NotImplemented = typeof notImplemented;

export type Handlers<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends {
    input: infer Input;
    output: infer Output;
  }
    ? ((input: Input, context: Context) => Promise<Output>) | NotImplemented
    : never;
};

/** One permission that a call needs, with what is known of the resource. */
export interface Access {
  /** As policies name it: `s3:PutObject`. */
  readonly action: string;
  /** The resource's ARN, or `*` where the action has no resource. */
  readonly resource: string;
  /** The account that owns the resource; the caller's own when it does not exist (the handler then says so). */
  readonly resourceAccount: string;
  /** The resource's own policy, JSON text. */
  readonly resourcePolicy?: string | undefined;
  /** Where the resource is a role: its trust policy, JSON text. Nobody gets in whom it does not trust. */
  readonly trustPolicy?: string | undefined;
  /** Condition keys that this request supplies besides the global ones; names in lower case (`s3:prefix`). */
  readonly conditions?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** What a refusal names instead of the ARN, where AWS does (a queue's URL). */
  readonly shownAs?: string | undefined;
}

export function defineService<Operations>(definition: {
  readonly name: ServiceName;
  readonly handlers: Handlers<Operations>;
  access(
    operation: keyof Operations & string,
    input: never,
    context: Context,
  ): Promise<readonly Access[]>;
  denied(access: Access, caller: Caller, reason: string): AwsError;
}): Service {
  return definition as unknown as Service;
}
