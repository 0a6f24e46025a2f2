// Ways through the graph: the best path between two terms, and what lies within some steps.
const WEAK_COST = 2.2;
const AGAINST_COST = 0.05; // with the direction before against it, among equals
const HUB_COST = 0.25;

// Dijkstra from both ends, until they have met on the best way: telling relations are preferred to mere relatedness,
// quiet terms to hubs. Gives the edges in order.
function findPath(from, to) {
  const sides = [from, to].map((id) => ({ cost: new Map([[id, 0]]), back: new Map(), waiting: [[0, id]] }));
  const found = { cost: Infinity, id: null };
  while (sides.every(({ waiting }) => waiting.length)) {
    const [ahead, beyond] = sides.map(({ waiting }) => waiting[0][0]);
    if (ahead + beyond >= found.cost) break;
    reachOut(sides, ahead <= beyond ? 0 : 1, [from, to], found);
  }
  return found.id === null || from === to ? null : stepsThrough(found.id, sides, from, to);
}

// Take the nearest term of a side, and look at its neighbours. What a hub costs is counted on the side of the start.
function reachOut(sides, number, [from, to], found) {
  const { cost, back, waiting } = sides[number];
  const [far, id] = popLeast(waiting);
  if (far > cost.get(id)) return;
  for (const edge of edgesOf[id]) {
    const other = otherEnd(edge, id);
    if (!isEdgeShown(edge) || (other.id !== to && other.id !== from && !isNodeShown(other))) continue;
    const [start, end] = number ? [other, nodes[id]] : [nodes[id], other];
    const next = far + stepCost(edge, start.id, end.id === to ? null : end);
    if (next >= (cost.get(other.id) ?? Infinity)) continue;
    cost.set(other.id, next);
    back.set(other.id, { edge, id });
    push(waiting, [next, other.id]);
    const whole = next + (sides[1 - number].cost.get(other.id) ?? Infinity);
    if (whole < found.cost) Object.assign(found, { cost: whole, id: other.id });
  }
}

function stepsThrough(middle, sides, from, to) {
  const steps = [];
  for (let at = middle; at !== from; at = sides[0].back.get(at).id) steps.unshift({ edge: sides[0].back.get(at).edge, from: sides[0].back.get(at).id, to: at });
  for (let at = middle; at !== to; at = sides[1].back.get(at).id) steps.push({ edge: sides[1].back.get(at).edge, from: at, to: sides[1].back.get(at).id });
  return steps;
}

const hubCosts = new Float64Array(nodes.length).fill(-1);

function hubCost({ id, degree }) {
  if (hubCosts[id] < 0) hubCosts[id] = HUB_COST * Math.log2(1 + degree);
  return hubCosts[id];
}

function stepCost(edge, from, through) {
  const words = isTelling(edge) ? 1 : WEAK_COST;
  const against = edge.from === from || relations[edge.relation].symmetric ? 0 : AGAINST_COST;
  return words + against + (through ? hubCost(through) : 0);
}

// A heap of [key, value] pairs, the least key first; equal keys by value, so that the order is fixed.
const isLess = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function push(heap, item) {
  let at = heap.push(item) - 1;
  while (at > 0 && isLess(item, heap[(at - 1) >> 1])) {
    heap[at] = heap[(at - 1) >> 1];
    at = (at - 1) >> 1;
  }
  heap[at] = item;
}

function popLeast(heap) {
  const least = heap[0];
  const last = heap.pop();
  if (!heap.length) return least;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isLess(heap[child + 1], heap[child])) child += 1;
    if (!isLess(heap[child], last)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
  return least;
}

// Tell a path as a sentence: "BPO employs Product manager, which uses CRM".
function sentence(steps) {
  return steps.reduce((told, { edge, from, to }, at) => `${told}${at ? WORDS.which : ' '}${phrase(edge, from)} ${nodes[to].label}`, nodes[steps[0].from].label);
}

// The terms within some steps of a term, and the neighbours of those that were opened, the nearest first.
function within(id, steps, open = []) {
  const found = new Map([[id, 0]]);
  const grow = (from, distance) => {
    for (const { members } of neighbourhood(from)) {
      for (const { id: other } of members) if (!found.has(other)) found.set(other, distance);
    }
  };
  for (let step = 1; step <= steps; step += 1) {
    for (const [at, distance] of [...found]) if (distance === step - 1) grow(at, step);
  }
  for (const one of open) {
    if (!found.has(one)) found.set(one, steps);
    grow(one, found.get(one) + 0.5);
  }
  return found;
}
