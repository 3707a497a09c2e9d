import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/error.ts';
import {
  compileInput,
  type TargetInput,
  transformInput,
} from '../../../src/events/input-transformer/index.ts';
import { parseJsonPath, valueAt } from '../../../src/events/input-transformer/json-path.ts';

const event = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'order',
  source: 'shop',
  account: '123456789012',
  time: '2024-01-15T10:30:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:s3:::b'],
  detail: {
    command: 'update-account',
    payload: { acc_id: '0a787ecb-4015', sf_id: 'baz' },
    states: ['ACTIVE', 'INACTIVE'],
    open: true,
    count: 3,
    none: null,
    quote: 'a "b"',
    items: [{ name: 'x' }, { name: 'y' }, {}],
  },
};
const context = {
  ruleArn: 'arn:aws:events:us-east-1:123456789012:rule/r',
  ruleName: 'r',
  ingestionTime: '2024-01-15T10:30:01Z',
};

const transform = (target: Omit<TargetInput, 'Id'>) =>
  transformInput(compileInput({ Id: 't', ...target }), event, context);

describe('target input', () => {
  it('is the event when nothing is asked', () => {
    assert.deepEqual(transform({}), { body: JSON.stringify(event) });
  });

  it('is the constant of Input, as it was written', () => {
    assert.deepEqual(transform({ Input: '{ "a": 1 }' }), { body: '{ "a": 1 }' });
    assert.deepEqual(transform({ Input: '"text"' }), { body: '"text"' });
  });

  const paths: [path: string, body: string | undefined][] = [
    ['$', JSON.stringify(event)],
    ['$.detail.payload', '{"acc_id":"0a787ecb-4015","sf_id":"baz"}'],
    ['$.detail.payload.sf_id', '"baz"'],
    ['$.detail-type', '"order"'],
    ["$['detail']['payload']['sf_id']", '"baz"'],
    ['$["detail-type"]', '"order"'],
    ['$.resources[0]', '"arn:aws:s3:::b"'],
    ['$.resources[1]', undefined],
    ['$.detail.items[*].name', '["x","y"]'],
    ['$.detail.items[0].*', '["x"]'],
    ['$.detail.open', 'true'],
    ['$.detail.none', 'null'],
    ['$.detail.missing', undefined],
    ['$.detail.missing[*]', undefined],
    ['$.detail.command.length', undefined],
    ['$.detail.states.length', undefined],
    ['$.detail.constructor', undefined],
    ['$.detail[0]', undefined],
  ];
  for (const [path, body] of paths) {
    it(`InputPath ${path} gives ${body === undefined ? 'no delivery' : 'the value as JSON'}`, () => {
      const input = transform({ InputPath: path });
      assert.equal(input.body, body);
      if (input.body === undefined) assert.match(input.reason, /nothing at InputPath/);
    });
  }
});

