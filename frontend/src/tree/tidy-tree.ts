/**
 * Tidy drawing of a rooted tree in linear time: the algorithm of Reingold and Tilford for any number
 * of children, as made linear by Buchheim, Jünger and Leipert (Graph Drawing 2002). Without recursion,
 * so that a chain of any length can be drawn.
 *
 * Levels are not placed here: how far a node is from its root is its level times a distance.
 */
export interface Distances {
  /** Between the middles of two nodes of one parent. */
  readonly siblings: number;
  /** Between the middles of two neighbours of different parents; not less than that of siblings. */
  readonly cousins: number;
}

const NONE = -1;

/**
 * Where each node stands across its level. Every parent stands in the middle of its first and last
 * child, children stand in their order, and neighbours on one level keep their distance.
 *
 * @param parents for each node the index of its parent, -1 for a root; a parent stands before its
 *     children, and the order of children is the order of their indexes
 * @returns one number for each node, the smallest being 0
 */
export function tidy(parents: ArrayLike<number>, distances: Distances): Float64Array {
  return new Drawing(parents, distances).places();
}

/** The level of each node, 0 for roots. */
export function levels(parents: ArrayLike<number>): Int32Array {
  const level = new Int32Array(parents.length);
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i] ?? NONE;
    level[i] = parent < 0 ? 0 : at(level, parent) + 1;
  }
  return level;
}

function at(array: Int32Array | Float64Array, index: number): number {
  return array[index] as number;
}

class Drawing {
  private readonly size: number;
  /** Node `size` stands above all roots, so that a forest is a tree. */
  private readonly parent: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  /** Place relative to the parent's own sum of moves. */
  private readonly prelim: Float64Array;
  /** How far all that is below a node is moved. */
  private readonly move: Float64Array;
  private readonly middle: Float64Array;
  /** Moves that are still to be spread over the siblings on the left. */
  private readonly shift: Float64Array;
  private readonly change: Float64Array;
  /** From the last node of a subtree's outline on to where it goes on below. */
  private readonly thread: Int32Array;
  private readonly ancestor: Int32Array;
  private readonly number: Int32Array;

  constructor(
    parents: ArrayLike<number>,
    private readonly distances: Distances,
  ) {
    const size = parents.length;
    this.size = size;
    this.parent = new Int32Array(size + 1).fill(NONE);
    this.first = new Int32Array(size + 1).fill(NONE);
    this.last = new Int32Array(size + 1).fill(NONE);
    this.left = new Int32Array(size + 1).fill(NONE);
    this.right = new Int32Array(size + 1).fill(NONE);
    this.thread = new Int32Array(size + 1).fill(NONE);
    this.ancestor = new Int32Array(size + 1);
    this.number = new Int32Array(size + 1);
    this.prelim = new Float64Array(size + 1);
    this.move = new Float64Array(size + 1);
    this.middle = new Float64Array(size + 1);
    this.shift = new Float64Array(size + 1);
    this.change = new Float64Array(size + 1);
    for (let node = 0; node < size; node++) {
      this.hang(node, parents[node] ?? NONE);
    }
  }

  private hang(node: number, under: number): void {
    const parent = under < 0 ? this.size : under;
    const before = at(this.last, parent);
    this.parent[node] = parent;
    this.ancestor[node] = node;
    this.left[node] = before;
    this.last[parent] = node;
    if (before === NONE) {
      this.first[parent] = node;
    } else {
      this.right[before] = node;
      this.number[node] = at(this.number, before) + 1;
    }
  }

  places(): Float64Array {
    for (let node = this.size - 1; node >= 0; node--) {
      this.placeChildren(node);
    }
    this.placeChildren(this.size);
    return this.summed();
  }

  /** What hangs below each child is already placed relative to it. */
  private placeChildren(parent: number): void {
    const first = at(this.first, parent);
    if (first === NONE) {
      return;
    }
    let defaultAncestor = first;
    for (let child = first; child !== NONE; child = at(this.right, child)) {
      const left = at(this.left, child);
      if (left === NONE) {
        this.prelim[child] = at(this.middle, child);
      } else {
        this.prelim[child] = at(this.prelim, left) + this.distances.siblings;
        this.move[child] = at(this.prelim, child) - at(this.middle, child);
        defaultAncestor = this.keepApart(child, left, defaultAncestor);
      }
    }
    this.spread(parent);
    this.middle[parent] = (at(this.prelim, first) + at(this.prelim, at(this.last, parent))) / 2;
  }

