// `npm start`: installs what is missing (which builds), serves every API, provisions the pet-photo
// example and runs its workers and gallery until Ctrl-C. Runs under any Node from 20 on; everything
// it starts runs under the Node that the project installs.
import { join } from 'node:path';
import { install, ROOT, tell } from './install.mjs';
import { readStartOptions, USAGE } from './start/options.mjs';
import { Processes } from './start/processes.mjs';

const options = readOptions();
if (options.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const { node, python } = install({ python: options.python });
// The functions, and pip for their layer, use the Python of the project.
if (options.python) process.env.PATH = `${python}/bin:${process.env.PATH}`;

const processes = new Processes();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    tell('\nEnding ...');
    void processes.end().then(() => process.exit(0));
  });

try {
  tell('Starting the server ...');
  const url = await processes.startServer(join(ROOT, 'bin/spillway'), options.serverArguments);
  const environment = options.applicationEnvironment(url);
  const example = (part) => join(ROOT, 'examples/pet-photos', part, 'main.ts');

  tell('Provisioning the pet-photo example ...');
  await processes.run('provision', node, [example('provision')], environment);
  for (let worker = 1; worker <= options.workers; worker++)
    processes.keep(`worker ${worker}`, node, [example('worker')], environment);
  processes.keep('gallery', node, [example('gallery')], environment);

  process.stdout.write(`
  Gallery   ${options.galleryUrl(url)}
  Console   ${url}/_spillway/
  APIs      ${url}   (AWS_ENDPOINT_URL; keys and region as in the README)

  Ctrl-C ends everything.
`);
  await processes.failed;
} catch (error) {
  if (!processes.ending) {
    process.stderr.write(`${error.message}\n`);
    await processes.end();
    process.exit(1);
  }
}

function readOptions() {
  try {
    return readStartOptions(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}
