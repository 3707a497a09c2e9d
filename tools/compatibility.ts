import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../src/gateway/endpoints.ts';
import { services } from '../src/services/index.ts';

/**
 * `npm run compatibility` writes docs/compatibility.md: every operation that AWS has in the services offered here, whether it is offered, whether a
 * test calls it, and every deviation that the sources own up to. `--check` fails when the page is not what it would be.
 */
const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/compatibility.md');

const TITLES: Readonly<Record<string, string>> = {
  s3: 'S3',
  sqs: 'SQS',
  sns: 'SNS',
  eventbridge: 'EventBridge',
  lambda: 'Lambda',
  iam: 'IAM',
  sts: 'STS',
  rekognition: 'Rekognition',
  'cloudwatch-logs': 'CloudWatch Logs',
};

const read = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .sort()
    .map((file) => ({
      file: `${folder}/${file}`,
      text: readFileSync(join(ROOT, folder, file), 'utf8'),
    }));

const tests = read('test', '.ts')
  .map(({ text }) => text)
  .join('\n');

/** A test calls an operation through the SDK (`PutObjectCommand`, `s3.putObject(`) or by its name. */
function isTested(operation: string): boolean {
  const method = operation[0]?.toLowerCase() + operation.slice(1);
  return new RegExp(`\\b${operation}Command\\b|['"]${operation}['"]|\\.${method}\\(`).test(tests);
}

function tableOf({ service, model }: (typeof endpoints)[number]): string {
  const handlers = services.find(({ name }) => name === service)?.handlers ?? {};
  const isOffered = (name: string) => typeof handlers[name] === 'function';
  const names = Object.keys(model.allOperations).sort();
  const offered = names.filter(isOffered);
  const missing = names.filter((name) => !isOffered(name));
  const rows = offered.map((name) => `| ${name} | ${isTested(name) ? 'yes' : 'no'} |`);
  return [
    `## ${TITLES[service] ?? service}`,
    '',
    `${offered.length} of ${names.length} operations.`,
    '',
    '| offered | tested |',
    '|---|---|',
    ...rows,
    '',
    ...(missing.length > 0 ? [`Refused with AWS's error: ${missing.join(', ')}.`, ''] : []),
  ].join('\n');
}

/** The sentences after each `Deviation from AWS:`, up to the end of their paragraph. */
function deviations(): string {
  const found = read('src', '.ts').flatMap(({ file, text }) =>
    [
      ...text.matchAll(
        /Deviation from AWS: ([\s\S]*?)(?=\n\s*(?:\*\/|\*?\s*\n|(?!\s*(?:\*|\/\/))))/g,
      ),
    ].map(
      ([, sentence = '']) =>
        `- ${sentence
          .replaceAll(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ')
          .replace(/\s*\*\/\s*$/, '')
          .trim()} (\`${file}\`)`,
    ),
  );
  return [
    '## Deviations',
    '',
    'Where Spillway knowingly behaves otherwise than AWS.',
    '',
    ...found,
    '',
  ].join('\n');
}

const page = `# Compatibility

Written by \`npm run compatibility\` from the models, the tables of the services and the tests. Everything that is not offered is
refused with the error that AWS has for it; nothing is accepted and ignored.

${endpoints.map(tableOf).join('\n')}
${deviations()}`;

if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== page) {
    process.stderr.write('docs/compatibility.md is out of date; run `npm run compatibility`\n');
    process.exitCode = 1;
  }
} else writeFileSync(PAGE, page);
