import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levels, tidy } from '../src/tree/tidy-tree';
import { fleet, numbers, randomTree } from './trees';

const DISTANCES = { siblings: 40, cousins: 56 };
const ROUNDING = 1e-6;

/** Indexes of the nodes of each level, in the order in which a walk through the tree meets them. */
function walkByLevel(parents: Int32Array): number[][] {
  const children: number[][] = Array.from(parents, () => []);
  const roots: number[] = [];
  parents.forEach((parent, node) => (parent < 0 ? roots : children[parent]!).push(node));
  const byLevel: number[][] = [];
  const way = roots.reverse().map((node) => ({ node, level: 0 }));
  for (let next = way.pop(); next; next = way.pop()) {
    (byLevel[next.level] ??= []).push(next.node);
    for (const child of children[next.node]!.slice().reverse()) {
      way.push({ node: child, level: next.level + 1 });
    }
  }
  return byLevel;
}

function assertTidy(parents: Int32Array): void {
  const places = tidy(parents, DISTANCES);
  for (const level of walkByLevel(parents)) {
    for (let i = 1; i < level.length; i++) {
      const [left, right] = [level[i - 1]!, level[i]!];
      const least = parents[left] === parents[right] ? DISTANCES.siblings : DISTANCES.cousins;
      const apart = places[right]! - places[left]!;
      // Roots have no parent, but are neighbours like children of one.
      assert.ok(apart >= least - ROUNDING, `${left} and ${right} are ${apart} apart`);
    }
  }
  const ends = new Map<number, [number, number]>();
  parents.forEach((parent, node) => ends.set(parent, [ends.get(parent)?.[0] ?? node, node]));
  for (const [parent, [first, last]] of ends) {
    if (parent >= 0) {
      assert.ok(Math.abs((places[first]! + places[last]!) / 2 - places[parent]!) < ROUNDING, `${parent} off the middle`);
    }
  }
  assert.equal(parents.length === 0 ? 0 : Math.min(...places), 0);
}

test('neighbours keep their distance and order, parents stand in the middle, in two hundred random trees', () => {
  const next = numbers(7);
  for (let round = 0; round < 200; round++) {
    assertTidy(randomTree(1 + Math.floor(next() * 300), 1 + Math.floor(next() * 40), round));
  }
});

test('a fleet of ten thousand, a chain, a star, a forest and nothing are tidy', () => {
  assertTidy(fleet(10_000));
  assertTidy(Int32Array.from({ length: 20_000 }, (_, i) => i - 1));
  assertTidy(Int32Array.from({ length: 5_000 }, (_, i) => (i === 0 ? -1 : 0)));
  assertTidy(new Int32Array(50).fill(-1));
  assertTidy(new Int32Array(0));
});

test('a small tree is drawn as by hand', () => {
  const places = tidy([-1, 0, 0, 0, 1, 1], { siblings: 1, cousins: 1 });
  assert.deepEqual(Array.from(places), [1.5, 0.5, 1.5, 2.5, 0, 1]);
});

test('a small subtree between two large ones stands in the middle between them', () => {
  // Root 0 with children 1, 2, 3; 1 and 3 have five children each, 2 has none.
  const places = tidy([-1, 0, 0, 0, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3], { siblings: 1, cousins: 1 });
  assert.equal(places[2], (places[1]! + places[3]!) / 2);
});

test('a tree and its mirror are drawn alike where all have two children', () => {
  const binary = Int32Array.from({ length: 1_023 }, (_, i) => (i === 0 ? -1 : Math.floor((i - 1) / 2)));
  const places = tidy(binary, DISTANCES);
  const width = Math.max(...places);
  for (const level of walkByLevel(binary)) {
    level.forEach((node, i) => {
      const mirrored = level[level.length - 1 - i]!;
      assert.ok(Math.abs(places[node]! + places[mirrored]! - width) < ROUNDING);
    });
  }
});

test('levels count from the root', () => {
  assert.deepEqual(Array.from(levels([-1, 0, 1, 0, -1])), [0, 1, 2, 1, 0]);
});
