import { parseArn } from '../../aws/arn.ts';
import type { AssumeRoleRequest } from '../../aws/models/sts.ts';
import { checkLength, checkPattern, checkRange, errors } from './errors.ts';

export const DURATION_SECONDS_MIN = 900;
const DURATION_SECONDS_MAX = 43_200;
const NAME = /[\w+=,.@-]*/;
const EXTERNAL_ID = /[\w+=,.@:/-]*/;
const TAGS_MAX = 50;
const POLICY_ARNS_MAX = 10;

/**
 * What of a request can be refused before anything is known of the role.
 * Throws ValidationError, InvalidParameterValue and AccessDenied.
 *
 * Deviation from AWS: there are no second factors, identity providers or contexts, so what comes
 * from these is refused.
 */
export function checkAssumeRole(input: AssumeRoleRequest): void {
  const { RoleArn, RoleSessionName, DurationSeconds, ExternalId, SourceIdentity } = input;
  checkLength('roleArn', RoleArn, 20, 2048);
  const arn = parseArn(RoleArn);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/'))
    throw errors.ValidationError(`${RoleArn} is invalid`);
  checkLength('roleSessionName', RoleSessionName, 2, 64);
  checkPattern('roleSessionName', RoleSessionName, NAME);
  if (DurationSeconds !== undefined)
    checkRange('durationSeconds', DurationSeconds, DURATION_SECONDS_MIN, DURATION_SECONDS_MAX);
  if (ExternalId !== undefined) {
    checkLength('externalId', ExternalId, 2, 1224);
    checkPattern('externalId', ExternalId, EXTERNAL_ID);
  }
  if (SourceIdentity !== undefined) {
    checkLength('sourceIdentity', SourceIdentity, 2, 64);
    checkPattern('sourceIdentity', SourceIdentity, NAME);
  }
  checkTags(input);
  refuseSecondFactor(input);
  if (input.ProvidedContexts !== undefined || input.MinimumSessionTokenSize !== undefined)
    throw errors.ValidationError('ProvidedContexts and MinimumSessionTokenSize are not supported.');
}

/** Throws AccessDenied. */
export function refuseSecondFactor(
  input: Pick<AssumeRoleRequest, 'SerialNumber' | 'TokenCode'>,
): void {
  if (input.SerialNumber === undefined && input.TokenCode === undefined) return;
  throw errors.AccessDenied(
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
  );
}

function checkTags({ Tags = [], TransitiveTagKeys = [], PolicyArns = [] }: AssumeRoleRequest) {
  if (Tags.length > TAGS_MAX || TransitiveTagKeys.length > TAGS_MAX)
    throw errors.ValidationError(`A session has at most ${TAGS_MAX} tags.`);
  if (PolicyArns.length > POLICY_ARNS_MAX)
    throw errors.ValidationError(`A session has at most ${POLICY_ARNS_MAX} managed policies.`);
  for (const [index, { Key, Value }] of Tags.entries()) {
    checkLength(`tags.${index + 1}.member.key`, Key, 1, 128);
    checkLength(`tags.${index + 1}.member.value`, Value, 0, 256);
  }
  const keys = new Set(Tags.map(({ Key }) => Key.toLowerCase()));
  if (keys.size < Tags.length)
    throw errors.InvalidParameterValue(
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  if (!TransitiveTagKeys.every((key) => keys.has(key.toLowerCase())))
    throw errors.InvalidParameterValue(
      'The specified transitive tag key must be included in the requested tags.',
    );
}
