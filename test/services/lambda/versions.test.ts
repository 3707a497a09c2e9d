import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  conflict,
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  nodePackage,
  notFound,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

/** A function whose version 1 returns "one", version 2 "two" and `$LATEST` "latest". */
async function threeVersions(FunctionName: string): Promise<string> {
  const arn = await world.node(FunctionName, 'return "one"');
  for (const [published, next] of [
    ['1', 'two'],
    ['2', 'latest'],
  ]) {
    const { Version } = await world.lambda.publishVersion({ FunctionName });
    assert.equal(Version, published);
    await world.lambda.updateFunctionCode({
      FunctionName,
      ZipFile: nodePackage(`return "${next}"`),
    });
  }
  return arn;
}

test('each version runs its own code for ever', async () => {
  const arn = await threeVersions('versions');
  for (const [Qualifier, payload] of [
    ['1', 'one'],
    ['2', 'two'],
    ['$LATEST', 'latest'],
  ]) {
    const answer = await world.run('versions', {}, { Qualifier });
    assert.deepEqual([answer.payload, answer.version], [payload, Qualifier]);
  }
  const { Versions = [] } = await world.lambda.listVersionsByFunction({ FunctionName: arn });
  assert.deepEqual(
    Versions.map(({ Version, FunctionArn }) => [Version, FunctionArn]),
    ['$LATEST', '1', '2'].map((version) => [version, `${arn}:${version}`]),
  );
  for (const name of ['State', 'LastUpdateStatus', 'RuntimeVersionConfig'] as const)
    assert.ok(Versions.every((shown) => shown[name] === undefined));
});

test('publishing twice without a change answers the same version', async () => {
  const FunctionName = 'unchanged';
  await world.node(FunctionName, 'return 1');
  const revision = async () =>
    (await world.lambda.getFunctionConfiguration({ FunctionName })).RevisionId;
  const before = await revision();
  const first = await world.lambda.publishVersion({ FunctionName, Description: 'first' });
  const published = await revision();
  assert.notEqual(published, before);
  assert.equal(first.Description, 'first');
  const again = await world.lambda.publishVersion({ FunctionName, Description: 'second' });
  assert.deepEqual([again.Version, again.Description], ['1', 'first']);
  assert.equal(await revision(), published);
  await world.lambda.updateFunctionConfiguration({ FunctionName, Timeout: 5 });
  assert.equal((await world.lambda.publishVersion({ FunctionName })).Version, '2');
});

test('a version made along with code is shown as one that is being made', async () => {
  const FunctionName = 'made';
  const arn = await world.node(FunctionName, 'return 1', { Publish: true });
  assert.equal(arn, functionArn(FunctionName));
  const ZipFile = nodePackage('return 2');
  const updated = await world.lambda.updateFunctionCode({ FunctionName, ZipFile, Publish: true });
  const { State, StateReasonCode, LastUpdateStatus, FunctionArn, Version } = updated;
  assert.deepEqual(
    { State, StateReasonCode, LastUpdateStatus, FunctionArn, Version },
    {
      State: 'Pending',
      StateReasonCode: 'Creating',
      LastUpdateStatus: undefined,
      FunctionArn: `${arn}:2`,
      Version: '2',
    },
  );
  const shown = await world.lambda.getFunctionConfiguration({ FunctionName, Qualifier: '2' });
  assert.deepEqual([shown.State, shown.RevisionId], ['Active', updated.RevisionId]);
});

test('publishing can insist on the code', async () => {
  const FunctionName = 'insisted';
  await world.node(FunctionName, 'return 1');
  await rejects(
    world.lambda.publishVersion({ FunctionName, CodeSha256: 'other' }),
    invalid(
      /^CodeSHA256 \(other\) is different from current CodeSHA256 in \$LATEST \(.{44}\)\. Please try again/,
    ),
  );
});

test('a version can be deleted while no alias leads to it, and its number is not used again', async () => {
  const FunctionName = 'pruned';
  const arn = await threeVersions(FunctionName);
  await world.lambda.createAlias({ FunctionName, Name: 'live', FunctionVersion: '1' });
  const remove = (Qualifier: string) => world.lambda.deleteFunction({ FunctionName, Qualifier });
  await rejects(remove('1'), conflict(/aliases refer to it: live/));
  await remove('2');
  await rejects(
    world.run(FunctionName, {}, { Qualifier: '2' }),
    notFound(`Function not found: ${arn}:2`),
  );
  await rejects(
    remove('$LATEST'),
    invalid('$LATEST version cannot be deleted without deleting the function.'),
  );
  await rejects(remove('live'), invalid('Deletion of aliases is not currently supported.'));
  await remove('9');
  await rejects(
    world.lambda.deleteFunction({ FunctionName: 'missing', Qualifier: '9' }),
    notFound(`Function not found: ${functionArn('missing')}`),
  );
  assert.equal((await world.lambda.publishVersion({ FunctionName })).Version, '3');
});

