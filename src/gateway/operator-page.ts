import { AwsError } from '../aws/error.ts';
import type { ServiceName } from '../services/context.ts';
import type { Page } from '../services/spillway/page.ts';
import { answer } from './answer.ts';
import { anonymousCaller } from './callers.ts';
import type { Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';

/**
 * Everything that is not AWS lives under `/_spillway/`, a name that no bucket can have. Each page is an operation of the service
 * `spillway` in the engine; what it answers is sent as it is.
 */
const PREFIX = '/_spillway/';

/** The operations behind the pages, by method and path; `*` stands for a name, which becomes the operation's input `name`. */
const PAGES: Readonly<Record<string, string>> = {
  'GET health': 'Health',
  'GET metrics': 'Metrics',
  'GET mailbox': 'ListMail',
  'GET mailbox/*': 'GetMail',
  'GET sns/*': 'GetSigningCertificate',
  'GET package': 'DownloadPackage',
};

export async function operatorPage(gateway: Gateway, exchange: Exchange): Promise<boolean> {
  const { rawPath, method } = exchange;
  if (!rawPath.startsWith(PREFIX)) return false;
  const found = findPage(method === 'HEAD' ? 'GET' : method, rawPath.slice(PREFIX.length));
  const page = found
    ? await run(gateway, exchange, found)
    : {
        status: 404,
        contentType: 'application/json',
        body: '{"message":"There is no such page."}',
      };
  const { status = 200, contentType, body } = page;
  const headers: Record<string, string> = {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
  };
  if (typeof body !== 'string') headers['content-length'] = String(body.size);
  await answer(exchange, { status, headers, body }, gateway.blobs);
  return true;
}

interface FoundPage {
  readonly operation: string;
  readonly named: { readonly name?: string };
}

function findPage(method: string, path: string): FoundPage | undefined {
  const operation = PAGES[`${method} ${path}`];
  if (operation) return { operation, named: {} };
  const slash = path.lastIndexOf('/');
  const named = PAGES[`${method} ${path.slice(0, slash)}/*`];
  return named ? { operation: named, named: { name: path.slice(slash + 1) } } : undefined;
}

async function run(
  gateway: Gateway,
  exchange: Exchange,
  { operation, named }: FoundPage,
): Promise<Page> {
  try {
    return (await gateway.engine.call({
      service: 'spillway' satisfies ServiceName,
      operation,
      input: { ...Object.fromEntries(new URLSearchParams(exchange.rawQuery)), ...named },
      caller: anonymousCaller(exchange),
      region: gateway.region,
      requestId: exchange.requestId,
      hostId: exchange.hostId,
      endpoint: exchange.endpoint,
      trace: undefined,
      protocol: 'http',
    })) as Page;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const body = JSON.stringify({ code: error.code, message: error.message });
    return { status: error.status, contentType: 'application/json', body };
  }
}
