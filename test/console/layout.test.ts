import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';

interface Node {
  readonly id: string;
  readonly kind: string;
}
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly bare?: boolean;
}
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Layout {
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, Place>;
  readonly bends: ReadonlyMap<string, readonly Place[]>;
}

// The page's own module, without types.
const { layOut } = (await import(new URL('../../console/map/layout.js', import.meta.url).href)) as {
  layOut(nodes: readonly Node[], edges: readonly Edge[]): Layout;
};

const flows = fc
  .tuple(
    fc.integer({ min: 1, max: 25 }),
    fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 60 }),
  )
  .map(([count, pairs]) => ({
    nodes: Array.from({ length: count }, (_, i) => ({
      id: `n${i}`,
      kind: i % 3 === 1 ? 'rule' : 'queue',
    })),
    // Circles, doubles, and ends that are nowhere, as they come.
    edges: pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
  }));

const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the layout of the map', () => {
  it('leads every line around the places that it passes', () => {
    fc.assert(
      fc.property(flows, ({ nodes, edges }) => {
        const { places, bends } = layOut(nodes, edges);
        for (const bend of [...bends.values()].flat())
          for (const place of places.values()) assert.ok(!overlap(bend, place));
      }),
    );
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, kind: 'queue' }));
    const edges = ['ab', 'bc', 'ac'].map(([from = '', to = '']) => ({ from, to }));
    const { bends } = layOut(nodes, edges);
    assert.deepEqual([bends.get('a > b')?.length, bends.get('a > c')?.length], [0, 1]);
  });

  it('gives every place room of its own, within the drawing', () => {
    fc.assert(
      fc.property(flows, ({ nodes, edges }) => {
        const { places, width, height } = layOut(nodes, edges);
        assert.equal(places.size, nodes.length);
        const all = [...places.values()];
        for (const [i, a] of all.entries()) {
          assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height);
          for (const b of all.slice(i + 1)) assert.ok(!overlap(a, b));
        }
      }),
    );
  });

  it('leads from left to right, where nothing goes in a circle', () => {
    fc.assert(
      fc.property(flows, ({ nodes, edges }) => {
        const number = (id: string) => Number(id.slice(1));
        const known = new Set(nodes.map(({ id }) => id));
        const forward = edges.filter(
          ({ from, to }) => known.has(from) && known.has(to) && number(from) < number(to),
        );
        const { places } = layOut(nodes, forward);
        for (const { from, to } of forward) {
          const [left, right] = [places.get(from), places.get(to)];
          assert.ok(left && right && left.x + left.width < right.x);
        }
      }),
    );
  });

  it('draws the same flow the same way', () => {
    fc.assert(
      fc.property(flows, ({ nodes, edges }) => {
        assert.deepEqual(layOut(nodes, edges), layOut(nodes, edges));
      }),
    );
  });
});
