import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  conflict,
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  notFound,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

const PERMISSION = {
  StatementId: 's3',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
} as const;

test('statements are written as Lambda writes them', async () => {
  const arn = await world.node('rendered', 'return 1');
  const cases: [Record<string, string>, object][] = [
    [{}, { Principal: { Service: 's3.amazonaws.com' } }],
    [
      { SourceArn: 'arn:aws:s3:::photos' },
      { Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::photos' } } },
    ],
    [
      { SourceArn: 'arn:aws:s3:::photos', SourceAccount: '123456789012' },
      {
        Condition: {
          StringEquals: { 'AWS:SourceAccount': '123456789012' },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::photos' },
        },
      },
    ],
    [
      { EventSourceToken: 'token' },
      { Condition: { StringEquals: { 'lambda:EventSourceToken': 'token' } } },
    ],
    [
      { PrincipalOrgID: 'o-1234567890' },
      { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } },
    ],
    [{ Principal: '210987654321' }, { Principal: { AWS: 'arn:aws:iam::210987654321:root' } }],
    [
      { Principal: 'arn:aws:iam::210987654321:user/alex' },
      { Principal: { AWS: 'arn:aws:iam::210987654321:user/alex' } },
    ],
    [{ Principal: '*' }, { Principal: '*' }],
  ];
  const expected: object[] = [];
  for (const [index, [given, rendered]] of cases.entries()) {
    const StatementId = `s${index}`;
    const statement = {
      Sid: StatementId,
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      ...rendered,
    };
    const { Statement = '' } = await world.lambda.addPermission({
      FunctionName: 'rendered',
      ...PERMISSION,
      ...given,
      StatementId,
    });
    assert.equal(Statement, JSON.stringify(statement));
    expected.push(statement);
  }
  const { Policy = '' } = await world.lambda.getPolicy({ FunctionName: 'rendered' });
  assert.equal(
    Policy,
    JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: expected }),
  );
});

test('a version and an alias have policies of their own', async () => {
  await world.node('qualified', 'return 1', { Publish: true });
  await world.lambda.createAlias({ FunctionName: 'qualified', Name: 'live', FunctionVersion: '1' });
  for (const qualifier of ['1', 'live']) {
    const { Statement = '' } = await world.lambda.addPermission({
      FunctionName: 'qualified',
      Qualifier: qualifier,
      ...PERMISSION,
    });
    assert.equal(JSON.parse(Statement).Resource, `${functionArn('qualified')}:${qualifier}`);
    const { Policy = '' } = await world.lambda.getPolicy({
      FunctionName: `qualified:${qualifier}`,
    });
    assert.equal(JSON.parse(Policy).Statement.length, 1);
  }
  await rejects(
    world.lambda.getPolicy({ FunctionName: 'qualified' }),
    notFound('The resource you requested does not exist.'),
  );
});

test('removing the last statement removes the policy', async () => {
  await world.node('removed', 'return 1');
  const FunctionName = 'removed';
  const remove = (StatementId: string) =>
    world.lambda.removePermission({ FunctionName, StatementId });
  await rejects(remove('a'), notFound('No policy is associated with the given resource.'));
  for (const StatementId of ['a', 'b'])
    await world.lambda.addPermission({ FunctionName, ...PERMISSION, StatementId });
  await remove('a');
  const { Policy = '' } = await world.lambda.getPolicy({ FunctionName });
  assert.deepEqual(
    JSON.parse(Policy).Statement.map(({ Sid }: { Sid: string }) => Sid),
    ['b'],
  );
  await rejects(remove('a'), notFound('Statement a is not found in resource policy.'));
  await remove('b');
  await rejects(
    world.lambda.getPolicy({ FunctionName }),
    notFound('The resource you requested does not exist.'),
  );
});

test('what is wrong with a permission is told as Lambda tells it', async () => {
  const arn = await world.node('refused', 'return 1');
  const FunctionName = 'refused';
  const add = (settings: object) =>
    world.lambda.addPermission({ FunctionName, ...PERMISSION, ...settings });
  await add({});
  await rejects(
    add({}),
    conflict(
      'The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.',
    ),
  );
  await rejects(add({ StatementId: 'example.com' }), {
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'example.com' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
    status: 400,
  });
  await rejects(
    add({ StatementId: 'x', Principal: 'invalid.nonaws.com' }),
    invalid('The provided principal was invalid. Please check the principal and try again.'),
  );
  await rejects(
    add({ StatementId: 'x', Qualifier: '$LATEST' }),
    invalid('We currently do not support adding policies for $LATEST.'),
  );
  await rejects(
    add({ StatementId: 'x', FunctionName: `${FunctionName}:alias`, Qualifier: 'other' }),
    invalid('The derived qualifier from the function name does not match the specified qualifier.'),
  );
  await rejects(
    add({ StatementId: 'x', FunctionName: 'missing' }),
    notFound(`Function not found: ${functionArn('missing')}`),
  );
  await rejects(
    add({ StatementId: 'x', Qualifier: 'live' }),
    notFound(`Cannot find alias arn: ${arn}:live`),
  );
  await rejects(
    add({ StatementId: 'x', Qualifier: '42' }),
    notFound(`Function not found: ${arn}:42`),
  );
  await rejects(add({ StatementId: 'x', RevisionId: 'not-this-one' }), {
    name: 'PreconditionFailedException',
    message:
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    status: 412,
  });
  await rejects(
    world.lambda.removePermission({ FunctionName: 'missing', StatementId: 'x' }),
    notFound(`No policy found for: ${functionArn('missing')}`),
  );
  await rejects(
    world.lambda.removePermission({ FunctionName: arn, Qualifier: 'live', StatementId: 'x' }),
    notFound(`Cannot find alias arn: ${arn}:live`),
  );
  await rejects(
    add({ StatementId: 'x', Qualifier: 'no-$-alias' }),
    notFound(`Function not found: ${arn}:no-$-alias`),
  );
  await rejects(
    world.lambda.getPolicy({ FunctionName: 'missing' }),
    notFound(`Function not found: ${functionArn('missing')}`),
  );
});

test('a policy holds twenty kilobytes', async () => {
  await world.node('full', 'return 1');
  const add = (StatementId: string) =>
    world.lambda.addPermission({
      FunctionName: 'full',
      ...PERMISSION,
      StatementId,
      SourceArn: `arn:aws:s3:::${'b'.repeat(5000)}`,
    });
  for (const id of ['a', 'b', 'c']) await add(id);
  await rejects(add('d'), {
    name: 'PolicyLengthExceededException',
    message: /The final policy size \(\d+\) is bigger than the limit \(20480\)\./,
    status: 400,
  });
});

test('a permission gives the function another revision id, which a caller may insist on', async () => {
  await world.node('revised', 'return 1');
  const FunctionName = 'revised';
  const { RevisionId: before } = await world.lambda.getFunctionConfiguration({ FunctionName });
  await world.lambda.addPermission({ FunctionName, ...PERMISSION, RevisionId: before });
  const { RevisionId: afterwards } = await world.lambda.getPolicy({ FunctionName });
  assert.notEqual(afterwards, before);
  const configuration = await world.lambda.getFunctionConfiguration({ FunctionName });
  assert.equal(configuration.RevisionId, afterwards);
});
