// Runs in the browser: times the layout of trees, and dagre's of the same 2,000 nodes, and writes the figures on the page.
import dagre from 'dagre';
import { levels, tidy } from '../src/tree/tidy-tree';
import { fleet, randomTree } from '../test/trees';

const NODE = { width: 282, height: 52 };
const GAP = 25;
const LEVEL_GAP = 80;
const WARM_UP = 5;

function times(runs, work) {
  for (let i = 0; i < WARM_UP && runs > WARM_UP; i++) {
    work();
  }
  const taken = [];
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    work();
    taken.push(performance.now() - begin);
  }
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))];
  return { runs, median: at(0.5), p95: at(0.95), worst: taken[taken.length - 1] };
}

/** As the picture does it: how far across, and which level. */
function ours(parents) {
  const height = NODE.height + GAP;
  return { across: tidy(parents, { siblings: height, cousins: height }), level: levels(parents) };
}

/** With the settings that Argo CD 3 gives it for its tree of applications. */
function theirs(parents) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ nodesep: GAP, rankdir: 'LR', ranksep: LEVEL_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  parents.forEach((parent, node) => {
    graph.setNode(String(node), { ...NODE });
    if (parent >= 0) {
      graph.setEdge(String(parent), String(node));
    }
  });
  dagre.layout(graph);
  return graph;
}

function once(parents) {
  const begin = performance.now();
  ours(parents);
  return performance.now() - begin;
}

const cold = once(fleet(10_000)); // nothing compiled yet
const lines = [{ what: 'ours, 10,000 nodes, code not compiled yet', runs: 1, median: cold, p95: cold, worst: cold }];
for (const size of [2_000, 5_000, 10_000, 20_000, 40_000]) {
  lines.push({ what: `ours, ${size.toLocaleString('en')} nodes, fleet`, ...times(60, () => ours(fleet(size))) });
}
lines.push({ what: 'ours, 10,000 nodes, random and deep', ...times(60, () => ours(randomTree(10_000, 30, 1))) });
const same = fleet(2_000);
lines.push({ what: 'dagre 0.8.5, the same 2,000 nodes, fleet', ...times(3, () => theirs(same)) });
const pre = document.createElement('pre');
pre.id = 'figures';
pre.textContent = JSON.stringify({ browser: navigator.userAgent, lines });
document.body.append(pre);
