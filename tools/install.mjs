// Installs what a fresh clone lacks: the npm packages, and for the tests the Python clients. Plain Node 20, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PYTHON_LIST = 'test/requirements.txt';
const PYTHON_MARK = '.venv/.spillway-installed';

/** Answers where the project's own Node is, and the virtual environment of the Python clients. */
export function install({ python = false } = {}) {
  const node = join(ROOT, 'node_modules/node/bin/node');
  if (packagesAreStale() || !existsSync(node)) {
    tell('Installing npm packages, once: half a minute or so ...');
    // Warnings are of the machine's own Node, which only starts the one that is installed here.
    // onnxruntime-node would download a GPU build that nothing here uses.
    runOrExit('npm', ['ci', '--loglevel=error'], {
      ...process.env,
      ONNXRUNTIME_NODE_INSTALL: 'skip',
    });
  }
  const environment = join(ROOT, '.venv');
  if (python && stale(PYTHON_MARK, PYTHON_LIST)) {
    tell('Installing the Python clients, once ...');
    runOrExit('python3', ['-m', 'venv', '--clear', environment], process.env);
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      PYTHON_LIST,
    ];
    runOrExit(join(environment, 'bin/python3'), pip, process.env);
    writeFileSync(join(ROOT, PYTHON_MARK), readFileSync(join(ROOT, PYTHON_LIST)));
  }
  return { node, python: environment };
}

/** What takes its time is announced. */
export const tell = (text) => process.stderr.write(`${text}\n`);

/** An install is marked with what it was made from, so that a changed list installs again. */
function stale(markFile, listFile) {
  const path = join(ROOT, markFile);
  return (
    !existsSync(path) || readFileSync(path, 'utf8') !== readFileSync(join(ROOT, listFile), 'utf8')
  );
}

/** npm writes down when it is done, whoever called it. */
function packagesAreStale() {
  const done = join(ROOT, 'node_modules/.package-lock.json');
  return (
    !existsSync(done) || statSync(join(ROOT, 'package-lock.json')).mtimeMs > statSync(done).mtimeMs
  );
}

/** Runs a command in the project's folder and ends this process with its status when that is not 0. */
export function runOrExit(command, args, env) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env, stdio: 'inherit' });
  if (error) {
    tell(error.code === 'ENOENT' ? `${command} is needed, and is not installed` : String(error));
    process.exit(127);
  }
  if (status !== 0) process.exit(status ?? 1);
}
