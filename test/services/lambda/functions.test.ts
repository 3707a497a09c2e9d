import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { S3 } from '@aws-sdk/client-s3';
import { zipOf } from '../../../src/lib/zip.ts';
import {
  conflict,
  createLambdaWorld,
  functionArn,
  invalid,
  type LambdaWorld,
  nodePackage,
  notFound,
  ROLE,
  rejects,
} from './lambda-world.ts';

let world: LambdaWorld;
before(async () => {
  world = await createLambdaWorld();
});
after(() => world[Symbol.asyncDispose]());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

test('a new function is shown with every default, pending at first and active then', async () => {
  const code = nodePackage('return 1');
  const created = await world.lambda.createFunction({
    FunctionName: 'plain',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: ROLE,
    Code: { ZipFile: code },
  });
  const { $metadata, RevisionId, LastModified, RuntimeVersionConfig, ...shown } = created;
  assert.equal($metadata.httpStatusCode, 201);
  assert.match(RevisionId ?? '', /^[0-9a-f-]{36}$/);
  assert.match(LastModified ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
  assert.match(
    RuntimeVersionConfig?.RuntimeVersionArn ?? '',
    /^arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}$/,
  );
  const expected = {
    FunctionName: 'plain',
    FunctionArn: functionArn('plain'),
    Runtime: 'nodejs24.x',
    Role: ROLE,
    Handler: 'index.handler',
    CodeSize: code.length,
    Description: '',
    Timeout: 3,
    MemorySize: 128,
    CodeSha256: sha256(code),
    Version: '$LATEST',
    TracingConfig: { Mode: 'PassThrough' },
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: 512 },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/plain' },
  };
  assert.deepEqual(shown, {
    ...expected,
    State: 'Pending',
    StateReason: 'The function is being created.',
    StateReasonCode: 'Creating',
  });
  const { Configuration } = await world.lambda.getFunction({ FunctionName: 'plain' });
  assert.equal(Configuration?.State, 'Active');
  assert.equal(Configuration?.LastUpdateStatus, 'Successful');
  assert.equal(Configuration?.StateReason, undefined);
  assert.notEqual(Configuration?.RevisionId, RevisionId);
});

test('the code can be downloaded from where GetFunction says, and from nowhere else', async () => {
  const code = nodePackage('return "download me"');
  await world.node('downloaded', '', { Code: { ZipFile: code } });
  const { Code } = await world.lambda.getFunction({ FunctionName: 'downloaded' });
  assert.equal(Code?.RepositoryType, 'S3');
  const location = Code?.Location ?? '';
  const response = await fetch(location);
  assert.equal(response.status, 200);
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), code);
  for (const [from, to] of [
    [/signature=./, 'signature=x'],
    [/expires=\d/, 'expires=9'],
    [/sha256=./, 'sha256=x'],
  ] as const)
    assert.equal((await fetch(location.replace(from, to))).status, 403);
  await world.spillway.clock.advance('11 minutes');
  assert.equal((await fetch(location)).status, 403);
});

test('code can come from a bucket', async () => {
  const s3 = world.spillway.client(S3);
  await s3.createBucket({ Bucket: 'code' });
  const code = nodePackage('return "from s3"');
  await s3.putObject({ Bucket: 'code', Key: 'f.zip', Body: code });
  await world.node('stored', '', { Code: { S3Bucket: 'code', S3Key: 'f.zip' } });
  assert.equal((await world.run('stored')).payload, 'from s3');
  await rejects(
    world.node('lost', '', { Code: { S3Bucket: 'no-such-bucket', S3Key: 'f.zip' } }),
    invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
    ),
  );
});

