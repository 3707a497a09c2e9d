import { isIP } from 'node:net';
import type { Condition } from '../../aws/policy/condition.ts';
import type { PolicyDocument, Statement } from '../../aws/policy/document.ts';

/**
 * Whether a bucket's policy lets the public in, as Block Public Access judges it: it allows
 * something to everybody, and no condition ties that to fixed accounts, networks or resources.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublicPolicy(policy: PolicyDocument): boolean {
  return policy.statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      isForEverybody(statement) &&
      !statement.conditions.some(narrowsToFixed),
  );
}

const isForEverybody = ({ principal }: Statement) =>
  principal !== undefined &&
  (principal.negated || principal.entries.some((entry) => entry.text === '*'));

const NARROWING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

const COMPARING = /^(?:ForAnyValue:)?(?:StringEquals(?:IgnoreCase)?|StringLike|ArnEquals|ArnLike)$/;

function narrowsToFixed({ key, operator, values }: Condition): boolean {
  const name = key.toLowerCase();
  if (name === 'aws:sourceip') return operator === 'IpAddress' && values.every(isNarrowRange);
  return NARROWING_KEYS.has(name) && COMPARING.test(operator) && values.every(isFixed);
}

/** Session names behind a role's id may vary: `AROAEXAMPLE:*`. */
const isFixed = (value: string) => !/[*?]|\$\{/.test(value.replace(/^([^*?$]+):\*$/, '$1'));

/** Wider ranges count as the public. */
const PREFIX_BITS_MIN = { 4: 8, 6: 32 };

function isNarrowRange(range: string): boolean {
  const [address = '', bits] = range.split('/');
  const version = isIP(address);
  if (version !== 4 && version !== 6) return false;
  return bits === undefined || Number(bits) >= PREFIX_BITS_MIN[version];
}
