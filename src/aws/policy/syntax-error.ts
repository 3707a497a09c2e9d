/**
 * A text that is no policy. The message is S3's for MalformedPolicy and says what is wrong;
 * services put it into their own error (`MalformedPolicy`, `MalformedPolicyDocument`,
 * `InvalidParameterValue`, `InvalidAttributeValue`).
 */
export class PolicySyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicySyntaxError';
  }
}
