import { listFunctionLogs } from '../../storage/tables/function-logs.ts';
import type { Context } from '../context.ts';
import { type Given, readLimit, readNumber, requireText } from './input.ts';
import { LIMIT, LIMIT_MAX } from './listing.ts';
import { jsonPage, type Page } from './page.ts';
import { isoTime } from './trail.ts';

/**
 * ListLogs - the latest logs of a function, newest first: `{"logs": [...], "next"}`; go on with
 * `before: next`.
 */
export async function listLogs(
  input: { readonly function?: Given; readonly before?: Given; readonly limit?: Given },
  { storage }: Context,
): Promise<Page> {
  const arn = requireText('function', input.function);
  const limit = readLimit(input.limit, LIMIT, LIMIT_MAX);
  const before = readNumber('before', input.before) ?? Number.MAX_SAFE_INTEGER;
  const logs = await storage.read((reader) => listFunctionLogs(reader, arn, before, limit));
  return jsonPage({
    logs: logs.map(({ id, version, request_id, log_stream, at, failed, text }) => ({
      id,
      version,
      requestId: request_id,
      logStream: log_stream,
      at: isoTime(at),
      failed: failed === 1,
      text,
    })),
    next: logs.length < limit ? undefined : logs.at(-1)?.id,
  });
}
