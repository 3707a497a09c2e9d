import type { Verdict } from './dispatch.ts';

/** An AWS service that acts for one of its resources: whom a destination's own policy has to let in. */
export interface ServiceSender {
  /** `s3.amazonaws.com` */
  readonly principal: string;
  /** The bucket, topic or rule. */
  readonly sourceArn: string;
  /** The account that owns it. */
  readonly sourceAccount: string;
}

/** Whether the policy of a resource lets the service act. Services have no policies of their own, so this one decides alone. */
export function serviceMay(
  _sender: ServiceSender,
  _action: string,
  _resource: string,
  _policy: string | null,
): Verdict {
  return { allowed: true };
}
