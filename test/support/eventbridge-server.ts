import { EventBridge } from '@aws-sdk/client-eventbridge';
import { eventbridge as service } from '../../src/services/eventbridge/index.ts';
import { ACCOUNT, REGION } from './platform.ts';
import { startTestServer, type TestServer } from './server.ts';

export interface EventBridgeServer extends TestServer {
  /** An unmodified SDK client. */
  readonly events: EventBridge;
  client(options?: { account?: string; region?: string }): EventBridge;
}

/** EventBridge behind the real gateway; nothing is delivered. */
export async function startEventBridgeServer(): Promise<EventBridgeServer> {
  const server = await startTestServer([service]);
  const clients: EventBridge[] = [];
  const client = ({ account = ACCOUNT, region = REGION } = {}) => {
    const made = new EventBridge({
      endpoint: server.url,
      region,
      credentials: { accessKeyId: account, secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    clients.push(made);
    return made;
  };
  const close = async () => {
    for (const made of clients) made.destroy();
    await server.close();
  };
  return { ...server, events: client(), client, close, [Symbol.asyncDispose]: close };
}

/** For `assert.rejects`: an SDK error with this name and message. */
export const refused =
  (name: string, message: string | RegExp) =>
  (error: Error): boolean => {
    const same =
      typeof message === 'string' ? error.message === message : message.test(error.message);
    if (error.name !== name || !same)
      throw new Error(`expected ${name}: ${message}, got ${error.name}: ${error.message}`);
    return true;
  };
