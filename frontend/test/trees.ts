/** Numbers that look random but are the same in every run (a linear congruential generator). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Each node hangs below one of the `reach` nodes before it: small numbers make deep trees. */
export function randomTree(size: number, reach: number, seed: number): Int32Array {
  const next = numbers(seed);
  const parents = new Int32Array(size).fill(-1);
  for (let i = 1; i < size; i++) {
    parents[i] = Math.max(0, i - 1 - Math.floor(next() * Math.min(reach, i)));
  }
  return parents;
}

/** As app-of-apps trees are: projects below the root, services below projects, stages below services. */
export function fleet(size: number): Int32Array {
  const parents = new Int32Array(size).fill(-1);
  let project = 0;
  let service = 0;
  for (let i = 1; i < size; i++) {
    if (i % 120 === 1) {
      project = i;
      parents[i] = 0;
    } else if (i % 6 === 2) {
      service = i;
      parents[i] = project;
    } else {
      parents[i] = service;
    }
  }
  return parents;
}