test('what cannot become a function is refused, and leaves nothing', async () => {
  const create = (settings: object) => world.node('refused', 'return 1', settings);
  const zip = nodePackage('');
  const cases: [settings: object, message: string | RegExp][] = [
    [
      { Code: { ZipFile: Buffer.from('no zip') } },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    [
      { Code: { ZipFile: zipOf({ '../evil.js': 'x' }) } },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    [{ Code: {} }, 'Please provide a source for function code.'],
    [
      { Code: { ZipFile: zip, S3Bucket: 'code', S3Key: 'k' } },
      'Please do not provide other FunctionCode parameters when providing a ZipFile.',
    ],
    [
      { Runtime: undefined },
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    ],
    [
      { Runtime: 'python3.7' },
      'The runtime parameter of python3.7 is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.',
    ],
    [
      { Runtime: 'cobol85' },
      /^Value cobol85 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[nodejs24\.x, .*provided\.al2\] or be a valid ARN$/,
    ],
    [{ Runtime: 'java21' }, /java21 is not supported by Spillway/],
    [
      { Environment: { Variables: { AWS_REGION: 'x', mine: 'y' } } },
      /contains reserved keys .* Reserved keys used in this request: AWS_REGION$/,
    ],
    [
      { Environment: { Variables: { big: 'x'.repeat(4100) } } },
      /exceeded the 4KB limit\. String measured: \{"big":"x+"\}$/,
    ],
    [{ VpcConfig: { SubnetIds: ['subnet-1'] } }, /VpcConfig is not supported/],
    [{ PackageType: 'Image', Code: { ImageUri: 'x' } }, /PackageType Image is not supported/],
    [{ SnapStart: { ApplyOn: 'PublishedVersions' } }, /SnapStart.*is not supported/],
    [{ TracingConfig: { Mode: 'Active' } }, /TracingConfig.*is not supported/],
    [{ LoggingConfig: { LogFormat: 'JSON' } }, /LoggingConfig.*is not supported/],
    [{ KMSKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/k' }, /KMSKeyArn is not supported/],
    [
      { Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:none:1'] },
      'Layer version arn:aws:lambda:us-east-1:123456789012:layer:none:1 does not exist.',
    ],
    [
      { DeadLetterConfig: { TargetArn: 'arn:aws:s3:::bucket' } },
      /neither an SQS queue nor an SNS topic/,
    ],
  ];
  for (const [settings, message] of cases) await rejects(create(settings), invalid(message));
  await rejects(world.lambda.getFunction({ FunctionName: 'refused' }), {
    ...notFound(`Function not found: ${functionArn('refused')}`),
  });
  await create({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] }, KMSKeyArn: '' });
  await rejects(create({}), conflict('Function already exist: refused'));
});

test('settings that are left out of an update stay', async () => {
  await world.node('updated', 'return process.env.greeting', {
    Description: 'first',
    Environment: { Variables: { greeting: 'hello' } },
  });
  const before = await world.lambda.getFunctionConfiguration({ FunctionName: 'updated' });
  assert.equal((await world.run('updated')).payload, 'hello');
  const answer = await world.lambda.updateFunctionConfiguration({
    FunctionName: 'updated',
    Environment: { Variables: { greeting: 'moin' } },
    MemorySize: 256,
  });
  assert.equal(answer.LastUpdateStatus, 'InProgress');
  const shown = await world.lambda.getFunctionConfiguration({ FunctionName: 'updated' });
  assert.equal(shown.LastUpdateStatus, 'Successful');
  assert.equal(shown.MemorySize, 256);
  assert.equal(shown.Description, 'first');
  assert.equal(shown.Timeout, 10);
  assert.notEqual(shown.RevisionId, before.RevisionId);
  assert.equal((await world.run('updated')).payload, 'moin');
  await world.lambda.updateFunctionConfiguration({
    FunctionName: 'updated',
    Environment: { Variables: {} },
  });
  const cleared = await world.lambda.getFunctionConfiguration({ FunctionName: 'updated' });
  assert.deepEqual(cleared.Environment, { Variables: {} });
});

test('new code runs at once; an update insists on a revision when asked to', async () => {
  await world.node('recoded', 'return 1');
  assert.equal((await world.run('recoded')).payload, 1);
  const { RevisionId } = await world.lambda.getFunctionConfiguration({ FunctionName: 'recoded' });
  const update = (settings: object) =>
    world.lambda.updateFunctionCode({
      FunctionName: 'recoded',
      ZipFile: nodePackage('return 2'),
      ...settings,
    });
  const preview = await update({ DryRun: true });
  assert.equal(preview.CodeSha256, sha256(nodePackage('return 2')));
  assert.equal((await world.run('recoded')).payload, 1);
  await update({ RevisionId });
  assert.equal((await world.run('recoded')).payload, 2);
  await rejects(update({ RevisionId }), {
    name: 'PreconditionFailedException',
    message: /The Revision Id provided does not match/,
    status: 412,
  });
  await rejects(
    update({ FunctionName: 'missing' }),
    notFound(`Function not found: ${functionArn('missing')}`),
  );
});

test('functions are listed in pages, with all their versions when asked', async () => {
  await using other = await createLambdaWorld();
  const names = ['alpha', 'beta', 'gamma'];
  for (const name of names) await other.node(name, 'return 1', { Publish: name === 'beta' });
  const list = async (settings: object) => {
    const arns: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await other.lambda.listFunctions({ ...settings, Marker });
      arns.push(...(page.Functions ?? []).map(({ FunctionArn = '' }) => FunctionArn));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    return arns.map((arn) => arn.split(':').slice(6).join(':'));
  };
  const all = ['alpha:$LATEST', 'beta:$LATEST', 'beta:1', 'gamma:$LATEST'];
  for (const MaxItems of [1, 2, 3, 50]) {
    assert.deepEqual(await list({ MaxItems }), names);
    assert.deepEqual(await list({ MaxItems, FunctionVersion: 'ALL' }), all);
  }
  await rejects(other.lambda.listFunctions({ Marker: '!' }), invalid('Invalid marker.'));
});

test('a deleted function is gone with all that belongs to it', async () => {
  const arn = await world.node('deleted', 'return "soon gone"');
  await world.lambda.publishVersion({ FunctionName: 'deleted' });
  await world.lambda.createAlias({
    FunctionName: 'deleted',
    Name: 'live',
    FunctionVersion: '1',
  });
  const { Code } = await world.lambda.getFunction({ FunctionName: 'deleted' });
  const { $metadata } = await world.lambda.deleteFunction({ FunctionName: 'deleted' });
  assert.equal($metadata.httpStatusCode, 204);
  await rejects(world.run('deleted'), notFound(`Function not found: ${arn}:$LATEST`));
  await rejects(
    world.lambda.deleteFunction({ FunctionName: 'deleted' }),
    notFound(`Function not found: ${arn}`),
  );
  assert.equal((await fetch(Code?.Location ?? '')).status, 404);
  await world.node('deleted', 'return 2');
  await rejects(
    world.lambda.getAlias({ FunctionName: 'deleted', Name: 'live' }),
    notFound(`Cannot find alias arn: ${arn}:live`),
  );
  assert.equal((await world.run('deleted')).payload, 2);
});

test('functions that share their code keep it when one of them goes', async () => {
  await world.node('twin-1', 'return "same"');
  await world.node('twin-2', 'return "same"');
  await world.lambda.deleteFunction({ FunctionName: 'twin-1' });
  await world.spillway.clock.advance('2 minutes');
  assert.equal((await world.run('twin-2')).payload, 'same');
  const { Code } = await world.lambda.getFunction({ FunctionName: 'twin-2' });
  assert.equal((await fetch(Code?.Location ?? '')).status, 200);
});

test('tags are set, overwritten and removed', async () => {
  const Resource = await world.node('tagged', 'return 1', { Tags: { team: 'pets' } });
  const revision = async () =>
    (await world.lambda.getFunctionConfiguration({ FunctionName: Resource })).RevisionId;
  const before = await revision();
  await world.lambda.tagResource({ Resource, Tags: { team: 'photos', cost: '1' } });
  assert.notEqual(await revision(), before);
  await world.lambda.untagResource({ Resource, TagKeys: ['cost', 'none'] });
  assert.deepEqual((await world.lambda.listTags({ Resource })).Tags, { team: 'photos' });
  const { Tags } = await world.lambda.getFunction({ FunctionName: 'tagged' });
  assert.deepEqual(Tags, { team: 'photos' });
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 'v']));
  await rejects(
    world.lambda.tagResource({ Resource, Tags: many }),
    invalid('Number of tags exceeds resource tag limit.'),
  );
});

