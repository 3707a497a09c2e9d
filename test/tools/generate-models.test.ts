import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateModels, MODELS } from '../../tools/generate-models.ts';

for (const [service, text] of generateModels()) {
  test(`the ${service} model is what npm run generate writes`, () => {
    assert.equal(readFileSync(new URL(`${service}.ts`, MODELS), 'utf8'), text);
  });
}
