import type { Target } from '../../../aws/models/eventbridge.ts';
import type { Platform } from '../../../services/context.ts';
import type { Sent } from '../../../services/send-to-queue.ts';
import type { ServiceSender } from '../../../services/service-sender.ts';
import type { RuleRow } from '../../../storage/tables/rules.ts';
import type { Job, Result, Settle } from '../../destination.ts';

/** What a rule sends to one of its targets. */
export interface Sending {
  readonly job: Job;
  readonly rule: RuleRow;
  readonly target: Target;
  /** As whom it is sent: the policies of targets name the service, and the rule in conditions. */
  readonly sender: ServiceSender;
  /** The event as the target gets it. */
  readonly body: string;
}

/** One kind of target: how it gets what a rule sends. */
export type Send = (sending: Sending, platform: Platform) => Promise<Settle>;

/**
 * Why a target does not get an event, as the attribute ERROR_CODE of a dead letter names it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export type ErrorCode = 'NO_PERMISSIONS' | 'NO_RESOURCE' | 'INVALID_PARAMETER';

export const rejected = (code: ErrorCode, reason: string): Result => ({
  kind: 'rejected',
  code,
  reason,
});

const CODES: Readonly<Record<string, ErrorCode>> = {
  AccessDenied: 'NO_PERMISSIONS',
  AuthorizationError: 'NO_PERMISSIONS',
  QueueDoesNotExist: 'NO_RESOURCE',
  NotFound: 'NO_RESOURCE',
};

/** What a queue or topic of this server said, in EventBridge's words. None of it gets better with time. */
export function resultOf(sent: Sent): Result {
  if (sent.kind === 'delivered') return { kind: 'delivered', note: `message ${sent.messageId}` };
  return rejected(CODES[sent.code] ?? 'INVALID_PARAMETER', sent.reason);
}
