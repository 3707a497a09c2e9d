import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createCounter,
  createHistogram,
  renderGauge,
  renderMetrics,
} from '../../src/lib/metrics.ts';

const rendered = (name: string) => renderMetrics().get(name);

describe('metrics', () => {
  it('count by labels', () => {
    const cats = createCounter({ name: 'cats_total', help: 'Cats.', labels: ['color', 'mood'] });
    cats.add(1, 'black', 'good');
    cats.add(2, 'black', 'good');
    cats.add(1, 'grey', 'so "so"\n\\');
    assert.equal(
      rendered('cats_total'),
      '# HELP cats_total Cats.\n# TYPE cats_total counter\n' +
        'cats_total{color="black",mood="good"} 3\n' +
        'cats_total{color="grey",mood="so \\"so\\"\\n\\\\"} 1\n',
    );
  });

  it('put values into buckets that add up', () => {
    const naps = createHistogram({ name: 'naps', help: 'Hours.', labels: [], bounds: [1, 5] });
    for (const hours of [0.5, 1, 3, 20]) naps.observe(hours);
    assert.equal(
      rendered('naps'),
      '# HELP naps Hours.\n# TYPE naps histogram\n' +
        'naps_bucket{le="1"} 2\nnaps_bucket{le="5"} 3\nnaps_bucket{le="+Inf"} 4\n' +
        'naps_sum 24.5\nnaps_count 4\n',
    );
  });

  it('keep their labels when they have buckets', () => {
    const naps = createHistogram({
      name: 'dog_naps',
      help: 'Hours.',
      labels: ['dog'],
      bounds: [1],
    });
    naps.observe(2, 'rex');
    assert.match(rendered('dog_naps') ?? '', /dog_naps_bucket\{dog="rex",le="1"\} 0\n/);
    assert.match(rendered('dog_naps') ?? '', /dog_naps_count\{dog="rex"\} 1\n/);
  });

  it('do not grow without end', () => {
    const names = createCounter({ name: 'names_total', help: 'Names.', labels: ['name'] });
    for (let i = 0; i < 3000; i++) names.add(1, `name ${i}`);
    const lines = (rendered('names_total') ?? '').split('\n');
    assert.equal(lines.length, 2 + 1001 + 1);
    assert.ok(lines.includes('names_total{name="other"} 2000'));
  });

  it('show what is known only now', () => {
    assert.equal(
      renderGauge({ name: 'mice', help: 'Mice.', labels: ['hole'] }, [[['left'], 3]]),
      '# HELP mice Mice.\n# TYPE mice gauge\nmice{hole="left"} 3\n',
    );
  });
});
