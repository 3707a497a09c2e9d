import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/error.ts';
import { nextFire, parseSchedule } from '../../../src/events/schedule/index.ts';

/** The next `count` times after `after`, as ISO 8601 to the minute. */
function fires(expression: string, after: string, count: number): string[] {
  const schedule = parseSchedule(expression);
  const times: string[] = [];
  let time: number | undefined = Date.parse(after);
  while (times.length < count) {
    time = nextFire(schedule, time);
    if (time === undefined) break;
    times.push(new Date(time).toISOString().replace(/:00\.000Z$/, 'Z'));
  }
  return times;
}

describe('schedules', () => {
  const cases: [expression: string, after: string, times: string[]][] = [
    ['rate(1 minute)', '2024-01-15T10:30:00Z', ['2024-01-15T10:31Z', '2024-01-15T10:32Z']],
    ['rate(5 minutes)', '2024-01-15T10:30:00Z', ['2024-01-15T10:35Z', '2024-01-15T10:40Z']],
    ['rate(1 hour)', '2024-01-15T10:30:00Z', ['2024-01-15T11:30Z', '2024-01-15T12:30Z']],
    ['rate(7 days)', '2024-02-26T00:00:00Z', ['2024-03-04T00:00Z', '2024-03-11T00:00Z']],
    ['cron(0 12 * * ? *)', '2024-01-15T10:30:00Z', ['2024-01-15T12:00Z', '2024-01-16T12:00Z']],
    ['cron(0 12 * * ? *)', '2024-01-15T12:00:00Z', ['2024-01-16T12:00Z']],
    ['cron(0 12 * * ? *)', '2024-01-15T11:59:59.999Z', ['2024-01-15T12:00Z']],
    ['cron(5,35 14 * * ? *)', '2024-01-15T14:05:00Z', ['2024-01-15T14:35Z', '2024-01-16T14:05Z']],
    ['cron(0 2 ? * SAT *)', '2024-01-15T10:30:00Z', ['2024-01-20T02:00Z', '2024-01-27T02:00Z']],
    ['cron(0 2 ? * 7 *)', '2024-01-15T10:30:00Z', ['2024-01-20T02:00Z']],
    ['cron(0 2 ? * 1 *)', '2024-01-15T10:30:00Z', ['2024-01-21T02:00Z']],
    ['cron(0 2 ? * L *)', '2024-01-15T10:30:00Z', ['2024-01-20T02:00Z', '2024-01-27T02:00Z']],
    [
      'cron(15 10 ? * 6L 2002-2005)',
      '2002-01-01T00:00:00Z',
      ['2002-01-25T10:15Z', '2002-02-22T10:15Z', '2002-03-29T10:15Z'],
    ],
    ['cron(15 10 ? * 6L 2002-2005)', '2005-12-30T10:15:00Z', []],
    ['cron(0 2 ? * SAT#3 *)', '2024-01-01T00:00:00Z', ['2024-01-20T02:00Z', '2024-02-17T02:00Z']],
    ['cron(0 0 ? * 5#5 *)', '2024-01-01T00:00:00Z', ['2024-02-29T00:00Z', '2024-05-30T00:00Z']],
    [
      'cron(0/5 5 ? JAN 1-5 2022)',
      '2022-01-01T00:00:00Z',
      ['2022-01-02T05:00Z', '2022-01-02T05:05Z'],
    ],
    [
      'cron(0/5 8-17 ? * MON-FRI *)',
      '2024-01-19T17:50:00Z',
      ['2024-01-19T17:55Z', '2024-01-22T08:00Z'],
    ],
    [
      'cron(0 18 ? * FRI-MON *)',
      '2024-01-18T00:00:00Z',
      [
        '2024-01-19T18:00Z',
        '2024-01-20T18:00Z',
        '2024-01-21T18:00Z',
        '2024-01-22T18:00Z',
        '2024-01-26T18:00Z',
      ],
    ],
    [
      'cron(0 22-1 * * ? *)',
      '2024-01-15T21:30:00Z',
      [
        '2024-01-15T22:00Z',
        '2024-01-15T23:00Z',
        '2024-01-16T00:00Z',
        '2024-01-16T01:00Z',
        '2024-01-16T22:00Z',
      ],
    ],
    ['cron(0 8 1 * ? *)', '2024-01-15T00:00:00Z', ['2024-02-01T08:00Z', '2024-03-01T08:00Z']],
    [
      'cron(0 0 L * ? *)',
      '2024-01-15T00:00:00Z',
      ['2024-01-31T00:00Z', '2024-02-29T00:00Z', '2024-03-31T00:00Z'],
    ],
    ['cron(0 0 31 * ? *)', '2024-01-31T00:00:00Z', ['2024-03-31T00:00Z', '2024-05-31T00:00Z']],
    ['cron(0 0 15W * ? *)', '2026-01-15T00:00:00Z', ['2026-02-16T00:00Z', '2026-03-16T00:00Z']],
    ['cron(0 0 1W * ? *)', '2026-07-15T00:00:00Z', ['2026-08-03T00:00Z', '2026-09-01T00:00Z']],
    ['cron(0 0 29 2 ? *)', '2024-03-01T00:00:00Z', ['2028-02-29T00:00Z']],
    ['cron(0 0 30 2 ? *)', '2024-01-01T00:00:00Z', []],
    ['cron(0 0 1 JAN,jul ? *)', '2024-01-15T00:00:00Z', ['2024-07-01T00:00Z', '2025-01-01T00:00Z']],
    [
      'cron(10-20/5 0 1 1 ? 2199)',
      '2024-01-15T00:00:00Z',
      ['2199-01-01T00:10Z', '2199-01-01T00:15Z', '2199-01-01T00:20Z'],
    ],
    ['cron(0 0 1 1 ? 2020/4)', '2024-01-15T00:00:00Z', ['2028-01-01T00:00Z', '2032-01-01T00:00Z']],
    ['cron(0 0 * * ? *)', '2024-03-30T12:00:00Z', ['2024-03-31T00:00Z', '2024-04-01T00:00Z']],
  ];
  for (const [expression, after, times] of cases) {
    it(`${expression} after ${after}`, () => {
      assert.deepEqual(fires(expression, after, Math.max(times.length, 1)), times);
    });
  }

  it('fire at the first minute that fits, minute by minute', () => {
    const minutes = fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 3 });
    const hours = fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 3 });
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 });
    const after = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minutes, hours, days, after, (minute, hour, day, start) => {
        const fits = (time: Date) =>
          minute.includes(time.getUTCMinutes()) &&
          hour.includes(time.getUTCHours()) &&
          day.includes(time.getUTCDay() + 1);
        let expected = Math.floor(start.getTime() / 60_000 + 1) * 60_000;
        while (!fits(new Date(expected))) expected += 60_000;
        const schedule = parseSchedule(`cron(${minute.join()} ${hour.join()} ? * ${day.join()} *)`);
        assert.equal(nextFire(schedule, start.getTime()), expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('schedules that are refused', () => {
  const expressions = [
    '',
    'every minute',
    'rate(10 seconds)',
    'rate(10 years)',
    'rate(1 minutes)',
    'rate(1 hours)',
    'rate(1 days)',
    'rate(10 minute)',
    'rate(10 hour)',
    'rate(10 day)',
    'rate()',
    'rate(10)',
    'rate(10 minutess)',
    'rate(foo minutes)',
    'rate(0 minutes)',
    'rate(-10 minutes)',
    'rate(1.5 hours)',
    'rate(10 MINUTES)',
    'rate( 10 minutes )',
    ' rate(10 minutes)',
    'rate(10  minutes)',
    'rate(9999999999999 days)',
    'at(2024-01-15T10:30:00)',
    'cron(0 1 * * * *)',
    'cron(0 1 ? * ? *)',
    'cron(7 20 * * NOT *)',
    'cron(INVALID)',
    'cron(0 dummy ? * MON-FRI *)',
    'cron(71 8 1 * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 0 0 * ? *)',
    'cron(0 0 32 * ? *)',
    'cron(0 0 * 13 ? *)',
    'cron(0 0 * FOO ? *)',
    'cron(0 0 ? * 0 *)',
    'cron(0 0 ? * 8 *)',
    'cron(0 0 ? * SAT#6 *)',
    'cron(0 0 ? * SAT#0 *)',
    'cron(0 0 ? * SAT#3,SUN#1 *)',
    'cron(0 0 32W * ? *)',
    'cron(0 0 L,15 * ? *)',
    'cron(0 0 * * ? 1969)',
    'cron(0 0 * * ? 2200)',
    'cron(0 0 * * ? 2030-2020)',
    'cron(0/0 0 * * ? *)',
    'cron(/5 0 * * ? *)',
    'cron(1, 0 * * ? *)',
    'cron(1- 0 * * ? *)',
    'cron(*-5 0 * * ? *)',
    'cron(? 0 * * ? *)',
    'cron(0 0 * * ?)',
    'cron(0 0 0 * * ? *)',
    'cron(0 12 * * ? * )',
    'cron(0  12 * * ? *)',
    'CRON(0 12 * * ? *)',
    `cron(${'0,'.repeat(130)}0 12 * * ? *)`,
  ];
  for (const expression of expressions) {
    it(expression.slice(0, 60) || 'the empty text', () => {
      assert.throws(
        () => parseSchedule(expression),
        (error) =>
          error instanceof AwsError &&
          error.code === 'ValidationException' &&
          error.message === 'Parameter ScheduleExpression is not valid.',
      );
    });
  }
});
