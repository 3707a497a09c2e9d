import { parseArn } from '../../aws/arn.ts';
import type { Protocol } from '../../storage/tables/subscriptions.ts';
import type { TopicRow } from '../../storage/tables/topics.ts';
import { errors, invalidParameter } from './errors.ts';

const PROTOCOLS: readonly string[] = [
  'sqs',
  'lambda',
  'http',
  'https',
  'email',
  'email-json',
  'sms',
] satisfies Protocol[];

const ENDPOINT_LENGTH_MAX = 2048;
const EMAIL_ADDRESS = /^[^\s@<>(),;:"[\]\\]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/;
/** Digits that people grouped are fine, as long as they did it neatly. */
const PHONE = /^\+?\d+(?:[-./ ]\d+)*$/;

/**
 * Checks what `Subscribe` is asked for: a protocol that there is, an endpoint of its form, and both
 * fit for the topic. Throws InvalidParameter.
 *
 * Deviation from AWS: there is no `firehose`, which is refused like a protocol that nobody has, and
 * no mobile push, so an `application` is never known.
 */
export function checkEndpoint(topic: TopicRow, protocol: string, endpoint: string): Protocol {
  if (protocol === 'application')
    throw invalidParameter(
      `Endpoint Reason: Endpoint does not exist for endpoint arn${endpoint.slice(0, ENDPOINT_LENGTH_MAX)}`,
    );
  if (!PROTOCOLS.includes(protocol))
    throw invalidParameter(`Amazon SNS does not support this protocol string: ${protocol}`);
  const known = protocol as Protocol;
  if (endpoint === '' || endpoint.length > ENDPOINT_LENGTH_MAX) throw invalidParameter('Endpoint');
  checkForm(known, endpoint);
  if (topic.fifo === 1 && known !== 'sqs')
    throw invalidParameter('Invalid parameter: Endpoint Reason: Please use FIFO SQS queue');
  if (topic.fifo === 0 && known === 'sqs' && isFifo(endpoint))
    throw invalidParameter(
      'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
    );
  return known;
}

function checkForm(protocol: Protocol, endpoint: string): void {
  switch (protocol) {
    case 'sqs':
      if (!isArnOf('sqs', endpoint)) throw invalidParameter('SQS endpoint ARN');
      break;
    case 'lambda':
      if (!isArnOf('lambda', endpoint)) throw invalidParameter('Lambda endpoint ARN');
      break;
    case 'http':
    case 'https':
      if (!isUrl(protocol, endpoint))
        throw invalidParameter('Endpoint must match the specified protocol');
      break;
    case 'email':
    case 'email-json':
      if (!EMAIL_ADDRESS.test(endpoint)) throw invalidParameter('Email address');
      break;
    case 'sms':
      if (!PHONE.test(endpoint))
        throw errors.InvalidParameterException(`Invalid SMS endpoint: ${endpoint}`);
  }
}

function isArnOf(service: string, text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === service && /^\d{12}$/.test(arn.account) && arn.region !== '';
}

/** Nothing but printable ASCII: the text goes into a request line as it is. */
function isUrl(protocol: 'http' | 'https', text: string): boolean {
  return text.startsWith(`${protocol}://`) && /^[!-~]+$/.test(text) && URL.canParse(text);
}

export const isFifo = (queueArn: string): boolean => queueArn.endsWith('.fifo');

/**
 * Whether the endpoint is asked before it gets anything: all but queues of the caller, functions,
 * whose policy decides, and phones.
 */
export function needsConfirmation(protocol: Protocol, endpoint: string, account: string): boolean {
  if (protocol === 'lambda' || protocol === 'sms') return false;
  return protocol !== 'sqs' || parseArn(endpoint)?.account !== account;
}
