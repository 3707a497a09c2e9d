import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createWorld } from '../support/world.ts';

/**
 * What boto3 meets at a whole server, as it would at AWS. The scripts hold functions whose names
 * begin with `case_`; one process runs them all.
 */
const FOLDER = import.meta.dirname;
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('_cases.py'));

interface Outcome {
  readonly script: string;
  readonly name: string;
  /** A traceback; null for a case that holds. */
  readonly error: string | null;
}

const world = await createWorld();
after(() => world.close());
const { outcomes, errors } = await run();

it('the scripts run to their end', () => assert.equal(errors, ''));

for (const script of scripts)
  describe(script, () => {
    const cases = outcomes.filter((outcome) => outcome.script === script);
    it('has cases', () => assert.ok(cases.length > 0));
    for (const { name, error } of cases)
      it(name, () => {
        if (error !== null) assert.fail(error);
      });
  });

async function run(): Promise<{ outcomes: Outcome[]; errors: string }> {
  const child = spawn('python3', [join(FOLDER, 'run.py'), ...scripts], {
    env: { ...process.env, ...world.environment, PYTHONDONTWRITEBYTECODE: '1' },
  });
  const [output, errors] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
  ]);
  const lines = output.join('').split('\n').filter(Boolean);
  return { outcomes: lines.map((line) => JSON.parse(line)), errors: errors.join('') };
}