  /** Walks down the outlines of a child's subtree and of all on its left, and moves it off them. */
  private keepApart(child: number, left: number, defaultAncestor: number): number {
    let innerRight = child;
    let outerRight = child;
    let innerLeft = left;
    let outerLeft = at(this.first, at(this.parent, child));
    let sumInnerRight = at(this.move, innerRight);
    let sumOuterRight = sumInnerRight;
    let sumInnerLeft = at(this.move, innerLeft);
    let sumOuterLeft = at(this.move, outerLeft);
    let nextLeft = this.lower(innerLeft, this.last);
    let nextRight = this.lower(innerRight, this.first);
    while (nextLeft !== NONE && nextRight !== NONE) {
      innerLeft = nextLeft;
      innerRight = nextRight;
      outerLeft = this.lower(outerLeft, this.first);
      outerRight = this.lower(outerRight, this.last);
      this.ancestor[outerRight] = child;
      const rightPlace = at(this.prelim, innerRight) + sumInnerRight;
      const gap = at(this.prelim, innerLeft) + sumInnerLeft - rightPlace + this.distances.cousins;
      if (gap > 0) {
        this.moveSubtree(this.ancestorOf(innerLeft, child, defaultAncestor), child, gap);
        sumInnerRight += gap;
        sumOuterRight += gap;
      }
      sumInnerLeft += at(this.move, innerLeft);
      sumInnerRight += at(this.move, innerRight);
      sumOuterLeft += at(this.move, outerLeft);
      sumOuterRight += at(this.move, outerRight);
      nextLeft = this.lower(innerLeft, this.last);
      nextRight = this.lower(innerRight, this.first);
    }
    if (nextLeft !== NONE && this.lower(outerRight, this.last) === NONE) {
      this.thread[outerRight] = nextLeft;
      this.move[outerRight] = at(this.move, outerRight) + sumInnerLeft - sumOuterRight;
    }
    if (nextRight !== NONE && this.lower(outerLeft, this.first) === NONE) {
      this.thread[outerLeft] = nextRight;
      this.move[outerLeft] = at(this.move, outerLeft) + sumInnerRight - sumOuterLeft;
      return child;
    }
    return defaultAncestor;
  }

  /** The node of the outline on the next level. */
  private lower(node: number, side: Int32Array): number {
    const child = at(side, node);
    return child === NONE ? at(this.thread, node) : child;
  }

  /** Which sibling of the child the node of the left outline hangs below. */
  private ancestorOf(node: number, child: number, otherwise: number): number {
    const ancestor = at(this.ancestor, node);
    return at(this.parent, ancestor) === at(this.parent, child) ? ancestor : otherwise;
  }

  private moveSubtree(from: number, child: number, by: number): void {
    const share = by / (at(this.number, child) - at(this.number, from));
    this.change[child] = at(this.change, child) - share;
    this.shift[child] = at(this.shift, child) + by;
    this.change[from] = at(this.change, from) + share;
    this.prelim[child] = at(this.prelim, child) + by;
    this.move[child] = at(this.move, child) + by;
  }

  /** What one child was moved by its smaller siblings between share, the last one first. */
  private spread(parent: number): void {
    let shift = 0;
    let change = 0;
    for (let child = at(this.last, parent); child !== NONE; child = at(this.left, child)) {
      this.prelim[child] = at(this.prelim, child) + shift;
      this.move[child] = at(this.move, child) + shift;
      change += at(this.change, child);
      shift += at(this.shift, child) + change;
    }
  }

  private summed(): Float64Array {
    const places = new Float64Array(this.size);
    const moved = new Float64Array(this.size + 1);
    let least = Infinity;
    for (let node = 0; node < this.size; node++) {
      const above = at(moved, at(this.parent, node));
      places[node] = at(this.prelim, node) + above;
      moved[node] = above + at(this.move, node);
      least = Math.min(least, at(places, node));
    }
    for (let node = 0; node < this.size; node++) {
      places[node] = at(places, node) - least;
    }
    return places;
  }
}
