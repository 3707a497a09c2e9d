// Says nothing of what passes, everything of what fails, and closes with one line.

import { relative } from 'node:path';
import { inspect } from 'node:util';

// biome-ignore lint/style/noDefaultExport: the test runner takes a reporter's default export.
export default async function* reporter(events) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:pass' && isTest(data))
      count[data.skip === undefined ? 'passed' : 'skipped']++;
    if (type === 'test:pass' && data.skip !== undefined)
      yield `skipped: ${place(data)} (${data.skip})\n`;
    if (type === 'test:fail' && isTest(data)) {
      count.failed++;
      const cause = data.details.error?.cause ?? data.details.error;
      yield `FAILED: ${place(data)}\n${indent(inspect(cause, { depth: 6 }))}\n`;
    }
    if (type === 'test:stderr' && process.env.TEST_STDERR) yield data.message;
  }
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  yield `${count.passed} passed, ${count.failed} failed${skipped}\n`;
}

/** Suites and files are counted by what is in them, unless they failed by themselves. */
const isTest = (data) =>
  data.details.type !== 'suite' && !(data.details.error?.failureType === 'subtestsFailed');
const place = (data) => `${data.file ? relative(process.cwd(), data.file) : ''}: ${data.name}`;
const indent = (text) => text.replaceAll(/^/gm, '    ');
