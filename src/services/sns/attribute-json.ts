import {
  describePatternError,
  PatternError,
  readJson,
  redactedLocation,
} from '../../events/pattern/index.ts';
import { type AttributeFault, errors } from './errors.ts';

/**
 * The value of an attribute that holds JSON, a policy. Throws InvalidParameter in the words of the
 * reader that AWS uses, which name the place.
 */
export function parseAttribute(name: string, text: string, prefix: AttributeFault): unknown {
  try {
    readJson(text, redactedLocation);
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause;
    const reason = describePatternError(cause, text, redactedLocation);
    throw errors.InvalidParameterException(`${prefix}${name}: failed to parse JSON. ${reason}`, {
      cause,
    });
  }
  return JSON.parse(text);
}
