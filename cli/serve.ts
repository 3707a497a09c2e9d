import { ConfigError, environmentName, OPTIONS, readConfig } from '../src/lib/config.ts';
import { startServer } from '../src/main.ts';

const HELP = `Usage: spillway serve [OPTION ...]

Serves every AWS API on one port until SIGTERM or Ctrl-C.

Options (each also as an environment variable):
${OPTIONS.map(describe).join('\n')}
`;

function describe({ flag, value, fallback, help }: (typeof OPTIONS)[number]): string {
  if (value === undefined) return `  --${flag}\n      ${help}\n      ${environmentName(flag)}=true`;
  const standard = fallback === undefined ? '' : ` (${fallback})`;
  return `  --${flag} ${value}\n      ${help}${standard}\n      ${environmentName(flag)}`;
}

/**
 * Serves until told to stop; answers the exit code: 0 after a graceful stop, 1 when starting
 * failed, 2 for a bad option.
 */
export async function serve(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const config = readConfig(args, process.env);
    const server = await startServer(config, (error) => {
      process.stderr.write(`spillway: ${error.message}\n`);
      process.exit(70);
    });
    // Listened for before the server is announced: whoever waited for that may stop it at once.
    const stopped = signalled();
    const place = config.inMemory ? 'in memory' : `data in ${config.dataDir}`;
    process.stderr.write(`Spillway is ready at ${server.url} (${place})\n`);
    if (process.stderr.isTTY)
      process.stderr.write(`Its console is at ${server.url}/_spillway/; Ctrl-C stops it.\n`);
    await stopped;
    if (process.stderr.isTTY)
      process.stderr.write('\nStopping; Ctrl-C once more ends it at once.\n');
    await server.close();
    return 0;
  } catch (error) {
    return explain(error);
  }
}

/**
 * The first signal stops gracefully; a second one, while that goes on, ends at once as signals do.
 */
const signalled = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

function explain(error: unknown): number {
  const { message, hint } = error as { message?: string; hint?: string };
  process.stderr.write(`spillway: ${message ?? String(error)}\n`);
  if (hint !== undefined) process.stderr.write(`  ${hint}\n`);
  return error instanceof ConfigError ? 2 : 1;
}
