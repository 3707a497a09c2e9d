import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compilePattern, explainPattern, matchPattern } from '../../../src/events/pattern/index.ts';
import type { JsonNode } from '../../../src/events/pattern/json-node.ts';
import { readJson } from '../../../src/events/pattern/read-json.ts';

const matches = (expressions: unknown[], value: unknown) =>
  matchPattern(compilePattern(JSON.stringify({ field: expressions })), { field: value });

/** Short texts over few characters, so that they often fit each other. */
const shortText = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'A', 'é'), maxLength: 8 });
const leaf = fc.oneof(
  shortText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

describe('event patterns: properties', () => {
  it('prefix and suffix are those of the string', () => {
    fc.assert(
      fc.property(shortText, shortText, (text, part) => {
        assert.equal(matches([{ prefix: part }], text), text.slice(0, part.length) === part);
        assert.equal(
          matches([{ suffix: part }], text),
          text.slice(text.length - part.length) === part && part.length <= text.length,
        );
      }),
    );
  });

  it('wildcard agrees with trying every split', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '/', '*', '\\*'), { maxLength: 8 });
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 10 });
    fc.assert(
      fc.property(pattern, value, (tokens, text) => {
        fc.pre(!tokens.some((token, at) => token === '*' && tokens[at + 1] === '*'));
        fc.pre(tokens.filter((token) => token === '*').length <= 4);
        assert.equal(matches([{ wildcard: tokens.join('') }], text), everySplit(tokens, text));
      }),
      { numRuns: 1000 },
    );
  });

  it('anything-but is the complement on strings', () => {
    const operand = fc.oneof(
      shortText,
      fc.array(shortText, { minLength: 1, maxLength: 3 }),
      fc.record({ 'equals-ignore-case': shortText }),
      fc.record({ prefix: fc.string({ unit: 'grapheme-ascii', minLength: 1 }) }),
      fc.record({ suffix: fc.constantFrom('a', 'b', 'ab') }),
    );
    fc.assert(
      fc.property(operand, shortText, (excluded, text) => {
        const plain = Array.isArray(excluded) ? excluded : [excluded];
        assert.equal(matches([{ 'anything-but': excluded }], text), !matches(plain, text));
      }),
    );
  });

  it('numeric agrees with the comparison', () => {
    const number = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(number, number, (value, bound) => {
        const compared = {
          '=': value === bound,
          '<': value < bound,
          '<=': value <= bound,
          '>': value > bound,
          '>=': value >= bound,
        };
        for (const [comparison, expected] of Object.entries(compared)) {
          assert.equal(
            matches([{ numeric: [comparison, bound] }], value),
            expected,
            `${value} ${comparison} ${bound}`,
          );
        }
      }),
    );
  });

  it('a value matches itself, alone and in lists, and a list of expressions is an or', () => {
    fc.assert(
      fc.property(leaf, leaf, (value, other) => {
        assert.ok(matches([value], value));
        assert.ok(matches([other, value], [[value]]));
        assert.equal(matches([other], value), other === value);
      }),
    );
  });

  it('the spelling of a path does not matter', () => {
    const segments = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
    const cuts = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(segments, cuts, cuts, shortText, (path, patternCuts, eventCuts, value) => {
        const pattern = compilePattern(JSON.stringify(nest(path, patternCuts, [value])));
        assert.ok(matchPattern(pattern, nest(path, eventCuts, value)));
        assert.ok(!matchPattern(pattern, nest([...path, 'd'], eventCuts, value)));
      }),
    );
  });

  it('an explanation says the same as the match, and names a path', () => {
    const key = fc.constantFrom('a', 'b', 'a.b');
    const event = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    })).object;
    const expression = fc.constantFrom<unknown>(
      'a',
      1,
      null,
      { exists: false },
      { exists: true },
      { prefix: 'a' },
      { 'anything-but': 'b' },
    );
    const pattern = fc.letrec((tie) => ({
      object: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3 }),
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.array(expression, { minLength: 1, maxLength: 2 }),
        tie('object'),
      ),
      top: fc.oneof(
        tie('object'),
        fc.record({ $or: fc.array(tie('object'), { minLength: 1, maxLength: 3 }) }),
      ),
    })).top;
    fc.assert(
      fc.property(pattern, event, (patternJson, eventJson) => {
        const compiled = compilePattern(JSON.stringify(patternJson));
        const explanation = explainPattern(compiled, eventJson);
        assert.equal(explanation.matched, matchPattern(compiled, eventJson));
        if (!explanation.matched) assert.ok(explanation.reason.includes(explanation.path));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        assert.deepEqual(plainValue(readJson(text)), JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', ',', ':', '\\', '-', '0', 'x'),
        (json, at, put) => {
          const cut = at % json.length;
          const text = json.slice(0, cut) + put + json.slice(cut + 1);
          assert.equal(accepts(readJson, text), accepts(JSON.parse, text), text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function everySplit(tokens: readonly string[], text: string): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return text === '';
  if (token !== '*')
    return text.startsWith(token.at(-1) ?? '') && everySplit(rest, text.slice(1)) && text !== '';
  return Array.from({ length: text.length + 1 }, (_, at) => text.slice(at)).some((end) =>
    everySplit(rest, end),
  );
}

/** Puts a value at a path: a true `cut` begins a new object, a false one joins with a dot. */
function nest(path: readonly string[], cuts: readonly boolean[], value: unknown): unknown {
  const keys: string[] = [];
  for (const [at, segment] of path.entries()) {
    if (at > 0 && !cuts[at - 1]) keys.push(`${keys.pop()}.${segment}`);
    else keys.push(segment);
  }
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function plainValue(node: JsonNode): unknown {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
}

function accepts(read: (text: string) => unknown, text: string): boolean {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
}