test('a role that cannot be assumed is refused where roles are enforced', async () => {
  await using strict = await createLambdaWorld({ permissiveRoles: false });
  await rejects(
    strict.node('strict', 'return 1'),
    invalid('The role defined for the function cannot be assumed by Lambda.'),
  );
});

test('nothing is shown of what no function has here', async () => {
  const FunctionName = 'bare';
  const arn = await world.node(FunctionName, 'return 1', { Publish: true });
  const { $metadata, ...signing } = await world.lambda.getFunctionCodeSigningConfig({
    FunctionName,
  });
  assert.deepEqual([$metadata.httpStatusCode, signing], [200, {}]);
  const urls = await world.lambda.listFunctionUrlConfigs({ FunctionName });
  assert.deepEqual(urls.FunctionUrlConfigs, []);
  await rejects(
    world.lambda.getFunctionUrlConfig({ FunctionName }),
    notFound('The resource you requested does not exist.'),
  );
  await rejects(
    world.lambda.listFunctionUrlConfigs({ FunctionName: 'missing' }),
    notFound('Function does not exist'),
  );
  const provisioned = await world.lambda.listProvisionedConcurrencyConfigs({ FunctionName });
  assert.deepEqual(provisioned.ProvisionedConcurrencyConfigs, []);
  const get = (Qualifier: string) =>
    world.lambda.getProvisionedConcurrencyConfig({ FunctionName, Qualifier });
  await rejects(get('1'), {
    name: 'ProvisionedConcurrencyConfigNotFoundException',
    message: 'No Provisioned Concurrency Config found for this function',
    status: 404,
  });
  await rejects(get('10'), notFound(`Function not found: ${arn}:10`));
  await rejects(get('live'), notFound(`Cannot find alias arn: ${arn}:live`));
  await rejects(
    get('$LATEST'),
    invalid('The function resource provided must be an alias or a published version.'),
  );
});
