import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import type { LogFormat, LogLevel } from './log.ts';

/**
 * What the operator chooses, from flags or the environment (`--data-dir` is `SPILLWAY_DATA_DIR`), flags first. One table is the source of parsing,
 * of `--help` and of the documentation.
 */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly account: string;
  readonly region: string;
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly permissiveRoles: boolean;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  readonly restoreDelaySeconds: number;
  readonly journalDays: number;
  readonly journalEvents: number;
  readonly inMemory: boolean;
  readonly testKit: boolean;
  /** Makes the faults of the test kit repeat. */
  readonly seed: number | undefined;
}

export interface Option {
  readonly flag: string;
  /** `undefined` for a flag that stands alone; in the environment it is `true`. */
  readonly value: string | undefined;
  readonly fallback: string | undefined;
  readonly help: string;
}

/** Every option of `spillway serve`, in the order of `--help`. */
export const OPTIONS: readonly Option[] = [
  {
    flag: 'port',
    value: 'NUMBER',
    fallback: '4566',
    help: 'port to listen on; 0 picks a free one',
  },
  {
    flag: 'host',
    value: 'ADDRESS',
    fallback: '127.0.0.1',
    help: 'address to listen on; anything but loopback demands own credentials',
  },
  { flag: 'data-dir', value: 'FOLDER', fallback: '.spillway', help: 'where everything is kept' },
  { flag: 'access-key-id', value: 'KEY', fallback: 'test', help: 'root access key' },
  {
    flag: 'secret-access-key',
    value: 'SECRET',
    fallback: 'test',
    help: 'root secret key; better given by environment',
  },
  {
    flag: 'account',
    value: 'ID',
    fallback: '123456789012',
    help: 'account of the root key, twelve digits',
  },
  {
    flag: 'region',
    value: 'REGION',
    fallback: 'us-east-1',
    help: 'region of requests that name none',
  },
  {
    flag: 'public-url',
    value: 'URL',
    fallback: undefined,
    help: 'how others reach this server: links in SNS messages lead there, not to the address listened on',
  },
  {
    flag: 'smtp-url',
    value: 'URL',
    fallback: undefined,
    help: 'where SNS mail is sent (smtp://host:port); kept in a local mailbox when not given',
  },
  {
    flag: 'permissive-roles',
    value: 'true|false',
    fallback: undefined,
    help: 'let functions run whose role was never created, with full access; true on loopback',
  },
  {
    flag: 'restore-delay-seconds',
    value: 'NUMBER',
    fallback: '5',
    help: 'how long RestoreObject takes',
  },
  {
    flag: 'journal-days',
    value: 'NUMBER',
    fallback: '7',
    help: 'how long the journal keeps what happened; 0 keeps only what is still owed',
  },
  {
    flag: 'journal-events',
    value: 'NUMBER',
    fallback: '1000000',
    help: 'how many events the journal keeps, about 1 kB each; the oldest go first',
  },
  {
    flag: 'in-memory',
    value: undefined,
    fallback: 'false',
    help: 'keep nothing: everything is gone when the server ends; --data-dir is not used',
  },
  {
    flag: 'test-kit',
    value: undefined,
    fallback: 'false',
    help: 'let tests move the time, disturb deliveries and wait until all is settled; on loopback only',
  },
  {
    flag: 'seed',
    value: 'NUMBER',
    fallback: undefined,
    help: 'makes the faults of the test kit repeat',
  },
  {
    flag: 'log-level',
    value: 'LEVEL',
    fallback: 'info',
    help: 'debug, info, warn, error or silent',
  },
  {
    flag: 'log-format',
    value: 'FORMAT',
    fallback: undefined,
    help: 'text or json; text when standard error is a terminal, otherwise one JSON object a line',
  },
];

/** An operator's mistake: what is wrong, and what to do about it. */
export class ConfigError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = 'ConfigError';
    this.hint = hint;
  }
}

const STANDARD_ERROR = 2;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
export const isLoopback = (host: string) =>
  LOOPBACK.has(host) || (isIPv4(host) && host.startsWith('127.'));

