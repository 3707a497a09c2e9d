import type { Operations } from '../../aws/models/iam.ts';
import { callerArn } from '../caller.ts';
import { defineService } from '../define-service.ts';
import { access } from './access.ts';
import { attachPolicy, detachPolicy, listAttachedPolicies } from './attached-policies.ts';
import { createAccessKey } from './create-access-key.ts';
import { createPolicy } from './create-policy.ts';
import { createRole } from './create-role.ts';
import { createUser } from './create-user.ts';
import { deleteAccessKey } from './delete-access-key.ts';
import { deletePolicy } from './delete-policy.ts';
import { deleteRole } from './delete-role.ts';
import { deleteUser } from './delete-user.ts';
import { errors } from './errors.ts';
import { getAccessKeyLastUsed } from './get-access-key-last-used.ts';
import { getPolicy } from './get-policy.ts';
import { getRole } from './get-role.ts';
import { getUser } from './get-user.ts';
import { listTags, tagIdentity, untagIdentity } from './identity-tags.ts';
import {
  deletePolicyOf,
  getRolePolicy,
  getUserPolicy,
  listPolicyNames,
  putPolicy,
} from './inline-policies.ts';
import { listAccessKeys } from './list-access-keys.ts';
import { listEntitiesForPolicy } from './list-entities-for-policy.ts';
import { listGroupsForUser } from './list-groups-for-user.ts';
import { listInstanceProfilesForRole } from './list-instance-profiles-for-role.ts';
import { listPolicies } from './list-policies.ts';
import { listRoles } from './list-roles.ts';
import { listUsers } from './list-users.ts';
import { deleteBoundary, putBoundary } from './permissions-boundary.ts';
import { listPolicyTags, tagPolicy, untagPolicy } from './policy-tags.ts';
import {
  createPolicyVersion,
  deletePolicyVersion,
  getPolicyVersion,
  listPolicyVersions,
  setDefaultPolicyVersion,
} from './policy-versions.ts';
import { updateAccessKey } from './update-access-key.ts';
import { updateAssumeRolePolicy, updateRole, updateRoleDescription } from './update-role.ts';
import { updateUser } from './update-user.ts';

/**
 * AWS Identity and Access Management: who there is, and who may do what. Cast:
 *
 * - A **user** has access keys, which sign requests for good. A **role** has a trust policy, which
 *   says who may take it on for a while (`services/sts/`). Both are *identities*: they have
 *   policies and tags by operations of the same shape, so one function here serves both.
 * - An **inline policy** belongs to one identity. A **managed policy** is attached to any number of
 *   them and has versions, of which one is in force; those that AWS provides are in
 *   `aws/managed-policies.ts`. As a *permissions boundary* it limits an identity instead.
 * - The **root user** of each account needs no rows, and no permission in its own account.
 *
 * What policies amount to is decided in `services/authorize.ts`, from a cache that every change
 * made here empties (`changeIdentities`). A change holds for the next request.
 */
export const iam = defineService<Operations>({
  name: 'iam',
  handlers: {
    AttachRolePolicy: attachPolicy,
    AttachUserPolicy: attachPolicy,
    CreateAccessKey: createAccessKey,
    CreatePolicy: createPolicy,
    CreatePolicyVersion: createPolicyVersion,
    CreateRole: createRole,
    CreateUser: createUser,
    DeleteAccessKey: deleteAccessKey,
    DeletePolicy: deletePolicy,
    DeletePolicyVersion: deletePolicyVersion,
    DeleteRole: deleteRole,
    DeleteRolePermissionsBoundary: deleteBoundary,
    DeleteRolePolicy: deletePolicyOf,
    DeleteUser: deleteUser,
    DeleteUserPermissionsBoundary: deleteBoundary,
    DeleteUserPolicy: deletePolicyOf,
    DetachRolePolicy: detachPolicy,
    DetachUserPolicy: detachPolicy,
    GetAccessKeyLastUsed: getAccessKeyLastUsed,
    GetPolicy: getPolicy,
    GetPolicyVersion: getPolicyVersion,
    GetRole: getRole,
    GetRolePolicy: getRolePolicy,
    GetUser: getUser,
    GetUserPolicy: getUserPolicy,
    ListAccessKeys: listAccessKeys,
    ListAttachedRolePolicies: listAttachedPolicies,
    ListAttachedUserPolicies: listAttachedPolicies,
    ListEntitiesForPolicy: listEntitiesForPolicy,
    ListGroupsForUser: listGroupsForUser,
    ListInstanceProfilesForRole: listInstanceProfilesForRole,
    ListPolicies: listPolicies,
    ListPolicyTags: listPolicyTags,
    ListPolicyVersions: listPolicyVersions,
    ListRolePolicies: listPolicyNames,
    ListRoleTags: listTags,
    ListRoles: listRoles,
    ListUserPolicies: listPolicyNames,
    ListUserTags: listTags,
    ListUsers: listUsers,
    PutRolePermissionsBoundary: putBoundary,
    PutRolePolicy: putPolicy,
    PutUserPermissionsBoundary: putBoundary,
    PutUserPolicy: putPolicy,
    SetDefaultPolicyVersion: setDefaultPolicyVersion,
    TagPolicy: tagPolicy,
    TagRole: tagIdentity,
    TagUser: tagIdentity,
    UntagPolicy: untagPolicy,
    UntagRole: untagIdentity,
    UntagUser: untagIdentity,
    UpdateAccessKey: updateAccessKey,
    UpdateAssumeRolePolicy: updateAssumeRolePolicy,
    UpdateRole: updateRole,
    UpdateRoleDescription: updateRoleDescription,
    UpdateUser: updateUser,
  },
  access,
  denied: ({ action, resource, shownAs }, caller, reason) =>
    errors.AccessDenied(
      `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${shownAs ?? resource} ${reason}`,
    ),
});
