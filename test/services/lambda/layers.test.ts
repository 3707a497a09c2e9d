import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Lambda } from '@aws-sdk/client-lambda';
import { zipOf } from '../../../src/lib/zip.ts';
import {
  ACCOUNT,
  conflict,
  createLambdaWorld,
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

const layerArn = (name: string) => `arn:aws:lambda:us-east-1:${ACCOUNT}:layer:${name}`;

/** A layer with a package `name` that says `text`; answers its version's ARN. */
async function publish(LayerName: string, text: string, settings = {}): Promise<string> {
  const { LayerVersionArn = '' } = await world.lambda.publishLayerVersion({
    LayerName,
    Content: {
      ZipFile: zipOf({
        [`nodejs/node_modules/${LayerName}/index.js`]: `module.exports = ${JSON.stringify(text)};`,
      }),
    },
    ...settings,
  });
  return LayerVersionArn;
}

test('a function finds what its layers hold, in the version it was given', async () => {
  const first = await publish('bark', 'woof');
  const second = await publish('bark', 'wau');
  assert.deepEqual([first, second], [`${layerArn('bark')}:1`, `${layerArn('bark')}:2`]);
  const body = "return (await import('bark')).default";
  await world.node('barking', body, { Layers: [first] });
  assert.equal((await world.run('barking')).payload, 'woof');
  await world.lambda.updateFunctionConfiguration({ FunctionName: 'barking', Layers: [second] });
  assert.equal((await world.run('barking')).payload, 'wau');
  const { Layers = [] } = await world.lambda.getFunctionConfiguration({ FunctionName: 'barking' });
  assert.deepEqual(
    Layers.map(({ Arn }) => Arn),
    [second],
  );
  await world.lambda.updateFunctionConfiguration({ FunctionName: 'barking', Layers: [] });
  assert.match((await world.run('barking')).error ?? '', /Unhandled/);
});

test('a layer that was deleted is kept by the functions that have it', async () => {
  const arn = await publish('kept', 'still here');
  await world.node('keeping', "return (await import('kept')).default", { Layers: [arn] });
  await world.lambda.deleteLayerVersion({ LayerName: 'kept', VersionNumber: 1 });
  await world.lambda.deleteLayerVersion({ LayerName: 'kept', VersionNumber: 1 });
  assert.equal((await world.run('keeping')).payload, 'still here');
  await world.lambda.updateFunctionCode({
    FunctionName: 'keeping',
    ZipFile: nodePackage("return 'new code, ' + (await import('kept')).default"),
  });
  assert.equal((await world.run('keeping')).payload, 'new code, still here');
  await rejects(
    world.node('late', 'return 1', { Layers: [arn] }),
    invalid(`Layer version ${arn} does not exist.`),
  );
  await rejects(
    world.lambda.getLayerVersion({ LayerName: 'kept', VersionNumber: 1 }),
    notFound('The resource you requested does not exist.'),
  );
  assert.equal(await publish('kept', 'again'), `${layerArn('kept')}:2`);
});

test('layers are described and listed, by what they are compatible with', async () => {
  await publish('listed', 'a', { CompatibleRuntimes: ['nodejs22.x'], Description: 'old' });
  await publish('listed', 'b', {
    CompatibleRuntimes: ['nodejs24.x'],
    LicenseInfo: 'MIT',
    CompatibleArchitectures: ['arm64'],
  });
  const newest = await world.lambda.getLayerVersion({ LayerName: 'listed', VersionNumber: 2 });
  assert.deepEqual(
    [newest.LicenseInfo, newest.CompatibleRuntimes, newest.CompatibleArchitectures],
    ['MIT', ['nodejs24.x'], ['arm64']],
  );
  assert.equal((await fetch(newest.Content?.Location ?? '')).status, 200);
  const byArn = await world.lambda.getLayerVersionByArn({ Arn: `${layerArn('listed')}:1` });
  assert.equal(byArn.Description, 'old');

  const versions = async (settings: object) => {
    const { LayerVersions = [], NextMarker } = await world.lambda.listLayerVersions({
      LayerName: 'listed',
      ...settings,
    });
    return { numbers: LayerVersions.map(({ Version }) => Version), NextMarker };
  };
  assert.deepEqual((await versions({})).numbers, [2, 1]);
  assert.deepEqual((await versions({ CompatibleRuntime: 'nodejs22.x' })).numbers, [1]);
  const { numbers, NextMarker } = await versions({ MaxItems: 1 });
  assert.deepEqual(numbers, [2]);
  assert.deepEqual((await versions({ Marker: NextMarker })).numbers, [1]);

  const { Layers = [] } = await world.lambda.listLayers({ CompatibleRuntime: 'nodejs22.x' });
  assert.deepEqual(
    Layers.map(({ LayerName, LatestMatchingVersion }) => [
      LayerName,
      LatestMatchingVersion?.Version,
    ]),
    [['listed', 1]],
  );
});

test('five layers at most, and no two versions of one', async () => {
  const arns: string[] = [];
  for (const name of ['l1', 'l2', 'l3', 'l4', 'l5', 'l6']) arns.push(await publish(name, name));
  const again = await publish('l1', 'again');
  const create = (Layers: string[]) => world.node('layered', 'return 1', { Layers });
  await rejects(create(arns), invalid('Cannot reference more than 5 layers.'));
  await rejects(
    create([arns[0] ?? '', again]),
    invalid(
      `Two different versions of the same layer are not allowed to be referenced in the same function. ${arns[0]} and ${again} are versions of the same layer.`,
    ),
  );
  await rejects(
    create([again.replace('us-east-1', 'eu-west-1')]),
    invalid(
      'Layers are not in the same region as the function. Layers are expected to be in region us-east-1.',
    ),
  );
  await world.node('layered', 'return 1', { Layers: [again] });
  await rejects(
    world.lambda.updateFunctionConfiguration({
      FunctionName: 'layered',
      Layers: [again, arns[0] ?? ''],
    }),
    invalid(/^Two different versions of the same layer are not allowed/),
  );
  await rejects(
    world.lambda.getLayerVersion({ LayerName: 'l1', VersionNumber: 0 }),
    invalid('Layer Version Cannot be less than 1'),
  );
});

test('a layer has a policy, statement by statement', async () => {
  const LayerName = 'shared';
  const arn = await publish(LayerName, 'shared');
  const version = { LayerName, VersionNumber: 1 };
  const add = (settings = {}) =>
    world.lambda.addLayerVersionPermission({
      ...version,
      StatementId: 's1',
      Action: 'lambda:GetLayerVersion',
      Principal: '*',
      ...settings,
    });
  const none = notFound('No policy is associated with the given resource.');
  await rejects(world.lambda.getLayerVersionPolicy(version), none);
  const { $metadata, Statement, RevisionId } = await add();
  const statement = {
    Sid: 's1',
    Effect: 'Allow',
    Principal: '*',
    Action: 'lambda:GetLayerVersion',
    Resource: arn,
  };
  assert.equal($metadata.httpStatusCode, 201);
  assert.equal(Statement, JSON.stringify(statement));
  const shown = await world.lambda.getLayerVersionPolicy(version);
  assert.equal(shown.RevisionId, RevisionId);
  assert.deepEqual(JSON.parse(shown.Policy ?? ''), {
    Version: '2012-10-17',
    Id: 'default',
    Statement: [statement],
  });
  await rejects(add(), conflict(/^The statement id \(s1\) provided already exists/));
  await rejects(add({ StatementId: 's2', RevisionId: 'other' }), {
    name: 'PreconditionFailedException',
    message:
      'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    status: 412,
  });
  await rejects(add({ Action: '*' }), {
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '*' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: lambda:GetLayerVersion",
    status: 400,
  });
  await rejects(
    add({ VersionNumber: 2 }),
    notFound(`Layer version ${layerArn(LayerName)}:2 does not exist.`),
  );
  const remove = (StatementId: string) =>
    world.lambda.removeLayerVersionPermission({ ...version, StatementId });
  await rejects(remove('none'), notFound('Statement none is not found in resource policy.'));
  await remove('s1');
  await rejects(world.lambda.getLayerVersionPolicy(version), none);
});

test('another account uses a layer when its policy says so', async () => {
  const credentials = { accessKeyId: '210987654321', secretAccessKey: 'test' };
  const theirs = new Lambda({ ...world.spillway.clientOptions, credentials });
  const { LayerVersionArn = '' } = await theirs.publishLayerVersion({
    LayerName: 'foreign',
    Content: { ZipFile: zipOf({ 'nodejs/node_modules/foreign/index.js': 'module.exports = 7;' }) },
  });
  const create = () =>
    world.node('guest', "return (await import('foreign')).default", { Layers: [LayerVersionArn] });
  await rejects(create(), {
    name: 'AccessDeniedException',
    message: /lambda:GetLayerVersion on resource: .*:layer:foreign:1/,
    status: 403,
  });
  await theirs.addLayerVersionPermission({
    LayerName: 'foreign',
    VersionNumber: 1,
    StatementId: 'guests',
    Action: 'lambda:GetLayerVersion',
    Principal: ACCOUNT,
  });
  await create();
  assert.equal((await world.run('guest')).payload, 7);
});