/** Throws ConfigError with a hint for everything that cannot be meant. */
export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const given = parseFlags(args);
  const text = (flag: string) =>
    given[flag] ??
    environment[environmentName(flag)] ??
    OPTIONS.find((o) => o.flag === flag)?.fallback;
  const required = (flag: string) => text(flag) as string;

  const host = required('host');
  const config: Config = {
    host,
    port: integer('port', required('port'), 0, 65535),
    // Absolute, because functions run in folders of their own.
    dataDir: resolve(required('data-dir')),
    accessKeyId: required('access-key-id'),
    secretAccessKey: required('secret-access-key'),
    account: matching('account', required('account'), /^\d{12}$/, 'twelve digits'),
    region: matching(
      'region',
      required('region'),
      /^[a-z]{2}(-[a-z]+)+-\d$/,
      'a region such as us-east-1',
    ),
    publicUrl: optional(
      'public-url',
      text('public-url'),
      /^https?:\/\/[^/?#\s]+$/,
      'http://host:port, without a path',
    ),
    smtpUrl: optional('smtp-url', text('smtp-url'), /^smtps?:\/\/.+/, 'smtp://host:port'),
    permissiveRoles: boolean(
      'permissive-roles',
      text('permissive-roles') ?? String(isLoopback(host)),
    ),
    logLevel: oneOf('log-level', required('log-level'), [
      'debug',
      'info',
      'warn',
      'error',
      'silent',
    ]),
    logFormat: oneOf(
      'log-format',
      text('log-format') ?? (isatty(STANDARD_ERROR) ? 'text' : 'json'),
      ['text', 'json'],
    ),
    restoreDelaySeconds: integer(
      'restore-delay-seconds',
      required('restore-delay-seconds'),
      0,
      604800,
    ),
    journalDays: integer('journal-days', required('journal-days'), 0, 3650),
    journalEvents: integer('journal-events', required('journal-events'), 0, 100_000_000),
    inMemory: boolean('in-memory', required('in-memory')),
    testKit: boolean('test-kit', required('test-kit')),
    seed: text('seed') === undefined ? undefined : integer('seed', required('seed'), 0, SEED_MAX),
  };
  if (config.testKit && !isLoopback(host))
    throw new ConfigError(
      `refusing to let everybody who reaches ${host} move the time`,
      'use --test-kit with --host 127.0.0.1',
    );
  if (!isLoopback(host) && config.secretAccessKey === 'test')
    throw new ConfigError(
      `refusing to listen on ${host} with the well-known credentials test/test`,
      'set SPILLWAY_ACCESS_KEY_ID and SPILLWAY_SECRET_ACCESS_KEY to your own, or listen on 127.0.0.1',
    );
  return config;
}

const SEED_MAX = 2 ** 31 - 1;

export const environmentName = (flag: string) =>
  `SPILLWAY_${flag.replaceAll('-', '_').toUpperCase()}`;

function parseFlags(args: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(
    OPTIONS.map(({ flag, value }) => [
      flag,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    return Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, String(value)]));
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ConfigError(message ?? '', 'see `spillway serve --help`');
  }
}

function integer(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new ConfigError(
    `--${flag} is ${JSON.stringify(text)}`,
    `give a whole number from ${min} to ${max}`,
  );
}

function matching(flag: string, text: string, pattern: RegExp, want: string): string {
  if (pattern.test(text)) return text;
  throw new ConfigError(`--${flag} is ${JSON.stringify(text)}`, `give ${want}`);
}

const optional = (flag: string, text: string | undefined, pattern: RegExp, want: string) =>
  text === undefined || text === '' ? undefined : matching(flag, text, pattern, want);

const boolean = (flag: string, text: string) => oneOf(flag, text, ['true', 'false']) === 'true';

function oneOf<Value extends string>(flag: string, text: string, values: readonly Value[]): Value {
  const value = values.find((candidate) => candidate === text);
  if (value !== undefined) return value;
  throw new ConfigError(`--${flag} is ${JSON.stringify(text)}`, `give one of ${values.join(', ')}`);
}
