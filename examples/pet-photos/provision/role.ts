import {
  CreateRoleCommand,
  EntityAlreadyExistsException,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { policyOf } from './policy.ts';

const LET_LAMBDA_IN = policyOf({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

/** The role that a function runs as, with what it may do. Answers its ARN. */
export async function provisionRole(name: string, statements: readonly object[]): Promise<string> {
  const iam = new IAMClient();
  await iam
    .send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: LET_LAMBDA_IN }))
    .catch((error) => {
      if (!(error instanceof EntityAlreadyExistsException)) throw error;
    });
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: name,
      PolicyName: 'work',
      PolicyDocument: policyOf(...statements),
    }),
  );
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
  return Role?.Arn as string;
}

export const allow = (action: string | readonly string[], resource: string) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
