import assert from 'node:assert/strict';
import { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import type { Service } from '../../../src/services/define-service.ts';
import { iam as iamService } from '../../../src/services/iam/index.ts';
import { sts as stsService } from '../../../src/services/sts/index.ts';
import { ACCOUNT, REGION } from '../../support/platform.ts';
import { startTestServer } from '../../support/server.ts';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What SDKs are configured with to speak to a test server. */
export const clientConfig = (endpoint: string, credentials: Keys) => ({
  endpoint,
  region: REGION,
  credentials,
  maxAttempts: 1,
});

export const rootKeys = (account: string = ACCOUNT): Keys => ({
  accessKeyId: account,
  secretAccessKey: 'test',
});

/** A server with IAM and STS, and unmodified SDK clients of it. */
export async function startIamServer(others: readonly Service[] = []) {
  const server = await startTestServer([iamService, stsService, ...others]);
  const { url, platform, close } = server;
  const iam = new IAM(clientConfig(url, rootKeys()));
  return {
    url,
    platform,
    iam,
    sts: new STS(clientConfig(url, rootKeys())),
    iamAs: (keys: Keys) => new IAM(clientConfig(url, keys)),
    stsAs: (keys: Keys) => new STS(clientConfig(url, keys)),
    /** Makes a user that may do what the statements say; answers its keys. */
    async user(UserName: string, ...statements: object[]): Promise<Keys> {
      await iam.createUser({ UserName });
      if (statements.length > 0)
        await iam.putUserPolicy({
          UserName,
          PolicyName: 'inline',
          PolicyDocument: policy(...statements),
        });
      const { AccessKey } = await iam.createAccessKey({ UserName });
      assert.ok(AccessKey?.AccessKeyId && AccessKey.SecretAccessKey);
      return { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
    },
    /** Makes a role that trusts `principal`; answers its ARN. */
    async role(RoleName: string, principal: object | string, more: object = {}): Promise<string> {
      const { Role } = await iam.createRole({
        RoleName,
        AssumeRolePolicyDocument: trust(principal, more),
      });
      assert.ok(Role?.Arn);
      return Role.Arn;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

export type IamServer = Awaited<ReturnType<typeof startIamServer>>;

export const policy = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

export const allow = (Action: string | string[], Resource: string | string[] = '*') => ({
  Effect: 'Allow',
  Action,
  Resource,
});

export const deny = (Action: string | string[], Resource: string | string[] = '*') => ({
  Effect: 'Deny',
  Action,
  Resource,
});

export const trust = (Principal: object | string, more: object = {}): string =>
  policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more });

export interface ExpectedError {
  readonly code: string;
  readonly message: string | RegExp;
  /** 400 when left out. */
  readonly status?: number;
}

/** The error as an SDK shows it: `Code` is what the wire says, the class is named after the shape. */
export async function rejects(call: Promise<unknown>, expected: ExpectedError): Promise<void> {
  await assert.rejects(call, (error: SdkError) => {
    const { code, message, status = 400 } = expected;
    const seen = { code: error.Code ?? error.name, status: error.$metadata.httpStatusCode };
    assert.deepEqual(seen, { code, status }, error.message);
    if (message instanceof RegExp) assert.match(error.message, message);
    else assert.equal(error.message, message);
    return true;
  });
}

type SdkError = Error & { Code?: string; $metadata: { httpStatusCode: number } };

export const noSuchEntity = (message: string | RegExp): ExpectedError => ({
  code: 'NoSuchEntity',
  message,
  status: 404,
});

export const conflict = (code: string, message: string | RegExp): ExpectedError => ({
  code,
  message,
  status: 409,
});

export const invalid = (message: string | RegExp): ExpectedError => ({
  code: 'ValidationError',
  message,
});

export const accessDenied = (message: string | RegExp): ExpectedError => ({
  code: 'AccessDenied',
  message,
  status: 403,
});