test('an alias leads to its version until it is moved', async () => {
  const FunctionName = 'aliased';
  const arn = await threeVersions(FunctionName);
  const { $metadata, RevisionId, ...alias } = await world.lambda.createAlias({
    FunctionName,
    Name: 'live',
    FunctionVersion: '1',
  });
  assert.equal($metadata.httpStatusCode, 201);
  assert.deepEqual(alias, {
    AliasArn: `${arn}:live`,
    Name: 'live',
    FunctionVersion: '1',
    Description: '',
  });
  assert.equal((await world.run(`${FunctionName}:live`)).payload, 'one');
  const moved = await world.lambda.updateAlias({
    FunctionName,
    Name: 'live',
    FunctionVersion: '2',
    RevisionId,
  });
  assert.equal(moved.FunctionVersion, '2');
  assert.equal((await world.run(`${arn}:live`)).version, '2');
  const { Configuration } = await world.lambda.getFunction({ FunctionName, Qualifier: 'live' });
  assert.equal(Configuration?.FunctionArn, `${arn}:live`);
  await rejects(
    world.lambda.updateAlias({ FunctionName, Name: 'live', Description: 'x', RevisionId }),
    { name: 'PreconditionFailedException', message: /Revision Id/, status: 412 },
  );
  await world.lambda.createAlias({ FunctionName, Name: 'test', FunctionVersion: '$LATEST' });
  const names = async (settings: object) => {
    const { Aliases = [] } = await world.lambda.listAliases({ FunctionName, ...settings });
    return Aliases.map(({ Name }) => Name);
  };
  assert.deepEqual(await names({}), ['live', 'test']);
  assert.deepEqual(await names({ FunctionVersion: '2' }), ['live']);
  const named = await world.lambda.getAlias({ FunctionName: `${arn}:live`, Name: 'live' });
  assert.equal(named.FunctionVersion, '2');
  await rejects(
    world.lambda.getAlias({ FunctionName: `${arn}:live`, Name: 'test' }),
    invalid('The derived qualifier from the function name does not match the specified qualifier.'),
  );
  await world.lambda.deleteAlias({ FunctionName, Name: 'live' });
  assert.deepEqual(await names({}), ['test']);
});

test('an alias with weights shares invocations out', async () => {
  const FunctionName = 'weighted';
  await threeVersions(FunctionName);
  await world.lambda.createAlias({
    FunctionName,
    Name: 'live',
    FunctionVersion: '1',
    RoutingConfig: { AdditionalVersionWeights: { 2: 1 } },
  });
  assert.equal((await world.run('weighted:live')).version, '2');
  await world.lambda.updateAlias({
    FunctionName,
    Name: 'live',
    RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } },
  });
  const seen = new Set<string | undefined>();
  for (let run = 0; run < 60 && seen.size < 2; run++)
    seen.add((await world.run('weighted:live')).version);
  assert.deepEqual([...seen].sort(), ['1', '2']);
});

test('aliases that lead nowhere are refused', async () => {
  const FunctionName = 'misled';
  const arn = await threeVersions(FunctionName);
  const create = (settings: object) =>
    world.lambda.createAlias({ FunctionName, Name: 'live', FunctionVersion: '1', ...settings });
  const route = (weights: Record<string, number>, settings = {}) =>
    create({ RoutingConfig: { AdditionalVersionWeights: weights }, ...settings });
  await rejects(create({ FunctionVersion: '9' }), notFound(`Function not found: ${arn}:9`));
  await rejects(
    route({ 1: 0.1, 2: 0.1 }),
    invalid('Number of items in AdditionalVersionWeights cannot be greater than 1'),
  );
  await rejects(
    route({ 1: 0.1 }),
    invalid(
      'Invalid function version 1. Function version 1 is already included in routing configuration.',
    ),
  );
  await rejects(
    route({ 1: 0.1 }, { FunctionVersion: '$LATEST' }),
    invalid('$LATEST is not supported for an alias pointing to more than 1 version'),
  );
  await rejects(
    create({ FunctionName: 'missing' }),
    notFound(`Function not found: ${functionArn('missing')}:1`),
  );
  await create({});
  await rejects(create({}), conflict(`Alias already exists: ${arn}:live`));
  await rejects(
    world.lambda.updateAlias({ FunctionName, Name: 'none', FunctionVersion: '1' }),
    notFound(`Alias not found: ${arn}:none`),
  );
});
