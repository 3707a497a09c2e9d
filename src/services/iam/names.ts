import { lengthConstraint } from '../constraint.ts';
import { errors, invalidMember } from './errors.ts';
import { DESCRIPTION_CHARACTERS, NAME_CHARACTERS, PATH_CHARACTERS } from './limits.ts';

const NAME = /^[\w+=,.@-]+$/;
const PATH = /^\/(?:[\u0021-\u007e]+\/)?$/;

/** Throws ValidationError. `member` is the input's, in lower camel case: `userName`. */
export function checkName(
  member: string,
  name: string,
  charactersMax: number = NAME_CHARACTERS.policy,
): void {
  const constraint = lengthConstraint(name, 1, charactersMax);
  if (constraint) throw invalidMember(member, constraint);
  if (!NAME.test(name))
    throw errors.ValidationError(
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
}

/** Throws ValidationError. */
export function checkPath(path: string, member = 'path'): void {
  const constraint = lengthConstraint(path, 1, PATH_CHARACTERS);
  if (constraint) throw invalidMember(member, constraint);
  if (!PATH.test(path))
    throw errors.ValidationError(
      `The specified value for ${member} is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.`,
    );
}

const ROLE_DESCRIPTION = /^[\t\n\r\u0020-\u007e\u00a1-\u00ff]*$/;

/** Throws ValidationError. Roles take fewer characters than policies. */
export function checkRoleDescription(description: string): void {
  checkDescription(description);
  if (ROLE_DESCRIPTION.test(description)) return;
  const pattern = '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*';
  const constraint = `satisfy regular expression pattern: ${pattern}`;
  throw invalidMember('description', constraint);
}

/** Throws ValidationError. */
export function checkDescription(description: string): void {
  const constraint = lengthConstraint(description, 0, DESCRIPTION_CHARACTERS);
  if (constraint) throw invalidMember('description', constraint);
}
