import { parseArgs } from 'node:util';

/** An option of a command; without `value` it is a switch. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  /** One letter, after a single dash. */
  readonly short?: string;
  readonly help: string;
}

/** What a user did wrong, or what the server said; `hint` says what to do about it. */
export class CliError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: number;
  constructor(message: string, hint?: string, exitCode = 1) {
    super(message);
    this.name = 'CliError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** What was given on the command line. */
export interface Given {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  on(name: string): boolean;
}

export interface CommandDefinition {
  /** `explain s3://BUCKET/KEY [OPTION ...]` */
  readonly usage: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly examples?: readonly string[];
  readonly positionalsMax?: number;
  run(given: Given): Promise<number>;
}

const USAGE_ERROR = 2;

export const COMMON_FLAGS: readonly Flag[] = [
  {
    name: 'endpoint',
    value: 'URL',
    help: 'the server (SPILLWAY_ENDPOINT, AWS_ENDPOINT_URL, http://127.0.0.1:4566)',
  },
  { name: 'json', help: 'print what the server answers, as JSON' },
  { name: 'help', short: 'h', help: 'print this' },
];

/**
 * A command as `main.ts` runs it: parses, helps, and says in one line what went wrong. Answers the
 * exit code.
 */
export const defineCommand =
  (definition: CommandDefinition) =>
  async (args: string[]): Promise<number> => {
    try {
      const given = parse(definition, args);
      if (given.on('help')) {
        process.stdout.write(helpOf(definition));
        return 0;
      }
      return await definition.run(given);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      process.stderr.write(`spillway: ${error.message}\n`);
      if (error.hint !== undefined) process.stderr.write(`  ${error.hint}\n`);
      return error.exitCode;
    }
  };

function parse({ usage, flags, positionalsMax = 0 }: CommandDefinition, args: string[]): Given {
  const options = Object.fromEntries(
    [...flags, ...COMMON_FLAGS].map(({ name, value, short }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short && { short }),
      },
    ]),
  );
  const hint = `see \`spillway ${usage.split(' ')[0]} --help\``;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length > positionalsMax)
      throw new Error(`unexpected ${JSON.stringify(positionals[positionalsMax])}`);
    return {
      positionals,
      text: (name) => values[name] as string | undefined,
      on: (name) => values[name] === true,
    };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new CliError(message, hint, USAGE_ERROR);
  }
}

function helpOf({ usage, summary, flags, examples = [] }: CommandDefinition): string {
  const all = [...flags, ...COMMON_FLAGS];
  const shown = all.map(({ name, value, help }) => {
    const flag = value === undefined ? `--${name}` : `--${name} ${value}`;
    return `  ${flag.padEnd(22)} ${help}`;
  });
  const shownExamples = examples.map((example) => `  spillway ${example}`);
  const sections = [`Usage: spillway ${usage}`, summary, `Options:\n${shown.join('\n')}`];
  if (shownExamples.length > 0) sections.push(`Examples:\n${shownExamples.join('\n')}`);
  return `${sections.join('\n\n')}\n`;
}

export const usageError = (message: string, hint: string): CliError =>
  new CliError(message, hint, USAGE_ERROR);
