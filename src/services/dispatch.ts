import { AwsError } from '../aws/error.ts';
import type { Caller } from './caller.ts';
import type { Context, Platform, ServiceName } from './context.ts';
import type { Access, Handler, Service } from './define-service.ts';

/** One call of one operation, as the gateway hands it over: plain data, so that it can cross to another thread. */
export interface Call {
  readonly service: ServiceName;
  readonly operation: string;
  /** The decoded input, in the shape of the service's model. */
  readonly input: unknown;
  readonly caller: Caller;
  readonly region: string;
  /** The signature, which names the region, came in the URL. */
  readonly presigned?: boolean | undefined;
  readonly requestId: string;
  readonly hostId: string;
  readonly endpoint: string;
  readonly trace: string | undefined;
  readonly protocol: string;
  /** Check the permissions, and do nothing. */
  readonly permissionOnly?: boolean;
}

export type Authorize = (access: Access, context: Context) => Promise<Verdict>;
export type Verdict =
  | { readonly allowed: true }
  /** `reason` ends AWS's refusal: `because no identity-based policy allows the s3:PutObject action`. */
  | { readonly allowed: false; readonly reason: string };

export type Dispatch = (call: Call) => Promise<unknown>;

/**
 * The path of a call through the services: find the operation, check the permissions it needs, run it.
 * Throws AwsError for everything that the caller is told about.
 */
export function createDispatch(
  platform: Platform,
  services: readonly Service[],
  authorize: Authorize,
): Dispatch {
  const byName = new Map(services.map((service) => [service.name, service]));

  const dispatch: Dispatch = async (call) => {
    const service = byName.get(call.service);
    const handler = service && handlerOf(service, call.operation);
    if (!service || !handler) throw notImplementedError(call);
    const context = contextOf(platform, call, dispatch);
    for (const access of await service.access(call.operation, call.input, context)) {
      const verdict = await authorize(access, context);
      if (!verdict.allowed) throw service.denied(access, call.caller, verdict.reason);
    }
    return call.permissionOnly ? undefined : handler(call.input as never, context);
  };
  return dispatch;
}

function handlerOf(service: Service, operation: string): Handler | undefined {
  if (!Object.hasOwn(service.handlers, operation)) return undefined;
  const handler = service.handlers[operation];
  return typeof handler === 'function' ? handler : undefined;
}

function contextOf(platform: Platform, call: Call, dispatch: Dispatch): Context {
  return {
    ...platform,
    caller: call.caller,
    region: call.region,
    presigned: call.presigned,
    account: call.caller.account,
    requestId: call.requestId,
    hostId: call.hostId,
    endpoint: call.endpoint,
    trace: call.trace,
    protocol: call.protocol,
    call: (service, operation, input, as = {}) =>
      dispatch({ ...call, ...as, service, operation, input }),
  };
}

/** The gateway refuses unknown operations before they come here; this answers for the modelled ones left out. */
export function notImplementedError(
  call: Pick<Call, 'service' | 'operation' | 'protocol'>,
): AwsError {
  if (call.service === 's3')
    return new AwsError(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      { status: 501, members: { Header: call.operation } },
    );
  if (call.protocol === 'awsQuery')
    return new AwsError(
      'InvalidAction',
      `The action ${call.operation} is not valid for this endpoint.`,
    );
  return unknownOperation(call.operation);
}

/** Of services that speak JSON. */
export const unknownOperation = (operation: string) =>
  new AwsError('UnknownOperationException', `The operation ${operation} is not supported.`);
