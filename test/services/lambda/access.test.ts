import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import {
  ACCOUNT,
  createLambdaWorld,
  functionArn,
  type LambdaWorld,
  nodePackage,
  ROLE,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
let iam: IAM;
before(async () => {
  world = await createLambdaWorld();
  iam = world.spillway.client(IAM);
  await world.node('guarded', 'return 1');
});
after(() => world[Symbol.asyncDispose]());

/** A client of a new user of this account who may do what these statements say. */
async function user(UserName: string, Statement: object[]): Promise<Lambda & Disposable> {
  await iam.createUser({ UserName });
  await iam.putUserPolicy({
    UserName,
    PolicyName: 'own',
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
  const { AccessKey } = await iam.createAccessKey({ UserName });
  return clientOf(AccessKey?.AccessKeyId ?? '', AccessKey?.SecretAccessKey ?? '');
}

function clientOf(accessKeyId: string, secretAccessKey: string): Lambda & Disposable {
  const client = new Lambda({
    ...world.spillway.clientOptions,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey },
  });
  return Object.assign(client, { [Symbol.dispose]: () => client.destroy() });
}

const allow = (Action: string | string[], Resource: string | string[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
});

const denied = (message: RegExp) => ({ name: 'AccessDeniedException', message, status: 403 });

test('a user invokes what its policies name', async () => {
  await world.node('open', 'return 1');
  using alex = await user('alex', [allow('lambda:InvokeFunction', functionArn('open'))]);
  assert.equal((await alex.invoke({ FunctionName: 'open' })).StatusCode, 200);
  await rejects(
    alex.invoke({ FunctionName: 'guarded' }),
    denied(
      new RegExp(
        `^User: arn:aws:iam::${ACCOUNT}:user/alex is not authorized to perform: lambda:InvokeFunction on resource: ${functionArn('guarded')} `,
      ),
    ),
  );
  await rejects(alex.getFunction({ FunctionName: 'open' }), denied(/lambda:GetFunction/));
  await rejects(alex.listFunctions({}), denied(/lambda:ListFunctions on resource: \*/));
});

test('whoever gives a function a role must be allowed to pass it', async () => {
  const create = {
    FunctionName: 'passed',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: ROLE,
    Code: { ZipFile: nodePackage('return 1') },
  } as const;
  using poor = await user('poor', [allow('lambda:CreateFunction', '*')]);
  await rejects(poor.createFunction(create), denied(/iam:PassRole on resource: .*role\/functions/));
  using rich = await user('rich', [allow(['lambda:CreateFunction', 'iam:PassRole'], '*')]);
  assert.equal((await rich.createFunction(create)).State, 'Pending');
});

test('another account needs the permission of both', async () => {
  using other = clientOf('210987654321', 'test');
  const FunctionName = functionArn('guarded');
  await rejects(other.invoke({ FunctionName }), denied(/lambda:InvokeFunction/));
  await world.lambda.addPermission({
    FunctionName,
    StatementId: 'other',
    Action: 'lambda:InvokeFunction',
    Principal: '210987654321',
  });
  assert.equal((await other.invoke({ FunctionName })).StatusCode, 200);
  await rejects(other.deleteFunction({ FunctionName }), denied(/lambda:DeleteFunction/));
});

test('a function does what its role may do, and no more', async () => {
  await using strict = await createLambdaWorld({ permissiveRoles: false });
  const roles = strict.spillway.client(IAM);
  const document = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: statement });
  await roles.createRole({
    RoleName: 'functions',
    AssumeRolePolicyDocument: document({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  });
  await roles.putRolePolicy({
    RoleName: 'functions',
    PolicyName: 'send',
    PolicyDocument: document(allow('sqs:SendMessage', `arn:aws:sqs:us-east-1:${ACCOUNT}:allowed`)),
  });
  for (const name of ['allowed', 'forbidden']) await strict.queue(name);
  await strict.node(
    'sender',
    `
    const { SQS } = await import('@aws-sdk/client-sqs');
    const send = (name) => new SQS().sendMessage({
      QueueUrl: process.env.AWS_ENDPOINT_URL + '/${ACCOUNT}/' + name, MessageBody: 'x',
    }).then(() => 'sent', (error) => error.name);
    return [await send('allowed'), await send('forbidden')];`,
  );
  assert.deepEqual((await strict.run('sender')).payload, ['sent', 'AccessDenied']);
});
