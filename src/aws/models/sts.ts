// Generated from @aws-sdk/client-sts 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure } from '../protocols/shape.ts';
import { integer, list, member, operation, string, structure, timestamp } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'sts',
  protocols: ['awsQuery'],
  apiVersion: '2011-06-15',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  shapeNamespace: 'com.amazonaws.sts',
};

export interface AssumeRoleRequest {
  RoleArn: string;
  RoleSessionName: string;
  PolicyArns?: PolicyDescriptorType[] | undefined;
  Policy?: string | undefined;
  DurationSeconds?: number | undefined;
  Tags?: Tag[] | undefined;
  TransitiveTagKeys?: string[] | undefined;
  ExternalId?: string | undefined;
  SerialNumber?: string | undefined;
  TokenCode?: string | undefined;
  SourceIdentity?: string | undefined;
  ProvidedContexts?: ProvidedContext[] | undefined;
  MinimumSessionTokenSize?: number | undefined;
}
export const AssumeRoleRequest: Structure = structure('AssumeRoleRequest', {
  RoleArn: member(string, { required: true }),
  RoleSessionName: member(string, { required: true }),
  PolicyArns: list(() => PolicyDescriptorType),
  Policy: string,
  DurationSeconds: integer,
  Tags: list(() => Tag),
  TransitiveTagKeys: list(string),
  ExternalId: string,
  SerialNumber: string,
  TokenCode: string,
  SourceIdentity: string,
  ProvidedContexts: list(() => ProvidedContext),
  MinimumSessionTokenSize: integer,
});

export interface AssumeRoleResponse {
  Credentials?: Credentials | undefined;
  AssumedRoleUser?: AssumedRoleUser | undefined;
  PackedPolicySize?: number | undefined;
  SourceIdentity?: string | undefined;
  SessionTokenUtilization?: number | undefined;
  SessionTokenSize?: number | undefined;
}
export const AssumeRoleResponse: Structure = structure('AssumeRoleResponse', {
  Credentials: () => Credentials,
  AssumedRoleUser: () => AssumedRoleUser,
  PackedPolicySize: integer,
  SourceIdentity: string,
  SessionTokenUtilization: integer,
  SessionTokenSize: integer,
});

export interface AssumedRoleUser {
  AssumedRoleId: string;
  Arn: string;
}
export const AssumedRoleUser: Structure = structure('AssumedRoleUser', {
  AssumedRoleId: member(string, { required: true }),
  Arn: member(string, { required: true }),
});

export interface Credentials {
  AccessKeyId: string;
  SecretAccessKey: string;
  SessionToken: string;
  Expiration: Date;
}
export const Credentials: Structure = structure('Credentials', {
  AccessKeyId: member(string, { required: true }),
  SecretAccessKey: member(string, { required: true }),
  SessionToken: member(string, { required: true }),
  Expiration: member(timestamp, { required: true }),
});

export interface GetAccessKeyInfoRequest {
  AccessKeyId: string;
}
export const GetAccessKeyInfoRequest: Structure = structure('GetAccessKeyInfoRequest', {
  AccessKeyId: member(string, { required: true }),
});

export interface GetAccessKeyInfoResponse {
  Account?: string | undefined;
}
export const GetAccessKeyInfoResponse: Structure = structure('GetAccessKeyInfoResponse', {
  Account: string,
});

export interface GetCallerIdentityRequest {
}
export const GetCallerIdentityRequest: Structure = structure('GetCallerIdentityRequest', {
});

export interface GetCallerIdentityResponse {
  UserId?: string | undefined;
  Account?: string | undefined;
  Arn?: string | undefined;
}
export const GetCallerIdentityResponse: Structure = structure('GetCallerIdentityResponse', {
  UserId: string,
  Account: string,
  Arn: string,
});

export interface GetSessionTokenRequest {
  DurationSeconds?: number | undefined;
  SerialNumber?: string | undefined;
  TokenCode?: string | undefined;
  MinimumSessionTokenSize?: number | undefined;
}
export const GetSessionTokenRequest: Structure = structure('GetSessionTokenRequest', {
  DurationSeconds: integer,
  SerialNumber: string,
  TokenCode: string,
  MinimumSessionTokenSize: integer,
});

