/**
 * What AWS says of a member that breaks a rule of its model. The services put it into their own
 * ValidationError or ValidationException. `member` is the path of the member, in lower camel case:
 * `tags.1.member.key`. Some services leave its value out.
 */
export function constraintMessage(
  member: string,
  value: string | number | undefined,
  constraint: string,
): string {
  const shown = value === undefined ? '' : ` '${value}'`;
  return `1 validation error detected: Value${shown} at '${member}' failed to satisfy constraint: Member must ${constraint}`;
}

/** The constraint that a text of the wrong length breaks, or `undefined`. */
export function lengthConstraint(text: string, min: number, max: number): string | undefined {
  if (text.length < min) return `have length greater than or equal to ${min}`;
  return text.length > max ? `have length less than or equal to ${max}` : undefined;
}

/** The constraint that a number out of range breaks, or `undefined`. */
export function rangeConstraint(value: number, min: number, max: number): string | undefined {
  if (value < min) return `have value greater than or equal to ${min}`;
  return value > max ? `have value less than or equal to ${max}` : undefined;
}
