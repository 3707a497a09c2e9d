import { errors } from './errors.ts';

/** What the model allows a member to be: a length in characters, or for numbers a range, and a pattern or a choice. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  /** As AWS shows it. The whole text has to match. */
  readonly pattern?: string;
  readonly values?: readonly string[];
}

/** A member of a request: where it stands (`targets.1.member.id`), its value, and what it may be. */
export type Member = readonly [
  path: string,
  value: string | number | readonly unknown[] | undefined,
  constraint: Constraint,
];

const NAME_PATTERN = '[\\.\\-_A-Za-z0-9]+';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Types.html */
export const ARCHIVE_NAME: Constraint = { min: 1, max: 48, pattern: NAME_PATTERN };
export const ARN: Constraint = { min: 1, max: 1600 };
export const BUS_NAME: Constraint = { min: 1, max: 256, pattern: '[/\\.\\-_A-Za-z0-9]+' };
export const BUS_NAME_OR_ARN: Constraint = {
  min: 1,
  max: 1600,
  pattern:
    '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[/\\.\\-_A-Za-z0-9]+',
};
export const DESCRIPTION: Constraint = { max: 512 };
export const LIMIT: Constraint = { min: 1, max: 100 };
export const REPLAY_NAME: Constraint = { min: 1, max: 64, pattern: NAME_PATTERN };
export const RETENTION_DAYS: Constraint = { min: 0 };
export const ROLE_ARN: Constraint = { min: 1, max: 1600 };
export const RULE_NAME: Constraint = { min: 1, max: 64, pattern: NAME_PATTERN };
export const TARGET_ID: Constraint = { min: 1, max: 64, pattern: NAME_PATTERN };

/** Checks all members and throws ValidationException that names everything wrong with them. Absent members are right. */
export function checkConstraints(...members: readonly Member[]): void {
  const faults = members.flatMap(([path, value, constraint]) =>
    value === undefined
      ? []
      : broken(value, constraint).map(
          (rule) =>
            `Value '${shown(value)}' at '${path}' failed to satisfy constraint: Member must ${rule}`,
        ),
  );
  if (faults.length === 0) return;
  throw errors.ValidationException(
    `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: ${faults.join('; ')}`,
  );
}

function broken(value: NonNullable<Member[1]>, constraint: Constraint): string[] {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, values } = constraint;
  const [measure, size] = typeof value === 'number' ? ['value', value] : ['length', value.length];
  const rules: string[] = [];
  if (size < min) rules.push(`have ${measure} greater than or equal to ${min}`);
  if (size > max) rules.push(`have ${measure} less than or equal to ${max}`);
  if (typeof value !== 'string') return rules;
  if (pattern !== undefined && !wholly(pattern).test(value))
    rules.push(`satisfy regular expression pattern: ${pattern}`);
  if (values !== undefined && !values.includes(value))
    rules.push(`satisfy enum value set: [${values.join(', ')}]`);
  return rules;
}

const wholly = (pattern: string) => new RegExp(`^(?:${pattern})$`);

/** Lists and structures are shown as AWS's own classes print them. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value ?? null);
  const fields = Object.entries(value).map(([name, field]) => `${name}=${shown(field)}`);
  return `{${fields.join(', ')}}`;
}
