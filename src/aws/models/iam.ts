// Generated from @aws-sdk/client-iam 3.1169.0 by `npm run generate`. Do not edit.
import type { Service, Structure, Unit } from '../protocols/shape.ts';
import { boolean, integer, list, member, operation, string, structure, timestamp, unit } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'iam',
  protocols: ['awsQuery'],
  apiVersion: '2010-05-08',
  xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  shapeNamespace: 'com.amazonaws.iam',
};

export interface AccessKey {
  UserName: string;
  AccessKeyId: string;
  Status: string;
  SecretAccessKey: string;
  CreateDate?: Date | undefined;
}
export const AccessKey: Structure = structure('AccessKey', {
  UserName: member(string, { required: true }),
  AccessKeyId: member(string, { required: true }),
  Status: member(string, { required: true }),
  SecretAccessKey: member(string, { required: true }),
  CreateDate: timestamp,
});

export interface AccessKeyLastUsed {
  ServiceName: string;
  Region: string;
  LastUsedDate?: Date | undefined;
}
export const AccessKeyLastUsed: Structure = structure('AccessKeyLastUsed', {
  ServiceName: member(string, { required: true }),
  Region: member(string, { required: true }),
  LastUsedDate: timestamp,
});

export interface AccessKeyMetadata {
  UserName?: string | undefined;
  AccessKeyId?: string | undefined;
  Status?: string | undefined;
  CreateDate?: Date | undefined;
}
export const AccessKeyMetadata: Structure = structure('AccessKeyMetadata', {
  UserName: string,
  AccessKeyId: string,
  Status: string,
  CreateDate: timestamp,
});

export interface AttachRolePolicyRequest {
  RoleName: string;
  PolicyArn: string;
}
export const AttachRolePolicyRequest: Structure = structure('AttachRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyArn: member(string, { required: true }),
});

export interface AttachUserPolicyRequest {
  UserName: string;
  PolicyArn: string;
}
export const AttachUserPolicyRequest: Structure = structure('AttachUserPolicyRequest', {
  UserName: member(string, { required: true }),
  PolicyArn: member(string, { required: true }),
});

export interface AttachedPermissionsBoundary {
  PermissionsBoundaryType?: string | undefined;
  PermissionsBoundaryArn?: string | undefined;
}
export const AttachedPermissionsBoundary: Structure = structure('AttachedPermissionsBoundary', {
  PermissionsBoundaryType: string,
  PermissionsBoundaryArn: string,
});

export interface AttachedPolicy {
  PolicyName?: string | undefined;
  PolicyArn?: string | undefined;
}
export const AttachedPolicy: Structure = structure('AttachedPolicy', {
  PolicyName: string,
  PolicyArn: string,
});

export interface CreateAccessKeyRequest {
  UserName?: string | undefined;
}
export const CreateAccessKeyRequest: Structure = structure('CreateAccessKeyRequest', {
  UserName: string,
});

export interface CreateAccessKeyResponse {
  AccessKey: AccessKey;
}
export const CreateAccessKeyResponse: Structure = structure('CreateAccessKeyResponse', {
  AccessKey: member(() => AccessKey, { required: true }),
});

export interface CreatePolicyRequest {
  PolicyName: string;
  PolicyDocument: string;
  Path?: string | undefined;
  Description?: string | undefined;
  Tags?: Tag[] | undefined;
}
export const CreatePolicyRequest: Structure = structure('CreatePolicyRequest', {
  PolicyName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
  Path: string,
  Description: string,
  Tags: list(() => Tag),
});

export interface CreatePolicyResponse {
  Policy?: Policy | undefined;
}
export const CreatePolicyResponse: Structure = structure('CreatePolicyResponse', {
  Policy: () => Policy,
});

export interface CreatePolicyVersionRequest {
  PolicyArn: string;
  PolicyDocument: string;
  SetAsDefault?: boolean | undefined;
}
export const CreatePolicyVersionRequest: Structure = structure('CreatePolicyVersionRequest', {
  PolicyArn: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
  SetAsDefault: boolean,
});

export interface CreatePolicyVersionResponse {
  PolicyVersion?: PolicyVersion | undefined;
}
export const CreatePolicyVersionResponse: Structure = structure('CreatePolicyVersionResponse', {
  PolicyVersion: () => PolicyVersion,
});

export interface CreateRoleRequest {
  RoleName: string;
  AssumeRolePolicyDocument: string;
  Path?: string | undefined;
  Description?: string | undefined;
  MaxSessionDuration?: number | undefined;
  PermissionsBoundary?: string | undefined;
  Tags?: Tag[] | undefined;
}
export const CreateRoleRequest: Structure = structure('CreateRoleRequest', {
  RoleName: member(string, { required: true }),
  AssumeRolePolicyDocument: member(string, { required: true }),
  Path: string,
  Description: string,
  MaxSessionDuration: integer,
  PermissionsBoundary: string,
  Tags: list(() => Tag),
});

export interface CreateRoleResponse {
  Role: Role;
}
export const CreateRoleResponse: Structure = structure('CreateRoleResponse', {
  Role: member(() => Role, { required: true }),
});

export interface CreateUserRequest {
  UserName: string;
  Path?: string | undefined;
  PermissionsBoundary?: string | undefined;
  Tags?: Tag[] | undefined;
}
export const CreateUserRequest: Structure = structure('CreateUserRequest', {
  UserName: member(string, { required: true }),
  Path: string,
  PermissionsBoundary: string,
  Tags: list(() => Tag),
});

export interface CreateUserResponse {
  User?: User | undefined;
}
export const CreateUserResponse: Structure = structure('CreateUserResponse', {
  User: () => User,
});

export interface DeleteAccessKeyRequest {
  AccessKeyId: string;
  UserName?: string | undefined;
}
export const DeleteAccessKeyRequest: Structure = structure('DeleteAccessKeyRequest', {
  AccessKeyId: member(string, { required: true }),
  UserName: string,
});

export interface DeletePolicyRequest {
  PolicyArn: string;
}
export const DeletePolicyRequest: Structure = structure('DeletePolicyRequest', {
  PolicyArn: member(string, { required: true }),
});

export interface DeletePolicyVersionRequest {
  PolicyArn: string;
  VersionId: string;
}
export const DeletePolicyVersionRequest: Structure = structure('DeletePolicyVersionRequest', {
  PolicyArn: member(string, { required: true }),
  VersionId: member(string, { required: true }),
});

export interface DeleteRolePermissionsBoundaryRequest {
  RoleName: string;
}
export const DeleteRolePermissionsBoundaryRequest: Structure = structure('DeleteRolePermissionsBoundaryRequest', {
  RoleName: member(string, { required: true }),
});