describe('input transformer', () => {
  const map = {
    type: '$.detail-type',
    command: '$.detail.command',
    payload: '$.detail.payload',
    states: '$.detail.states',
    open: '$.detail.open',
    count: '$.detail.count',
    none: '$.detail.none',
    quote: '$.detail.quote',
    missing: '$.detail.missing',
    names: '$.detail.items[*].name',
  };
  const templates: [template: string, body: string | undefined][] = [
    ['"Event of <type>, from <command>"', '"Event of order, from update-account"'],
    ['"Event of <type>, from <missing>"', '"Event of order, from "'],
    ['"{[/Check <type>"', '"{[/Check order"'],
    [
      '"<payload> <states> <open> <count>"',
      '"{acc_id:0a787ecb-4015,sf_id:baz} [ACTIVE,INACTIVE] true 3"',
    ],
    ['"first <type>"\n"second <count>"', '"first order"\n"second 3"'],
    ['"said \\"<type>\\""', '"said \\"order\\""'],
    ['"<quote>"', '"a "b""'],
    [
      '{"a":<command>,"b":<payload>,"c":<states>}',
      '{"a":"update-account","b":{"acc_id":"0a787ecb-4015","sf_id":"baz"},"c":["ACTIVE","INACTIVE"]}',
    ],
    ['{"a":<open>,"b":<count>,"c":<none>,"d":<missing>}', '{"a":true,"b":3,"c":null,"d":""}'],
    [
      '{"a":"<command>, <count> and <open>","b":"<missing>"}',
      '{"a":"update-account, 3 and true","b":""}',
    ],
    ['{"a":"said \\"<type>\\" <count>","b":<quote>}', '{"a":"said \\"order\\" 3","b":"a \\"b\\""}'],
    ['{"a": [9, <type>, true]}', '{"a": [9, "order", true]}'],
    ['{"a":"<states>"}', undefined],
    ['{"a":"<quote>"}', undefined],
    ['<payload>', '{"acc_id":"0a787ecb-4015","sf_id":"baz"}'],
    ['{"names":<names>}', '{"names":["x","y"]}'],
    ['Event of <type>', undefined],
    ['"Event of <type>', undefined],
    ['"a < b <not a name> <>"', '"a < b <not a name> <>"'],
    [
      '"<aws.events.rule-arn> <aws.events.rule-name> <aws.events.event.ingestion-time>"',
      `"${context.ruleArn} r ${context.ingestionTime}"`,
    ],
    [
      '{"rule":<aws.events.rule-name>,"all":<aws.events.event.json>}',
      `{"rule":"r","all":${JSON.stringify(event)}}`,
    ],
    [
      '{"event":<aws.events.event>}',
      '{"event":{"id":"7bf73129-1428-4cd3-a780-95db273d1602","account":"123456789012","detailType":"order","time":"2024-01-15T10:30:00Z","source":"shop","region":"us-east-1","resources":["arn:aws:s3:::b"],"version":"0"}}',
    ],
  ];
  for (const [template, body] of templates) {
    it(`${JSON.stringify(template)} ${body === undefined ? 'is not delivered' : 'is filled in'}`, () => {
      const input = transform({
        InputTransformer: { InputPathsMap: map, InputTemplate: template },
      });
      assert.equal(input.body, body);
      if (input.body === undefined) assert.match(input.reason, /InputTemplate/);
    });
  }

  it('fills any JSON value into a JSON template unharmed', () => {
    const input = compileInput({
      Id: 't',
      InputTransformer: {
        InputPathsMap: { v: '$.detail.v' },
        InputTemplate: '{"v": <v>, "w": "x"}',
      },
    });
    fc.assert(
      fc.property(fc.jsonValue(), (v) => {
        const { body = '' } = transformInput(input, { detail: { v } }, context);
        assert.deepEqual(JSON.parse(body), JSON.parse(JSON.stringify({ v, w: 'x' })));
      }),
    );
  });
});

describe('target input that is refused', () => {
  const transformer = (InputTemplate: string, InputPathsMap: Record<string, string> = {}) => ({
    InputTransformer: { InputTemplate, InputPathsMap },
  });
  const cases: [name: string, target: Omit<TargetInput, 'Id'>, message: string][] = [
    [
      'two ways at once',
      { Input: '{}', InputPath: '$' },
      'Only one of Input, InputPath, or InputTransformer must be provided for target t.',
    ],
    [
      'InputPath and InputTransformer',
      { InputPath: '$', ...transformer('"x"') },
      'Only one of Input, InputPath, or InputTransformer must be provided for target t.',
    ],
    [
      'an unknown placeholder',
      transformer('"<type> <notdefinedkey>"', { type: '$.detail-type' }),
      'InputTemplate for target t contains invalid placeholder notdefinedkey.',
    ],
    [
      'an unknown predefined variable',
      transformer('"<aws.events.event.id>"'),
      'InputTemplate for target t contains invalid placeholder aws.events.event.id.',
    ],
    ['Input that is not JSON', { Input: 'text' }, 'JSON syntax error in input for target t.'],
    ['a path without $', { InputPath: 'detail' }, 'InputPath for target t is invalid.'],
    ['a filter in a path', { InputPath: '$.a[?(@.b)]' }, 'InputPath for target t is invalid.'],
    ['descent in a path', { InputPath: '$..a' }, 'InputPath for target t is invalid.'],
    ['an open bracket', { InputPath: '$.a[0' }, 'InputPath for target t is invalid.'],
    [
      'a bad path in the map',
      transformer('"x"', { a: '$.[' }),
      'InputPathsMap for target t contains invalid JSON path $.[.',
    ],
    [
      'a reserved name in the map',
      transformer('"x"', { 'aws.events.x': '$.a' }),
      'InputPathsMap for target t contains invalid key aws.events.x.',
    ],
    [
      'too many variables',
      transformer(
        '"x"',
        Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`v${at}`, '$'])),
      ),
      'InputPathsMap for target t can have at most 100 entries.',
    ],
  ];
  for (const [name, target, message] of cases) {
    it(name, () => {
      assert.throws(
        () => compileInput({ Id: 't', ...target }),
        (error) =>
          error instanceof AwsError &&
          error.code === 'ValidationException' &&
          error.message === message,
      );
    });
  }
});

describe('JSON paths', () => {
  it('finds what was put at a path', () => {
    const key = fc.string({
      unit: fc.constantFrom('a', 'b', '-', '_', '1', ' '),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 5 }), fc.jsonValue(), (keys, value) => {
        const holder = keys.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
        const path = parseJsonPath(`$${keys.map((name) => `['${name}']`).join('')}`);
        assert.deepEqual(path && valueAt(path, holder), value);
      }),
    );
  });
});
