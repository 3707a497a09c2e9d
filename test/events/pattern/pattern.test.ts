import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/error.ts';
import { compilePattern, explainPattern, matchPattern } from '../../../src/events/pattern/index.ts';

interface Cases {
  matches: { name: string; pattern: object | string; event: object | string; matches: boolean }[];
  /** `column` is where AWS says that its reader stood; without it AWS names no place. */
  refused: { name: string; text: string; reason: string; column?: number; twice?: boolean }[];
}

const cases: Cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

/** Cases give JSON as such, or as text where the spelling matters. */
const textOf = (json: object | string) => (typeof json === 'string' ? json : JSON.stringify(json));

describe('event patterns: what matches', () => {
  for (const { name, pattern, event, matches } of cases.matches) {
    it(`${name}: ${matches ? 'matches' : 'does not match'}`, () => {
      const compiled = compilePattern(textOf(pattern));
      const parsed = JSON.parse(textOf(event));
      assert.equal(matchPattern(compiled, parsed), matches);
      assert.equal(explainPattern(compiled, parsed).matched, matches);
    });
  }
});

describe('event patterns: what is refused', () => {
  for (const { name, text, reason, column, twice } of cases.refused) {
    it(name, () => {
      const error = refusal(text);
      assert.equal(error.code, 'InvalidEventPatternException');
      assert.equal(error.status, 400);
      const line = text.includes('\n') ? undefined : 1;
      const place = column
        ? `\n at [Source: (String)"${text}"; line: ${line}, column: ${column}]`
        : '';
      const expected = `Event pattern is not valid. Reason: ${reason}${place}${twice ? place : ''}`;
      if (line === undefined) assert.equal(error.message.split('\n at ')[0], expected);
      else assert.equal(error.message, expected);
    });
  }

  it('counts lines and columns from one', () => {
    assert.match(refusal('{\n  "a": 1\n}').message, /line: 2, column: 9\]$/);
  });

  it('cuts the text that it quotes at 500 characters', () => {
    const text = `{"a": "${'x'.repeat(600)}"}`;
    const { message } = refusal(text);
    assert.ok(
      message.includes(
        `(String)"${text.slice(0, 500)}"[truncated ${text.length - 500} chars]; line: 1`,
      ),
    );
  });

  it('allows 4096 characters and no more', () => {
    const pattern = (length: number) => `{"a":["${'x'.repeat(length - 10)}"]}`;
    assert.ok(matchPattern(compilePattern(pattern(4096)), { a: 'x'.repeat(4086) }));
    assert.equal(refusal(pattern(4097)).code, 'ValidationException');
  });

  it('allows 1000 combinations of $or and no more', () => {
    const or = (name: string, count: number) =>
      `"$or":[${Array.from({ length: count }, (_, at) => `{"${name}":[${at}]}`).join()}]`;
    const nested = (a: number, b: number, c: number) =>
      `{${or('a', a)},"b":{${or('b', b)}},"c":{${or('c', c)}}}`;
    assert.doesNotThrow(() => compilePattern(nested(10, 10, 10)));
    assert.match(refusal(nested(10, 10, 11)).message, /Rule is too complex/);
  });

  it('refuses nesting that would exhaust the stack', () => {
    assert.match(refusal('{"a":'.repeat(800)).message, /Unexpected end-of-input/);
    assert.match(refusal(`{"a":${'['.repeat(1200)}`).message, /nesting depth \(1001\)/);
  });
});

function refusal(text: string): AwsError {
  try {
    compilePattern(text);
  } catch (error) {
    assert.ok(error instanceof AwsError);
    return error;
  }
  assert.fail('the pattern was accepted');
}
