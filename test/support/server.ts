import { startGateway } from '../../src/gateway/start-gateway.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createIds } from '../../src/lib/ids.ts';
import { authorize } from '../../src/services/authorize.ts';
import type { Service } from '../../src/services/define-service.ts';
import { createDispatch } from '../../src/services/dispatch.ts';
import { lookUpCredential } from '../../src/services/identity.ts';
import { createTestPlatform, REGION, type TestPlatform } from './platform.ts';

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly platform: TestPlatform;
  close(): Promise<void>;
}

/** Some services behind the real gateway, on a free port, in this process; nothing is delivered by itself. */
export async function startTestServer(services: readonly Service[]): Promise<TestServer> {
  const platform = await createTestPlatform();
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    region: REGION,
    log: platform.log,
    ids: createIds(systemClock),
    clock: systemClock,
    blobs: platform.blobs,
    engine: async () => ({
      call: createDispatch(platform, services, authorize),
      credential: (accessKeyId) => lookUpCredential(platform, accessKeyId),
      interrupt: () => undefined,
      rest: async () => undefined,
      close: () => platform.close(),
    }),
  });
  const close = () => gateway.close();
  return { url: gateway.url, platform, close, [Symbol.asyncDispose]: close };
}
