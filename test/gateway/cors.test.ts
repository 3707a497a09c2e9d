import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createWorld, type World } from '../support/world.ts';

const ORIGIN = 'https://pets.example';

describe('a browser on another origin', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
    await world.s3.send(new CreateBucketCommand({ Bucket: 'pets' }));
    await world.s3.send(new CreateBucketCommand({ Bucket: 'closed' }));
    await world.s3.send(new PutObjectCommand({ Bucket: 'pets', Key: 'tom.jpg', Body: 'cat' }));
    await world.s3.send(
      new PutBucketCorsCommand({
        Bucket: 'pets',
        CORSConfiguration: {
          CORSRules: [
            {
              AllowedOrigins: [ORIGIN],
              AllowedMethods: ['GET', 'PUT'],
              AllowedHeaders: ['content-*', 'x-amz-*'],
              ExposeHeaders: ['ETag'],
              MaxAgeSeconds: 600,
            },
          ],
        },
      }),
    );
  });
  after(() => world.close());

  const preflight = (path: string, headers: Record<string, string>) =>
    fetch(world.url + path, { method: 'OPTIONS', headers });

  it('may ask beforehand', async () => {
    const response = await preflight('/pets/tom.jpg', {
      origin: ORIGIN,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type,x-amz-date',
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET, PUT');
    assert.equal(response.headers.get('access-control-allow-headers'), 'content-type, x-amz-date');
    assert.equal(response.headers.get('access-control-max-age'), '600');
    assert.match(response.headers.get('vary') ?? '', /Origin/);
    assert.equal(await response.text(), '');
  });

  const refused: [
    what: string,
    path: string,
    headers: Record<string, string>,
    status: number,
    code: string,
  ][] = [
    [
      'with another method',
      '/pets/tom.jpg',
      { origin: ORIGIN, 'access-control-request-method': 'DELETE' },
      403,
      'AccessForbidden',
    ],
    [
      'from a third origin',
      '/pets/tom.jpg',
      { origin: 'https://dogs.example', 'access-control-request-method': 'GET' },
      403,
      'AccessForbidden',
    ],
    [
      'with another header',
      '/pets/tom.jpg',
      {
        origin: ORIGIN,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-dog',
      },
      403,
      'AccessForbidden',
    ],
    [
      'of a bucket without rules',
      '/closed',
      { origin: ORIGIN, 'access-control-request-method': 'GET' },
      403,
      'AccessForbidden',
    ],
    [
      'of no bucket',
      '/nobody',
      { origin: ORIGIN, 'access-control-request-method': 'GET' },
      403,
      'AccessForbidden',
    ],
    ['without an origin', '/pets', { 'access-control-request-method': 'GET' }, 400, 'BadRequest'],
    ['without a method', '/pets', { origin: ORIGIN }, 400, 'BadRequest'],
    [
      'with a method of its own',
      '/pets',
      { origin: ORIGIN, 'access-control-request-method': 'PET' },
      400,
      'BadRequest',
    ],
  ];
  for (const [what, path, headers, status, code] of refused) {
    it(`may not ${what}`, async () => {
      const response = await preflight(path, headers);
      assert.equal(response.status, status);
      assert.match(await response.text(), new RegExp(`<Code>${code}</Code>`));
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    });
  }

  it('may read the answer, and an error', async () => {
    const url = await getSignedUrl(
      world.s3,
      new GetObjectCommand({ Bucket: 'pets', Key: 'tom.jpg' }),
    );
    for (const [target, status] of [
      [url, 200],
      [`${world.url}/pets/tom.jpg`, 403],
    ] as const) {
      const response = await fetch(target, { headers: { origin: ORIGIN } });
      assert.equal(response.status, status);
      assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
      assert.equal(response.headers.get('access-control-expose-headers'), 'ETag');
    }
    const other = await fetch(url, { headers: { origin: 'https://dogs.example' } });
    assert.equal(other.status, 200);
    assert.equal(other.headers.get('access-control-allow-origin'), null);
  });
});
