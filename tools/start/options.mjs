import { availableParallelism } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { ROOT } from '../install.mjs';

export const USAGE = `Usage: npm start -- [OPTION ...]

Serves every AWS API and runs the pet-photo example on it, until Ctrl-C.

  --gallery-port NUMBER   where the gallery listens (the server's port and one more)
  --workers NUMBER        processes that identify breeds (one for each processor, at most 4)
  --python                the functions are the Python ones, and breeds are identified by one of them
  --help

Every other option goes to the server: --port 4566, --data-dir .spillway and what \`spillway serve --help\` lists.
`;

const WORKERS_DEFAULT_MAX = 4;
const WORKERS_MAX = 64;
const PORT_MAX = 65_535;
const VALUES = ['port', 'host', 'data-dir', 'gallery-port', 'workers'];
const SWITCHES = ['python', 'help'];
const OWN = ['gallery-port', 'workers', ...SWITCHES];

/**
 * Reads the options of `npm start`, and throws an Error that tells what is wrong with them; what is
 * not known here is left to the server, which refuses what it does not know either.
 */
export function readStartOptions(args, environment) {
  const { given, others } = split(args);
  const setting = (flag, fallback) =>
    given[flag] ?? environment[`SPILLWAY_${flag.replaceAll('-', '_').toUpperCase()}`] ?? fallback;
  const own = 'gallery-port' in given ? wholeNumber(given, 'gallery-port', PORT_MAX) : undefined;
  const galleryPort = (url) => own ?? Number(new URL(url).port) + 1;
  const dataDir = setting('data-dir', '.spillway');
  const server = Object.entries(given).filter(([flag]) => !OWN.includes(flag));

  return {
    help: given.help === true,
    python: given.python === true,
    workers:
      'workers' in given
        ? wholeNumber(given, 'workers', WORKERS_MAX)
        : Math.min(WORKERS_DEFAULT_MAX, availableParallelism()),
    galleryUrl: (url) => `http://127.0.0.1:${galleryPort(url)}`,
    serverArguments: [
      ...unlessGiven(others, '--log-level', 'warn'),
      // Its log comes through this process, whose terminal it cannot see.
      ...(process.stderr.isTTY ? unlessGiven(others, '--log-format', 'text') : []),
      ...server.flatMap(([flag, value]) => [`--${flag}`, value]),
      ...others,
    ],
    applicationEnvironment: (url) => ({
      ...withoutAws(environment),
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: valueAfter(others, '--access-key-id') ?? setting('access-key-id', 'test'),
      AWS_SECRET_ACCESS_KEY:
        valueAfter(others, '--secret-access-key') ?? setting('secret-access-key', 'test'),
      AWS_REGION: valueAfter(others, '--region') ?? setting('region', 'us-east-1'),
      PET_PHOTOS_PORT: String(galleryPort(url)),
      PET_PHOTOS_DATABASE:
        environment.PET_PHOTOS_DATABASE ??
        join(isAbsolute(dataDir) ? dataDir : join(ROOT, dataDir), 'pet-photos.db'),
      ...(given.python && { PET_PHOTOS_PYTHON: 'true' }),
    }),
  };
}

function split(args) {
  const given = {};
  const others = [];
  for (let i = 0; i < args.length; i++) {
    const [flag, inline] = args[i].replace(/^--/, '').split('=');
    if (SWITCHES.includes(flag)) given[flag] = true;
    else if (VALUES.includes(flag)) given[flag] = inline ?? args[++i];
    else others.push(args[i]);
  }
  return { given, others };
}

function wholeNumber(given, flag, max) {
  const value = Number(given[flag]);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(
    `--${flag} is ${JSON.stringify(given[flag])}: give a whole number from 1 to ${max}`,
  );
}

/** `--flag value` or `--flag=value`, among the options that go to the server. */
function valueAfter(args, flag) {
  const index = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  if (index < 0) return undefined;
  return args[index].includes('=') ? args[index].slice(flag.length + 1) : args[index + 1];
}

const unlessGiven = (args, flag, value) =>
  valueAfter(args, flag) === undefined ? [flag, value] : [];

/** The user's own AWS account must not be meant by accident. */
function withoutAws(environment) {
  const kept = Object.entries(environment).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
