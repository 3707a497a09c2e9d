import { readFileSync } from 'node:fs';
import { enableCompileCache, findPackageJSON } from 'node:module';

enableCompileCache();

/** Every command, in the order of `--help`. Each is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, { help: string; run(args: string[]): Promise<number> }>> = {
  serve: {
    help: 'serve S3, SQS, SNS, EventBridge and Lambda until SIGTERM',
    run: async (args) => (await import('./serve.ts')).serve(args),
  },
  explain: {
    help: 'why an event of an object did or did not arrive, and what would become of one now',
    run: async (args) => (await import('./explain.ts')).explain(args),
  },
  tail: {
    help: 'print events as they happen',
    run: async (args) => (await import('./tail.ts')).tail(args),
  },
  status: {
    help: 'what is owed, to whom, and who is in trouble',
    run: async (args) => (await import('./status.ts')).status(args),
  },
  deliveries: {
    help: 'list, retry, drop or redrive what is owed to destinations',
    run: async (args) => (await import('./deliveries.ts')).deliveries(args),
  },
  replay: {
    help: 'let events of the past happen again for those who listen',
    run: async (args) => (await import('./replay.ts')).replay(args),
  },
  backfill: {
    help: 'raise events for objects that were there before the rule',
    run: async (args) => (await import('./replay.ts')).backfill(args),
  },
};

const USAGE = `Usage: spillway COMMAND [OPTION ...]

S3 event notifications that you own: an AWS-compatible S3 store whose every change becomes
a durable event for Lambda, SQS, SNS and EventBridge.

Commands:
${Object.entries(COMMANDS)
  .map(([name, { help }]) => `  ${name.padEnd(10)} ${help}`)
  .join('\n')}

\`spillway COMMAND --help\` tells more, \`spillway --version\` the version.
`;

// Who reads no further, as `head` does, has seen enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name = '--help', ...args] = given(process.argv.slice(2));
const command = COMMANDS[name];
if (command) {
  // Ends at once: nothing that a command left open keeps it alive.
  process.exit(await command.run(args));
} else if (['--help', '-h', 'help'].includes(name)) {
  process.stdout.write(USAGE);
} else if (name === '--version') {
  const path = findPackageJSON(import.meta.url) ?? '';
  process.stdout.write(`spillway ${JSON.parse(readFileSync(path, 'utf8')).version}\n`);
} else {
  process.stderr.write(`spillway: there is no command ${JSON.stringify(name)}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** `help explain` is `explain --help`. */
function given(words: string[]): string[] {
  const [first, second = ''] = words;
  return first === 'help' && COMMANDS[second] ? [second, '--help'] : words;
}