export interface GetSessionTokenResponse {
  Credentials?: Credentials | undefined;
  SessionTokenUtilization?: number | undefined;
  SessionTokenSize?: number | undefined;
}
export const GetSessionTokenResponse: Structure = structure('GetSessionTokenResponse', {
  Credentials: () => Credentials,
  SessionTokenUtilization: integer,
  SessionTokenSize: integer,
});

export interface PolicyDescriptorType {
  arn?: string | undefined;
}
export const PolicyDescriptorType: Structure = structure('PolicyDescriptorType', {
  arn: string,
});

export interface ProvidedContext {
  ProviderArn?: string | undefined;
  ContextAssertion?: string | undefined;
}
export const ProvidedContext: Structure = structure('ProvidedContext', {
  ProviderArn: string,
  ContextAssertion: string,
});

export interface Tag {
  Key: string;
  Value: string;
}
export const Tag: Structure = structure('Tag', {
  Key: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface Operations {
  AssumeRole: { input: AssumeRoleRequest; output: AssumeRoleResponse };
  GetAccessKeyInfo: { input: GetAccessKeyInfoRequest; output: GetAccessKeyInfoResponse };
  GetCallerIdentity: { input: GetCallerIdentityRequest; output: GetCallerIdentityResponse };
  GetSessionToken: { input: GetSessionTokenRequest; output: GetSessionTokenResponse };
}

export const operations = {
  AssumeRole: operation('AssumeRole', AssumeRoleRequest, AssumeRoleResponse),
  GetAccessKeyInfo: operation('GetAccessKeyInfo', GetAccessKeyInfoRequest, GetAccessKeyInfoResponse),
  GetCallerIdentity: operation('GetCallerIdentity', GetCallerIdentityRequest, GetCallerIdentityResponse),
  GetSessionToken: operation('GetSessionToken', GetSessionTokenRequest, GetSessionTokenResponse),
};

export const errors = {
  AccessDenied: { code: 'AccessDenied', status: 403, fault: 'client', message: 'message' },
  ExpiredTokenException: { code: 'ExpiredTokenException', status: 400, fault: 'client', message: 'message' },
  ExpiredTradeInTokenException: { code: 'ExpiredTradeInTokenException', status: 400, fault: 'client', message: 'message' },
  IDPCommunicationErrorException: { code: 'IDPCommunicationError', status: 400, fault: 'client', message: 'message' },
  IDPRejectedClaimException: { code: 'IDPRejectedClaim', status: 403, fault: 'client', message: 'message' },
  InvalidAuthorizationMessageException: { code: 'InvalidAuthorizationMessageException', status: 400, fault: 'client', message: 'message' },
  InvalidIdentityTokenException: { code: 'InvalidIdentityToken', status: 400, fault: 'client', message: 'message' },
  InvalidParameterValue: { code: 'InvalidParameterValue', status: 400, fault: 'client', message: 'message' },
  JWTPayloadSizeExceededException: { code: 'JWTPayloadSizeExceededException', status: 400, fault: 'client', message: 'message' },
  MalformedPolicyDocumentException: { code: 'MalformedPolicyDocument', status: 400, fault: 'client', message: 'message' },
  OutboundWebIdentityFederationDisabledException: { code: 'OutboundWebIdentityFederationDisabledException', status: 403, fault: 'client', message: 'message' },
  PackedPolicyTooLargeException: { code: 'PackedPolicyTooLarge', status: 400, fault: 'client', message: 'message' },
  RegionDisabledException: { code: 'RegionDisabledException', status: 403, fault: 'client', message: 'message' },
  SessionDurationEscalationException: { code: 'SessionDurationEscalationException', status: 403, fault: 'client', message: 'message' },
  ValidationError: { code: 'ValidationError', status: 400, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AssumeRole: 'POST /',
  AssumeRoleWithSAML: 'POST /',
  AssumeRoleWithWebIdentity: 'POST /',
  AssumeRoot: 'POST /',
  DecodeAuthorizationMessage: 'POST /',
  GetAccessKeyInfo: 'POST /',
  GetCallerIdentity: 'POST /',
  GetDelegatedAccessToken: 'POST /',
  GetFederationToken: 'POST /',
  GetSessionToken: 'POST /',
  GetWebIdentityToken: 'POST /',
} as const;