export interface DeleteRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
}
export const DeleteRolePolicyRequest: Structure = structure('DeleteRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
});

export interface DeleteRoleRequest {
  RoleName: string;
}
export const DeleteRoleRequest: Structure = structure('DeleteRoleRequest', {
  RoleName: member(string, { required: true }),
});

export interface DeleteUserPermissionsBoundaryRequest {
  UserName: string;
}
export const DeleteUserPermissionsBoundaryRequest: Structure = structure('DeleteUserPermissionsBoundaryRequest', {
  UserName: member(string, { required: true }),
});

export interface DeleteUserPolicyRequest {
  UserName: string;
  PolicyName: string;
}
export const DeleteUserPolicyRequest: Structure = structure('DeleteUserPolicyRequest', {
  UserName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
});

export interface DeleteUserRequest {
  UserName: string;
}
export const DeleteUserRequest: Structure = structure('DeleteUserRequest', {
  UserName: member(string, { required: true }),
});

export interface DetachRolePolicyRequest {
  RoleName: string;
  PolicyArn: string;
}
export const DetachRolePolicyRequest: Structure = structure('DetachRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyArn: member(string, { required: true }),
});

export interface DetachUserPolicyRequest {
  UserName: string;
  PolicyArn: string;
}
export const DetachUserPolicyRequest: Structure = structure('DetachUserPolicyRequest', {
  UserName: member(string, { required: true }),
  PolicyArn: member(string, { required: true }),
});

export interface GetAccessKeyLastUsedRequest {
  AccessKeyId: string;
}
export const GetAccessKeyLastUsedRequest: Structure = structure('GetAccessKeyLastUsedRequest', {
  AccessKeyId: member(string, { required: true }),
});

export interface GetAccessKeyLastUsedResponse {
  UserName?: string | undefined;
  AccessKeyLastUsed?: AccessKeyLastUsed | undefined;
}
export const GetAccessKeyLastUsedResponse: Structure = structure('GetAccessKeyLastUsedResponse', {
  UserName: string,
  AccessKeyLastUsed: () => AccessKeyLastUsed,
});

export interface GetPolicyRequest {
  PolicyArn: string;
}
export const GetPolicyRequest: Structure = structure('GetPolicyRequest', {
  PolicyArn: member(string, { required: true }),
});

export interface GetPolicyResponse {
  Policy?: Policy | undefined;
}
export const GetPolicyResponse: Structure = structure('GetPolicyResponse', {
  Policy: () => Policy,
});

export interface GetPolicyVersionRequest {
  PolicyArn: string;
  VersionId: string;
}
export const GetPolicyVersionRequest: Structure = structure('GetPolicyVersionRequest', {
  PolicyArn: member(string, { required: true }),
  VersionId: member(string, { required: true }),
});

export interface GetPolicyVersionResponse {
  PolicyVersion?: PolicyVersion | undefined;
}
export const GetPolicyVersionResponse: Structure = structure('GetPolicyVersionResponse', {
  PolicyVersion: () => PolicyVersion,
});

export interface GetRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
}
export const GetRolePolicyRequest: Structure = structure('GetRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
});

export interface GetRolePolicyResponse {
  RoleName: string;
  PolicyName: string;
  PolicyDocument: string;
}
export const GetRolePolicyResponse: Structure = structure('GetRolePolicyResponse', {
  RoleName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
});

export interface GetRoleRequest {
  RoleName: string;
}
export const GetRoleRequest: Structure = structure('GetRoleRequest', {
  RoleName: member(string, { required: true }),
});

export interface GetRoleResponse {
  Role: Role;
}
export const GetRoleResponse: Structure = structure('GetRoleResponse', {
  Role: member(() => Role, { required: true }),
});

export interface GetUserPolicyRequest {
  UserName: string;
  PolicyName: string;
}
export const GetUserPolicyRequest: Structure = structure('GetUserPolicyRequest', {
  UserName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
});

export interface GetUserPolicyResponse {
  UserName: string;
  PolicyName: string;
  PolicyDocument: string;
}
export const GetUserPolicyResponse: Structure = structure('GetUserPolicyResponse', {
  UserName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
});

export interface GetUserRequest {
  UserName?: string | undefined;
}
export const GetUserRequest: Structure = structure('GetUserRequest', {
  UserName: string,
});

export interface GetUserResponse {
  User: User;
}
export const GetUserResponse: Structure = structure('GetUserResponse', {
  User: member(() => User, { required: true }),
});

export interface Group {
  Path: string;
  GroupName: string;
  GroupId: string;
  Arn: string;
  CreateDate: Date;
}
export const Group: Structure = structure('Group', {
  Path: member(string, { required: true }),
  GroupName: member(string, { required: true }),
  GroupId: member(string, { required: true }),
  Arn: member(string, { required: true }),
  CreateDate: member(timestamp, { required: true }),
});

export interface InstanceProfile {
  Path: string;
  InstanceProfileName: string;
  InstanceProfileId: string;
  Arn: string;
  CreateDate: Date;
  Roles: Role[];
  Tags?: Tag[] | undefined;
}
export const InstanceProfile: Structure = structure('InstanceProfile', {
  Path: member(string, { required: true }),
  InstanceProfileName: member(string, { required: true }),
  InstanceProfileId: member(string, { required: true }),
  Arn: member(string, { required: true }),
  CreateDate: member(timestamp, { required: true }),
  Roles: member(list(() => Role), { required: true }),
  Tags: list(() => Tag),
});

