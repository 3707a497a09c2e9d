import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { targetOf } from '../../../src/aws/protocols/aws-json.ts';
import { actionOf } from '../../../src/aws/protocols/aws-query.ts';
import type { HttpRequest } from '../../../src/aws/protocols/http.ts';
import { createProtocol } from '../../../src/aws/protocols/protocol.ts';
import { createRestRouter, type Match } from '../../../src/aws/protocols/rest-router.ts';
import { createS3Router } from '../../../src/aws/protocols/s3-router.ts';
import type { Model, Operation, ProtocolName } from '../../../src/aws/protocols/shape.ts';
import { arbitraryValue, type Leave } from './arbitrary-value.ts';
import { models } from './models.ts';
import { sdkClient } from './sdk-oracle.ts';

/**
 * For every modelled operation, on every protocol of its service: what the official client sends is routed to that
 * operation and decoded into the very input, and what we answer reaches the application as the very output.
 */
const ROUNDS = Number(process.env.ROUND_TRIP_ROUNDS ?? 5);
const SEED = Number(process.env.ROUND_TRIP_SEED ?? 1);

/** What we may read beyond what the client was given. */
const ADDED: ReadonlySet<string> = new Set([
  // Clients add these of their own accord.
  'ChecksumAlgorithm',
  'ChecksumCRC32',
  'ContentLength',
  'ContentMD5',
  'ContentType',
  // On awsQuery this and MessageSystemAttributeNames are one parameter, which is read into both.
  'AttributeNames',
]);

/**
 * Members that cannot make the round trip unchanged, each for a reason on the client's side.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  // Digests and encryption keys are computed or checked by the client.
  'ChecksumAlgorithm',
  'ContentMD5',
  'SSECustomerKey',
  'SSECustomerKeyMD5',
  'CopySourceSSECustomerKey',
  'CopySourceSSECustomerKeyMD5',
  // Text to us, a date to this client, and ExpiresString besides.
  'Expires',
  // The client sends the length of the body, not this.
  'ContentLength',
  // Needs a signer (SigV4a) that this client has not.
  'EndpointId',
  // See ADDED.
  'ReceiveMessageRequest.AttributeNames',
]);

const leave: Leave = (structure, member) =>
  LEFT_OUT.has(member.name) || LEFT_OUT.has(`${structure.name}.${member.name}`);

for (const [name, model] of Object.entries(models)) {
  for (const protocolName of model.service.protocols) {
    describe(`${name} over ${protocolName}`, () => {
      const route = routerOf(model, protocolName);
      const protocol = createProtocol(model, protocolName);
      const client = sdkClient(name, protocolName);

      for (const operation of Object.values(model.operations)) {
        test(operation.name, async () => {
          await fc.assert(
            fc.asyncProperty(valuesOf(operation), async ([input, output]) => {
              let read: Readonly<Record<string, unknown>> = {};
              const result = await client.send(operation.name, forClient(input), (request) => {
                const match = route(request);
                assert.equal(match.operation, operation.name);
                read = protocol.readInput(operation, request, match.labels);
                return protocol.writeOutput(operation, output, { requestId: 'r', hostId: 'h' });
              });
              assert.deepEqual(plain(withoutAdded(read, input)), plain(input));
              assert.deepEqual(plain(await fromClient(result)), plain(output));
            }),
            { seed: SEED, numRuns: ROUNDS },
          );
        });
      }
    });
  }
}

const valuesOf = ({ input, output }: Operation) =>
  fc.tuple(arbitraryValue(input, leave), arbitraryValue(output, leave));

function routerOf(model: Model, protocol: ProtocolName): (request: HttpRequest) => Match {
  if (protocol === 'restXml') {
    const router = createS3Router(model);
    return (request) => {
      const [, bucket, ...key] = request.path.split('/').map(decodeURIComponent);
      return router.match(request, bucket || undefined, key.join('/') || undefined);
    };
  }
  if (protocol === 'restJson1') return createRestRouter(model).match;
  if (protocol === 'awsQuery') {
    return (request) => ({ operation: String(actionOf(request).action), labels: {} });
  }
  return (request) => {
    const { prefix, operation } = targetOf(request.headers['x-amz-target'] ?? '');
    assert.equal(prefix, model.service.targetPrefix);
    return { operation, labels: {} };
  };
}

function withoutAdded(read: Readonly<Record<string, unknown>>, input: object) {
  return Object.fromEntries(
    Object.entries(read).filter(([name]) => name in input || !ADDED.has(name)),
  );
}

/** Clients take and give bodies as bytes, not as our `StoredBody`. */
const forClient = (input: object) =>
  'Body' in input ? { ...input, Body: (input.Body as { bytes: Uint8Array }).bytes } : input;

async function fromClient({ $metadata: _, ...output }: Record<string, unknown>) {
  const body = output.Body as { transformToByteArray(): Promise<Uint8Array> } | undefined;
  if (!body) return output;
  const bytes = await body.transformToByteArray();
  return { ...output, Body: { size: bytes.length, bytes } };
}

/** The same value whatever its prototypes and classes of bytes. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, plain(item)]));
}