export interface ListAccessKeysRequest {
  UserName?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListAccessKeysRequest: Structure = structure('ListAccessKeysRequest', {
  UserName: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListAccessKeysResponse {
  AccessKeyMetadata: AccessKeyMetadata[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListAccessKeysResponse: Structure = structure('ListAccessKeysResponse', {
  AccessKeyMetadata: member(list(() => AccessKeyMetadata), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListAttachedRolePoliciesRequest {
  RoleName: string;
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListAttachedRolePoliciesRequest: Structure = structure('ListAttachedRolePoliciesRequest', {
  RoleName: member(string, { required: true }),
  PathPrefix: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListAttachedRolePoliciesResponse {
  AttachedPolicies?: AttachedPolicy[] | undefined;
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListAttachedRolePoliciesResponse: Structure = structure('ListAttachedRolePoliciesResponse', {
  AttachedPolicies: list(() => AttachedPolicy),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListAttachedUserPoliciesRequest {
  UserName: string;
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListAttachedUserPoliciesRequest: Structure = structure('ListAttachedUserPoliciesRequest', {
  UserName: member(string, { required: true }),
  PathPrefix: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListAttachedUserPoliciesResponse {
  AttachedPolicies?: AttachedPolicy[] | undefined;
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListAttachedUserPoliciesResponse: Structure = structure('ListAttachedUserPoliciesResponse', {
  AttachedPolicies: list(() => AttachedPolicy),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListEntitiesForPolicyRequest {
  PolicyArn: string;
  EntityFilter?: string | undefined;
  PathPrefix?: string | undefined;
  PolicyUsageFilter?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListEntitiesForPolicyRequest: Structure = structure('ListEntitiesForPolicyRequest', {
  PolicyArn: member(string, { required: true }),
  EntityFilter: string,
  PathPrefix: string,
  PolicyUsageFilter: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListEntitiesForPolicyResponse {
  PolicyGroups?: PolicyGroup[] | undefined;
  PolicyUsers?: PolicyUser[] | undefined;
  PolicyRoles?: PolicyRole[] | undefined;
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListEntitiesForPolicyResponse: Structure = structure('ListEntitiesForPolicyResponse', {
  PolicyGroups: list(() => PolicyGroup),
  PolicyUsers: list(() => PolicyUser),
  PolicyRoles: list(() => PolicyRole),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListGroupsForUserRequest {
  UserName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListGroupsForUserRequest: Structure = structure('ListGroupsForUserRequest', {
  UserName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListGroupsForUserResponse {
  Groups: Group[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListGroupsForUserResponse: Structure = structure('ListGroupsForUserResponse', {
  Groups: member(list(() => Group), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListInstanceProfilesForRoleRequest {
  RoleName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListInstanceProfilesForRoleRequest: Structure = structure('ListInstanceProfilesForRoleRequest', {
  RoleName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListInstanceProfilesForRoleResponse {
  InstanceProfiles: InstanceProfile[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListInstanceProfilesForRoleResponse: Structure = structure('ListInstanceProfilesForRoleResponse', {
  InstanceProfiles: member(list(() => InstanceProfile), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListPoliciesRequest {
  Scope?: string | undefined;
  OnlyAttached?: boolean | undefined;
  PathPrefix?: string | undefined;
  PolicyUsageFilter?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListPoliciesRequest: Structure = structure('ListPoliciesRequest', {
  Scope: string,
  OnlyAttached: boolean,
  PathPrefix: string,
  PolicyUsageFilter: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListPoliciesResponse {
  Policies?: Policy[] | undefined;
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListPoliciesResponse: Structure = structure('ListPoliciesResponse', {
  Policies: list(() => Policy),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListPolicyTagsRequest {
  PolicyArn: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListPolicyTagsRequest: Structure = structure('ListPolicyTagsRequest', {
  PolicyArn: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListPolicyTagsResponse {
  Tags: Tag[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListPolicyTagsResponse: Structure = structure('ListPolicyTagsResponse', {
  Tags: member(list(() => Tag), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListPolicyVersionsRequest {
  PolicyArn: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListPolicyVersionsRequest: Structure = structure('ListPolicyVersionsRequest', {
  PolicyArn: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListPolicyVersionsResponse {
  Versions?: PolicyVersion[] | undefined;
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListPolicyVersionsResponse: Structure = structure('ListPolicyVersionsResponse', {
  Versions: list(() => PolicyVersion),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListRolePoliciesRequest {
  RoleName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListRolePoliciesRequest: Structure = structure('ListRolePoliciesRequest', {
  RoleName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListRolePoliciesResponse {
  PolicyNames: string[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListRolePoliciesResponse: Structure = structure('ListRolePoliciesResponse', {
  PolicyNames: member(list(string), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListRoleTagsRequest {
  RoleName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListRoleTagsRequest: Structure = structure('ListRoleTagsRequest', {
  RoleName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListRoleTagsResponse {
  Tags: Tag[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListRoleTagsResponse: Structure = structure('ListRoleTagsResponse', {
  Tags: member(list(() => Tag), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListRolesRequest {
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListRolesRequest: Structure = structure('ListRolesRequest', {
  PathPrefix: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListRolesResponse {
  Roles: Role[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListRolesResponse: Structure = structure('ListRolesResponse', {
  Roles: member(list(() => Role), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListUserPoliciesRequest {
  UserName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListUserPoliciesRequest: Structure = structure('ListUserPoliciesRequest', {
  UserName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListUserPoliciesResponse {
  PolicyNames: string[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListUserPoliciesResponse: Structure = structure('ListUserPoliciesResponse', {
  PolicyNames: member(list(string), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListUserTagsRequest {
  UserName: string;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListUserTagsRequest: Structure = structure('ListUserTagsRequest', {
  UserName: member(string, { required: true }),
  Marker: string,
  MaxItems: integer,
});

export interface ListUserTagsResponse {
  Tags: Tag[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListUserTagsResponse: Structure = structure('ListUserTagsResponse', {
  Tags: member(list(() => Tag), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface ListUsersRequest {
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}
export const ListUsersRequest: Structure = structure('ListUsersRequest', {
  PathPrefix: string,
  Marker: string,
  MaxItems: integer,
});

export interface ListUsersResponse {
  Users: User[];
  IsTruncated?: boolean | undefined;
  Marker?: string | undefined;
}
export const ListUsersResponse: Structure = structure('ListUsersResponse', {
  Users: member(list(() => User), { required: true }),
  IsTruncated: boolean,
  Marker: string,
});

export interface Policy {
  PolicyName?: string | undefined;
  PolicyId?: string | undefined;
  Arn?: string | undefined;
  Path?: string | undefined;
  DefaultVersionId?: string | undefined;
  AttachmentCount?: number | undefined;
  PermissionsBoundaryUsageCount?: number | undefined;
  IsAttachable?: boolean | undefined;
  Description?: string | undefined;
  CreateDate?: Date | undefined;
  UpdateDate?: Date | undefined;
  Tags?: Tag[] | undefined;
}
export const Policy: Structure = structure('Policy', {
  PolicyName: string,
  PolicyId: string,
  Arn: string,
  Path: string,
  DefaultVersionId: string,
  AttachmentCount: integer,
  PermissionsBoundaryUsageCount: integer,
  IsAttachable: boolean,
  Description: string,
  CreateDate: timestamp,
  UpdateDate: timestamp,
  Tags: list(() => Tag),
});

export interface PolicyGroup {
  GroupName?: string | undefined;
  GroupId?: string | undefined;
}
export const PolicyGroup: Structure = structure('PolicyGroup', {
  GroupName: string,
  GroupId: string,
});

export interface PolicyRole {
  RoleName?: string | undefined;
  RoleId?: string | undefined;
}
export const PolicyRole: Structure = structure('PolicyRole', {
  RoleName: string,
  RoleId: string,
});

export interface PolicyUser {
  UserName?: string | undefined;
  UserId?: string | undefined;
}
export const PolicyUser: Structure = structure('PolicyUser', {
  UserName: string,
  UserId: string,
});

export interface PolicyVersion {
  Document?: string | undefined;
  VersionId?: string | undefined;
  IsDefaultVersion?: boolean | undefined;
  CreateDate?: Date | undefined;
}
export const PolicyVersion: Structure = structure('PolicyVersion', {
  Document: string,
  VersionId: string,
  IsDefaultVersion: boolean,
  CreateDate: timestamp,
});

export interface PutRolePermissionsBoundaryRequest {
  RoleName: string;
  PermissionsBoundary: string;
}
export const PutRolePermissionsBoundaryRequest: Structure = structure('PutRolePermissionsBoundaryRequest', {
  RoleName: member(string, { required: true }),
  PermissionsBoundary: member(string, { required: true }),
});

export interface PutRolePolicyRequest {
  RoleName: string;
  PolicyName: string;
  PolicyDocument: string;
}
export const PutRolePolicyRequest: Structure = structure('PutRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
});

export interface PutUserPermissionsBoundaryRequest {
  UserName: string;
  PermissionsBoundary: string;
}
export const PutUserPermissionsBoundaryRequest: Structure = structure('PutUserPermissionsBoundaryRequest', {
  UserName: member(string, { required: true }),
  PermissionsBoundary: member(string, { required: true }),
});

export interface PutUserPolicyRequest {
  UserName: string;
  PolicyName: string;
  PolicyDocument: string;
}
export const PutUserPolicyRequest: Structure = structure('PutUserPolicyRequest', {
  UserName: member(string, { required: true }),
  PolicyName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
});

export interface Role {
  Path: string;
  RoleName: string;
  RoleId: string;
  Arn: string;
  CreateDate: Date;
  AssumeRolePolicyDocument?: string | undefined;
  Description?: string | undefined;
  MaxSessionDuration?: number | undefined;
  PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  Tags?: Tag[] | undefined;
  RoleLastUsed?: RoleLastUsed | undefined;
  SourceRoleTemplate?: SourceRoleTemplate | undefined;
}
export const Role: Structure = structure('Role', {
  Path: member(string, { required: true }),
  RoleName: member(string, { required: true }),
  RoleId: member(string, { required: true }),
  Arn: member(string, { required: true }),
  CreateDate: member(timestamp, { required: true }),
  AssumeRolePolicyDocument: string,
  Description: string,
  MaxSessionDuration: integer,
  PermissionsBoundary: () => AttachedPermissionsBoundary,
  Tags: list(() => Tag),
  RoleLastUsed: () => RoleLastUsed,
  SourceRoleTemplate: () => SourceRoleTemplate,
});

export interface RoleLastUsed {
  LastUsedDate?: Date | undefined;
  Region?: string | undefined;
}
export const RoleLastUsed: Structure = structure('RoleLastUsed', {
  LastUsedDate: timestamp,
  Region: string,
});

export interface SetDefaultPolicyVersionRequest {
  PolicyArn: string;
  VersionId: string;
}
export const SetDefaultPolicyVersionRequest: Structure = structure('SetDefaultPolicyVersionRequest', {
  PolicyArn: member(string, { required: true }),
  VersionId: member(string, { required: true }),
});

export interface SourceRoleTemplate {
  TemplateArn: string;
  TemplateMinorVersion: number;
}
export const SourceRoleTemplate: Structure = structure('SourceRoleTemplate', {
  TemplateArn: member(string, { required: true }),
  TemplateMinorVersion: member(integer, { required: true }),
});

export interface Tag {
  Key: string;
  Value: string;
}
export const Tag: Structure = structure('Tag', {
  Key: member(string, { required: true }),
  Value: member(string, { required: true }),
});

export interface TagPolicyRequest {
  PolicyArn: string;
  Tags: Tag[];
}
export const TagPolicyRequest: Structure = structure('TagPolicyRequest', {
  PolicyArn: member(string, { required: true }),
  Tags: member(list(() => Tag), { required: true }),
});

export interface TagRoleRequest {
  RoleName: string;
  Tags: Tag[];
}
export const TagRoleRequest: Structure = structure('TagRoleRequest', {
  RoleName: member(string, { required: true }),
  Tags: member(list(() => Tag), { required: true }),
});

export interface TagUserRequest {
  UserName: string;
  Tags: Tag[];
}
export const TagUserRequest: Structure = structure('TagUserRequest', {
  UserName: member(string, { required: true }),
  Tags: member(list(() => Tag), { required: true }),
});

export interface UntagPolicyRequest {
  PolicyArn: string;
  TagKeys: string[];
}
export const UntagPolicyRequest: Structure = structure('UntagPolicyRequest', {
  PolicyArn: member(string, { required: true }),
  TagKeys: member(list(string), { required: true }),
});

export interface UntagRoleRequest {
  RoleName: string;
  TagKeys: string[];
}
export const UntagRoleRequest: Structure = structure('UntagRoleRequest', {
  RoleName: member(string, { required: true }),
  TagKeys: member(list(string), { required: true }),
});

export interface UntagUserRequest {
  UserName: string;
  TagKeys: string[];
}
export const UntagUserRequest: Structure = structure('UntagUserRequest', {
  UserName: member(string, { required: true }),
  TagKeys: member(list(string), { required: true }),
});

export interface UpdateAccessKeyRequest {
  AccessKeyId: string;
  Status: string;
  UserName?: string | undefined;
}
export const UpdateAccessKeyRequest: Structure = structure('UpdateAccessKeyRequest', {
  AccessKeyId: member(string, { required: true }),
  Status: member(string, { required: true }),
  UserName: string,
});

export interface UpdateAssumeRolePolicyRequest {
  RoleName: string;
  PolicyDocument: string;
}
export const UpdateAssumeRolePolicyRequest: Structure = structure('UpdateAssumeRolePolicyRequest', {
  RoleName: member(string, { required: true }),
  PolicyDocument: member(string, { required: true }),
});

export interface UpdateRoleDescriptionRequest {
  RoleName: string;
  Description: string;
}
export const UpdateRoleDescriptionRequest: Structure = structure('UpdateRoleDescriptionRequest', {
  RoleName: member(string, { required: true }),
  Description: member(string, { required: true }),
});

export interface UpdateRoleDescriptionResponse {
  Role?: Role | undefined;
}
export const UpdateRoleDescriptionResponse: Structure = structure('UpdateRoleDescriptionResponse', {
  Role: () => Role,
});

export interface UpdateRoleRequest {
  RoleName: string;
  Description?: string | undefined;
  MaxSessionDuration?: number | undefined;
}
export const UpdateRoleRequest: Structure = structure('UpdateRoleRequest', {
  RoleName: member(string, { required: true }),
  Description: string,
  MaxSessionDuration: integer,
});

export interface UpdateRoleResponse {
}
export const UpdateRoleResponse: Structure = structure('UpdateRoleResponse', {
});

export interface UpdateUserRequest {
  UserName: string;
  NewPath?: string | undefined;
  NewUserName?: string | undefined;
}
export const UpdateUserRequest: Structure = structure('UpdateUserRequest', {
  UserName: member(string, { required: true }),
  NewPath: string,
  NewUserName: string,
});

export interface User {
  Path: string;
  UserName: string;
  UserId: string;
  Arn: string;
  CreateDate: Date;
  PasswordLastUsed?: Date | undefined;
  PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  Tags?: Tag[] | undefined;
}
export const User: Structure = structure('User', {
  Path: member(string, { required: true }),
  UserName: member(string, { required: true }),
  UserId: member(string, { required: true }),
  Arn: member(string, { required: true }),
  CreateDate: member(timestamp, { required: true }),
  PasswordLastUsed: timestamp,
  PermissionsBoundary: () => AttachedPermissionsBoundary,
  Tags: list(() => Tag),
});

export interface Operations {
  AttachRolePolicy: { input: AttachRolePolicyRequest; output: Unit };
  AttachUserPolicy: { input: AttachUserPolicyRequest; output: Unit };
  CreateAccessKey: { input: CreateAccessKeyRequest; output: CreateAccessKeyResponse };
  CreatePolicy: { input: CreatePolicyRequest; output: CreatePolicyResponse };
  CreatePolicyVersion: { input: CreatePolicyVersionRequest; output: CreatePolicyVersionResponse };
  CreateRole: { input: CreateRoleRequest; output: CreateRoleResponse };
  CreateUser: { input: CreateUserRequest; output: CreateUserResponse };
  DeleteAccessKey: { input: DeleteAccessKeyRequest; output: Unit };
  DeletePolicy: { input: DeletePolicyRequest; output: Unit };
  DeletePolicyVersion: { input: DeletePolicyVersionRequest; output: Unit };
  DeleteRole: { input: DeleteRoleRequest; output: Unit };
  DeleteRolePermissionsBoundary: { input: DeleteRolePermissionsBoundaryRequest; output: Unit };
  DeleteRolePolicy: { input: DeleteRolePolicyRequest; output: Unit };
  DeleteUser: { input: DeleteUserRequest; output: Unit };
  DeleteUserPermissionsBoundary: { input: DeleteUserPermissionsBoundaryRequest; output: Unit };
  DeleteUserPolicy: { input: DeleteUserPolicyRequest; output: Unit };
  DetachRolePolicy: { input: DetachRolePolicyRequest; output: Unit };
  DetachUserPolicy: { input: DetachUserPolicyRequest; output: Unit };
  GetAccessKeyLastUsed: { input: GetAccessKeyLastUsedRequest; output: GetAccessKeyLastUsedResponse };
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse };
  GetPolicyVersion: { input: GetPolicyVersionRequest; output: GetPolicyVersionResponse };
  GetRole: { input: GetRoleRequest; output: GetRoleResponse };
  GetRolePolicy: { input: GetRolePolicyRequest; output: GetRolePolicyResponse };
  GetUser: { input: GetUserRequest; output: GetUserResponse };
  GetUserPolicy: { input: GetUserPolicyRequest; output: GetUserPolicyResponse };
  ListAccessKeys: { input: ListAccessKeysRequest; output: ListAccessKeysResponse };
  ListAttachedRolePolicies: { input: ListAttachedRolePoliciesRequest; output: ListAttachedRolePoliciesResponse };
  ListAttachedUserPolicies: { input: ListAttachedUserPoliciesRequest; output: ListAttachedUserPoliciesResponse };
  ListEntitiesForPolicy: { input: ListEntitiesForPolicyRequest; output: ListEntitiesForPolicyResponse };
  ListGroupsForUser: { input: ListGroupsForUserRequest; output: ListGroupsForUserResponse };
  ListInstanceProfilesForRole: { input: ListInstanceProfilesForRoleRequest; output: ListInstanceProfilesForRoleResponse };
  ListPolicies: { input: ListPoliciesRequest; output: ListPoliciesResponse };
  ListPolicyTags: { input: ListPolicyTagsRequest; output: ListPolicyTagsResponse };
  ListPolicyVersions: { input: ListPolicyVersionsRequest; output: ListPolicyVersionsResponse };
  ListRolePolicies: { input: ListRolePoliciesRequest; output: ListRolePoliciesResponse };
  ListRoleTags: { input: ListRoleTagsRequest; output: ListRoleTagsResponse };
  ListRoles: { input: ListRolesRequest; output: ListRolesResponse };
  ListUserPolicies: { input: ListUserPoliciesRequest; output: ListUserPoliciesResponse };
  ListUserTags: { input: ListUserTagsRequest; output: ListUserTagsResponse };
  ListUsers: { input: ListUsersRequest; output: ListUsersResponse };
  PutRolePermissionsBoundary: { input: PutRolePermissionsBoundaryRequest; output: Unit };
  PutRolePolicy: { input: PutRolePolicyRequest; output: Unit };
  PutUserPermissionsBoundary: { input: PutUserPermissionsBoundaryRequest; output: Unit };
  PutUserPolicy: { input: PutUserPolicyRequest; output: Unit };
  SetDefaultPolicyVersion: { input: SetDefaultPolicyVersionRequest; output: Unit };
  TagPolicy: { input: TagPolicyRequest; output: Unit };
  TagRole: { input: TagRoleRequest; output: Unit };
  TagUser: { input: TagUserRequest; output: Unit };
  UntagPolicy: { input: UntagPolicyRequest; output: Unit };
  UntagRole: { input: UntagRoleRequest; output: Unit };
  UntagUser: { input: UntagUserRequest; output: Unit };
  UpdateAccessKey: { input: UpdateAccessKeyRequest; output: Unit };
  UpdateAssumeRolePolicy: { input: UpdateAssumeRolePolicyRequest; output: Unit };
  UpdateRole: { input: UpdateRoleRequest; output: UpdateRoleResponse };
  UpdateRoleDescription: { input: UpdateRoleDescriptionRequest; output: UpdateRoleDescriptionResponse };
  UpdateUser: { input: UpdateUserRequest; output: Unit };
}

export const operations = {
  AttachRolePolicy: operation('AttachRolePolicy', AttachRolePolicyRequest, unit),
  AttachUserPolicy: operation('AttachUserPolicy', AttachUserPolicyRequest, unit),
  CreateAccessKey: operation('CreateAccessKey', CreateAccessKeyRequest, CreateAccessKeyResponse),
  CreatePolicy: operation('CreatePolicy', CreatePolicyRequest, CreatePolicyResponse),
  CreatePolicyVersion: operation('CreatePolicyVersion', CreatePolicyVersionRequest, CreatePolicyVersionResponse),
  CreateRole: operation('CreateRole', CreateRoleRequest, CreateRoleResponse),
  CreateUser: operation('CreateUser', CreateUserRequest, CreateUserResponse),
  DeleteAccessKey: operation('DeleteAccessKey', DeleteAccessKeyRequest, unit),
  DeletePolicy: operation('DeletePolicy', DeletePolicyRequest, unit),
  DeletePolicyVersion: operation('DeletePolicyVersion', DeletePolicyVersionRequest, unit),
  DeleteRole: operation('DeleteRole', DeleteRoleRequest, unit),
  DeleteRolePermissionsBoundary: operation('DeleteRolePermissionsBoundary', DeleteRolePermissionsBoundaryRequest, unit),
  DeleteRolePolicy: operation('DeleteRolePolicy', DeleteRolePolicyRequest, unit),
  DeleteUser: operation('DeleteUser', DeleteUserRequest, unit),
  DeleteUserPermissionsBoundary: operation('DeleteUserPermissionsBoundary', DeleteUserPermissionsBoundaryRequest, unit),
  DeleteUserPolicy: operation('DeleteUserPolicy', DeleteUserPolicyRequest, unit),
  DetachRolePolicy: operation('DetachRolePolicy', DetachRolePolicyRequest, unit),
  DetachUserPolicy: operation('DetachUserPolicy', DetachUserPolicyRequest, unit),
  GetAccessKeyLastUsed: operation('GetAccessKeyLastUsed', GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse),
  GetPolicy: operation('GetPolicy', GetPolicyRequest, GetPolicyResponse),
  GetPolicyVersion: operation('GetPolicyVersion', GetPolicyVersionRequest, GetPolicyVersionResponse),
  GetRole: operation('GetRole', GetRoleRequest, GetRoleResponse),
  GetRolePolicy: operation('GetRolePolicy', GetRolePolicyRequest, GetRolePolicyResponse),
  GetUser: operation('GetUser', GetUserRequest, GetUserResponse),
  GetUserPolicy: operation('GetUserPolicy', GetUserPolicyRequest, GetUserPolicyResponse),
  ListAccessKeys: operation('ListAccessKeys', ListAccessKeysRequest, ListAccessKeysResponse),
  ListAttachedRolePolicies: operation('ListAttachedRolePolicies', ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse),
  ListAttachedUserPolicies: operation('ListAttachedUserPolicies', ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse),
  ListEntitiesForPolicy: operation('ListEntitiesForPolicy', ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse),
  ListGroupsForUser: operation('ListGroupsForUser', ListGroupsForUserRequest, ListGroupsForUserResponse),
  ListInstanceProfilesForRole: operation('ListInstanceProfilesForRole', ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse),
  ListPolicies: operation('ListPolicies', ListPoliciesRequest, ListPoliciesResponse),
  ListPolicyTags: operation('ListPolicyTags', ListPolicyTagsRequest, ListPolicyTagsResponse),
  ListPolicyVersions: operation('ListPolicyVersions', ListPolicyVersionsRequest, ListPolicyVersionsResponse),
  ListRolePolicies: operation('ListRolePolicies', ListRolePoliciesRequest, ListRolePoliciesResponse),
  ListRoleTags: operation('ListRoleTags', ListRoleTagsRequest, ListRoleTagsResponse),
  ListRoles: operation('ListRoles', ListRolesRequest, ListRolesResponse),
  ListUserPolicies: operation('ListUserPolicies', ListUserPoliciesRequest, ListUserPoliciesResponse),
  ListUserTags: operation('ListUserTags', ListUserTagsRequest, ListUserTagsResponse),
  ListUsers: operation('ListUsers', ListUsersRequest, ListUsersResponse),
  PutRolePermissionsBoundary: operation('PutRolePermissionsBoundary', PutRolePermissionsBoundaryRequest, unit),
  PutRolePolicy: operation('PutRolePolicy', PutRolePolicyRequest, unit),
  PutUserPermissionsBoundary: operation('PutUserPermissionsBoundary', PutUserPermissionsBoundaryRequest, unit),
  PutUserPolicy: operation('PutUserPolicy', PutUserPolicyRequest, unit),
  SetDefaultPolicyVersion: operation('SetDefaultPolicyVersion', SetDefaultPolicyVersionRequest, unit),
  TagPolicy: operation('TagPolicy', TagPolicyRequest, unit),
  TagRole: operation('TagRole', TagRoleRequest, unit),
  TagUser: operation('TagUser', TagUserRequest, unit),
  UntagPolicy: operation('UntagPolicy', UntagPolicyRequest, unit),
  UntagRole: operation('UntagRole', UntagRoleRequest, unit),
  UntagUser: operation('UntagUser', UntagUserRequest, unit),
  UpdateAccessKey: operation('UpdateAccessKey', UpdateAccessKeyRequest, unit),
  UpdateAssumeRolePolicy: operation('UpdateAssumeRolePolicy', UpdateAssumeRolePolicyRequest, unit),
  UpdateRole: operation('UpdateRole', UpdateRoleRequest, UpdateRoleResponse),
  UpdateRoleDescription: operation('UpdateRoleDescription', UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse),
  UpdateUser: operation('UpdateUser', UpdateUserRequest, unit),
};

export const errors = {
  AccessDenied: { code: 'AccessDenied', status: 403, fault: 'client', message: 'message' },
  AccountNotManagementOrDelegatedAdministratorException: { code: 'AccountNotManagementOrDelegatedAdministratorException', status: 400, fault: 'client', message: 'Message' },
  CallerIsNotManagementAccountException: { code: 'CallerIsNotManagementAccountException', status: 400, fault: 'client', message: 'Message' },
  ConcurrentModificationException: { code: 'ConcurrentModification', status: 409, fault: 'client', message: 'message' },
  CredentialReportExpiredException: { code: 'ReportExpired', status: 410, fault: 'client', message: 'message' },
  CredentialReportNotPresentException: { code: 'ReportNotPresent', status: 410, fault: 'client', message: 'message' },
  CredentialReportNotReadyException: { code: 'ReportInProgress', status: 404, fault: 'client', message: 'message' },
  DeleteConflictException: { code: 'DeleteConflict', status: 409, fault: 'client', message: 'message' },
  DuplicateCertificateException: { code: 'DuplicateCertificate', status: 409, fault: 'client', message: 'message' },
  DuplicateSSHPublicKeyException: { code: 'DuplicateSSHPublicKey', status: 400, fault: 'client', message: 'message' },
  EntityAlreadyExistsException: { code: 'EntityAlreadyExists', status: 409, fault: 'client', message: 'message' },
  EntityTemporarilyUnmodifiableException: { code: 'EntityTemporarilyUnmodifiable', status: 409, fault: 'client', message: 'message' },
  FeatureDisabledException: { code: 'FeatureDisabled', status: 404, fault: 'client', message: 'message' },
  FeatureEnabledException: { code: 'FeatureEnabled', status: 409, fault: 'client', message: 'message' },
  InvalidAuthenticationCodeException: { code: 'InvalidAuthenticationCode', status: 403, fault: 'client', message: 'message' },
  InvalidCertificateException: { code: 'InvalidCertificate', status: 400, fault: 'client', message: 'message' },
  InvalidInputException: { code: 'InvalidInput', status: 400, fault: 'client', message: 'message' },
  InvalidPublicKeyException: { code: 'InvalidPublicKey', status: 400, fault: 'client', message: 'message' },
  InvalidUserTypeException: { code: 'InvalidUserType', status: 400, fault: 'client', message: 'message' },
  KeyPairMismatchException: { code: 'KeyPairMismatch', status: 400, fault: 'client', message: 'message' },
  LimitExceededException: { code: 'LimitExceeded', status: 409, fault: 'client', message: 'message' },
  MalformedCertificateException: { code: 'MalformedCertificate', status: 400, fault: 'client', message: 'message' },
  MalformedPolicyDocumentException: { code: 'MalformedPolicyDocument', status: 400, fault: 'client', message: 'message' },
  NameConflictException: { code: 'NameConflict', status: 409, fault: 'client', message: 'message' },
  NoSuchEntityException: { code: 'NoSuchEntity', status: 404, fault: 'client', message: 'message' },
  OpenIdIdpCommunicationErrorException: { code: 'OpenIdIdpCommunicationError', status: 400, fault: 'client', message: 'message' },
  OrganizationNotFoundException: { code: 'OrganizationNotFoundException', status: 400, fault: 'client', message: 'Message' },
  OrganizationNotInAllFeaturesModeException: { code: 'OrganizationNotInAllFeaturesModeException', status: 400, fault: 'client', message: 'Message' },
  PasswordPolicyViolationException: { code: 'PasswordPolicyViolation', status: 400, fault: 'client', message: 'message' },
  PolicyEvaluationException: { code: 'PolicyEvaluation', status: 500, fault: 'server', message: 'message' },
  PolicyNotAttachableException: { code: 'PolicyNotAttachable', status: 400, fault: 'client', message: 'message' },
  ReportGenerationLimitExceededException: { code: 'ReportGenerationLimitExceeded', status: 409, fault: 'client', message: 'message' },
  RoleModifiedException: { code: 'RoleModified', status: 409, fault: 'client', message: 'message' },
  RoleTemplateDisabledException: { code: 'RoleTemplateDisabled', status: 400, fault: 'client', message: 'message' },
  ServiceAccessNotEnabledException: { code: 'ServiceAccessNotEnabledException', status: 400, fault: 'client', message: 'Message' },
  ServiceFailureException: { code: 'ServiceFailure', status: 500, fault: 'server', message: 'message' },
  ServiceNotSupportedException: { code: 'NotSupportedService', status: 404, fault: 'client', message: 'message' },
  UnmodifiableEntityException: { code: 'UnmodifiableEntity', status: 400, fault: 'client', message: 'message' },
  UnrecognizedPublicKeyEncodingException: { code: 'UnrecognizedPublicKeyEncoding', status: 400, fault: 'client', message: 'message' },
  ValidationError: { code: 'ValidationError', status: 400, fault: 'client', message: 'message' },
} as const;

export const allOperations = {
  AcceptDelegationRequest: 'POST /',
  AcquireRole: 'POST /',
  AddClientIDToOpenIDConnectProvider: 'POST /',
  AddRoleToInstanceProfile: 'POST /',
  AddUserToGroup: 'POST /',
  AssociateDelegationRequest: 'POST /',
  AttachGroupPolicy: 'POST /',
  AttachRolePolicy: 'POST /',
  AttachUserPolicy: 'POST /',
  ChangePassword: 'POST /',
  CreateAccessKey: 'POST /',
  CreateAccountAlias: 'POST /',
  CreateDelegationRequest: 'POST /',
  CreateGroup: 'POST /',
  CreateInstanceProfile: 'POST /',
  CreateLoginProfile: 'POST /',
  CreateOpenIDConnectProvider: 'POST /',
  CreatePolicy: 'POST /',
  CreatePolicyVersion: 'POST /',
  CreateRole: 'POST /',
  CreateSAMLProvider: 'POST /',
  CreateServiceLinkedRole: 'POST /',
  CreateServiceSpecificCredential: 'POST /',
  CreateUser: 'POST /',
  CreateVirtualMFADevice: 'POST /',
  DeactivateMFADevice: 'POST /',
  DeleteAccessKey: 'POST /',
  DeleteAccountAlias: 'POST /',
  DeleteAccountPasswordPolicy: 'POST /',
  DeleteGroup: 'POST /',
  DeleteGroupPolicy: 'POST /',
  DeleteInstanceProfile: 'POST /',
  DeleteLoginProfile: 'POST /',
  DeleteOpenIDConnectProvider: 'POST /',
  DeletePolicy: 'POST /',
  DeletePolicyVersion: 'POST /',
  DeleteRole: 'POST /',
  DeleteRolePermissionsBoundary: 'POST /',
  DeleteRolePolicy: 'POST /',
  DeleteSAMLProvider: 'POST /',
  DeleteSSHPublicKey: 'POST /',
  DeleteServerCertificate: 'POST /',
  DeleteServiceLinkedRole: 'POST /',
  DeleteServiceSpecificCredential: 'POST /',
  DeleteSigningCertificate: 'POST /',
  DeleteUser: 'POST /',
  DeleteUserPermissionsBoundary: 'POST /',
  DeleteUserPolicy: 'POST /',
  DeleteVirtualMFADevice: 'POST /',
  DetachGroupPolicy: 'POST /',
  DetachRolePolicy: 'POST /',
  DetachUserPolicy: 'POST /',
  DisableOrganizationsRootCredentialsManagement: 'POST /',
  DisableOrganizationsRootSessions: 'POST /',
  DisableOutboundWebIdentityFederation: 'POST /',
  EnableMFADevice: 'POST /',
  EnableOrganizationsRootCredentialsManagement: 'POST /',
  EnableOrganizationsRootSessions: 'POST /',
  EnableOutboundWebIdentityFederation: 'POST /',
  GenerateCredentialReport: 'POST /',
  GenerateOrganizationsAccessReport: 'POST /',
  GenerateServiceLastAccessedDetails: 'POST /',
  GetAccessKeyLastUsed: 'POST /',
  GetAccountAuthorizationDetails: 'POST /',
  GetAccountPasswordPolicy: 'POST /',
  GetAccountProperties: 'POST /',
  GetAccountSummary: 'POST /',
  GetContextKeysForCustomPolicy: 'POST /',
  GetContextKeysForPrincipalPolicy: 'POST /',
  GetCredentialReport: 'POST /',
  GetDelegationRequest: 'POST /',
  GetGroup: 'POST /',
  GetGroupPolicy: 'POST /',
  GetHumanReadableSummary: 'POST /',
  GetInstanceProfile: 'POST /',
  GetLoginProfile: 'POST /',
  GetMFADevice: 'POST /',
  GetOpenIDConnectProvider: 'POST /',
  GetOrganizationsAccessReport: 'POST /',
  GetOutboundWebIdentityFederationInfo: 'POST /',
  GetPolicy: 'POST /',
  GetPolicyVersion: 'POST /',
  GetRole: 'POST /',
  GetRolePolicy: 'POST /',
  GetRoleTemplateVersion: 'POST /',
  GetSAMLProvider: 'POST /',
  GetSSHPublicKey: 'POST /',
  GetServerCertificate: 'POST /',
  GetServiceLastAccessedDetails: 'POST /',
  GetServiceLastAccessedDetailsWithEntities: 'POST /',
  GetServiceLinkedRoleDeletionStatus: 'POST /',
  GetUser: 'POST /',
  GetUserPolicy: 'POST /',
  ListAccessKeys: 'POST /',
  ListAccountAliases: 'POST /',
  ListAttachedGroupPolicies: 'POST /',
  ListAttachedRolePolicies: 'POST /',
  ListAttachedUserPolicies: 'POST /',
  ListDelegationRequests: 'POST /',
  ListEntitiesForPolicy: 'POST /',
  ListGroupPolicies: 'POST /',
  ListGroups: 'POST /',
  ListGroupsForUser: 'POST /',
  ListInstanceProfileTags: 'POST /',
  ListInstanceProfiles: 'POST /',
  ListInstanceProfilesForRole: 'POST /',
  ListMFADeviceTags: 'POST /',
  ListMFADevices: 'POST /',
  ListOpenIDConnectProviderTags: 'POST /',
  ListOpenIDConnectProviders: 'POST /',
  ListOrganizationsFeatures: 'POST /',
  ListPolicies: 'POST /',
  ListPoliciesGrantingServiceAccess: 'POST /',
  ListPolicyTags: 'POST /',
  ListPolicyVersions: 'POST /',
  ListRolePolicies: 'POST /',
  ListRoleTags: 'POST /',
  ListRoles: 'POST /',
  ListSAMLProviderTags: 'POST /',
  ListSAMLProviders: 'POST /',
  ListSSHPublicKeys: 'POST /',
  ListServerCertificateTags: 'POST /',
  ListServerCertificates: 'POST /',
  ListServiceSpecificCredentials: 'POST /',
  ListSigningCertificates: 'POST /',
  ListUserPolicies: 'POST /',
  ListUserTags: 'POST /',
  ListUsers: 'POST /',
  ListVirtualMFADevices: 'POST /',
  PutAccountProperties: 'POST /',
  PutGroupPolicy: 'POST /',
  PutRolePermissionsBoundary: 'POST /',
  PutRolePolicy: 'POST /',
  PutUserPermissionsBoundary: 'POST /',
  PutUserPolicy: 'POST /',
  RejectDelegationRequest: 'POST /',
  RemoveClientIDFromOpenIDConnectProvider: 'POST /',
  RemoveRoleFromInstanceProfile: 'POST /',
  RemoveUserFromGroup: 'POST /',
  ResetServiceSpecificCredential: 'POST /',
  ResyncMFADevice: 'POST /',
  SendDelegationToken: 'POST /',
  SetDefaultPolicyVersion: 'POST /',
  SetSecurityTokenServicePreferences: 'POST /',
  SimulateCustomPolicy: 'POST /',
  SimulatePrincipalPolicy: 'POST /',
  TagInstanceProfile: 'POST /',
  TagMFADevice: 'POST /',
  TagOpenIDConnectProvider: 'POST /',
  TagPolicy: 'POST /',
  TagRole: 'POST /',
  TagSAMLProvider: 'POST /',
  TagServerCertificate: 'POST /',
  TagUser: 'POST /',
  UntagInstanceProfile: 'POST /',
  UntagMFADevice: 'POST /',
  UntagOpenIDConnectProvider: 'POST /',
  UntagPolicy: 'POST /',
  UntagRole: 'POST /',
  UntagSAMLProvider: 'POST /',
  UntagServerCertificate: 'POST /',
  UntagUser: 'POST /',
  UpdateAccessKey: 'POST /',
  UpdateAccountPasswordPolicy: 'POST /',
  UpdateAssumeRolePolicy: 'POST /',
  UpdateDelegationRequest: 'POST /',
  UpdateGroup: 'POST /',
  UpdateLoginProfile: 'POST /',
  UpdateOpenIDConnectProviderThumbprint: 'POST /',
  UpdateRole: 'POST /',
  UpdateRoleDescription: 'POST /',
  UpdateSAMLProvider: 'POST /',
  UpdateSSHPublicKey: 'POST /',
  UpdateServerCertificate: 'POST /',
  UpdateServiceSpecificCredential: 'POST /',
  UpdateSigningCertificate: 'POST /',
  UpdateUser: 'POST /',
  UploadSSHPublicKey: 'POST /',
  UploadServerCertificate: 'POST /',
  UploadSigningCertificate: 'POST /',
} as const;
