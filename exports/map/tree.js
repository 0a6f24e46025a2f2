// The hierarchy: trees of kinds, parts or reporting lines, from left to right, packed into columns.
const TREE_GAP = { x: 46, y: 8, tree: 26 };
const TREE_SCREEN = 1.1;
const treeRelation = (name) => relations.findIndex((type) => type.name === name);

let treeTable = null;

// The kinds of tree that the graph has relations for: [[name, count]].
function treeKinds() {
  treeTable ??= Object.keys(WORDS.tree).map((name) => [name, edges.filter((edge) => edge.relation === treeRelation(name)).length]).filter(([, count]) => count);
  return treeTable;
}

const treeKind = () => state.tree ?? treeKinds().reduce((best, kind) => (kind[1] > best[1] ? kind : best), ['broader', 0])[0];

// Give each term one parent, the surest and then the most related; no term is below itself. Where mentions are
// not shown, those still are that hold several terms together.
function parents(kind) {
  const number = treeRelation(kind);
  const known = edges.filter((edge) => edge.relation === number && edge.from !== edge.to && isEdgeShown(edge) && isListed(nodes[edge.from]) && isNodeShown(nodes[edge.to]));
  const children = countBy(known, 'to');
  const shown = known.filter(({ to }) => isListed(nodes[to]) || children.get(to) > 1);
  shown.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || nodes[b.to].degree - nodes[a.to].degree || a.id - b.id);
  const above = new Map();
  const isAbove = (id, of) => {
    for (let at = of; at !== undefined; at = above.get(at)?.to) if (at === id) return true;
    return false;
  };
  for (const edge of shown) if (!above.has(edge.from) && !isAbove(edge.from, edge.to)) above.set(edge.from, edge);
  return { above, shown };
}

// {places, lines, shown, of}: the largest trees first, as many as may be drawn at once.
function forest(kind) {
  const { above, shown } = parents(kind);
  const below = new Map();
  for (const [id, { to }] of above) below.set(to, [...(below.get(to) ?? []), id]);
  const roots = [...below.keys()].filter((id) => !above.has(id)).map((id) => ({ id, size: treeSize(id, below) }));
  roots.sort((a, b) => b.size - a.size || a.id - b.id);
  let room = MOST_DRAWN;
  const drawn = roots.filter(({ size }) => { room -= size; return room >= 0 || room + size === MOST_DRAWN; });
  const places = packedTrees(drawn.map(({ id }) => oneTree(id, below)));
  const lines = shown.filter((edge) => places.has(edge.from) && places.has(edge.to));
  return { places, lines, strong: new Set([...above.values()].map(({ id }) => id)), shown: drawn.length, of: roots.length };
}

function treeSize(root, below) {
  const found = [root];
  for (const id of found) found.push(...(below.get(id) ?? []));
  return found.length;
}

// Leaves below each other, parents beside the middle of their children.
function oneTree(root, below) {
  const levels = [];
  const collect = (id, depth) => {
    levels[depth] = Math.max(levels[depth] ?? 0, nodes[id].box[0]);
    if (depth < 60) for (const child of below.get(id) ?? []) collect(child, depth + 1);
  };
  collect(root, 0);
  const lefts = levels.reduce((list, width) => [...list, list.at(-1) + width + TREE_GAP.x], [0]);
  const at = new Map();
  let bottom = 0;
  const put = (id, depth) => {
    const [width, height] = nodes[id].box;
    const children = depth < 60 ? [...(below.get(id) ?? [])].sort((a, b) => byWeight(nodes[a], nodes[b])) : [];
    const top = bottom;
    for (const child of children) put(child, depth + 1);
    const middle = children.length ? (at.get(children[0])[1] + at.get(children.at(-1))[1]) / 2 : bottom + height / 2;
    const y = Math.max(middle, top + height / 2);
    at.set(id, [lefts[depth] + width / 2, y]);
    bottom = Math.max(bottom, y + height / 2 + TREE_GAP.y);
  };
  put(root, 0);
  return { at, width: lefts.at(-1) - TREE_GAP.x, height: bottom - TREE_GAP.y };
}

// Fill columns from the top, as high as leaves the text largest on a screen.
function packedTrees(trees) {
  const heights = trees.map((_, at) => trees.slice(0, at + 1).reduce((sum, { height }) => sum + height + TREE_GAP.tree, 0));
  const tallest = Math.max(...trees.map(({ height }) => height), 0) + TREE_GAP.tree;
  const tried = [tallest, ...heights.filter((height) => height > tallest).slice(0, 60)].map((height) => inColumns(trees, height));
  const best = tried.reduce((least, one) => (one.side < least.side ? one : least));
  const places = new Map();
  trees.forEach(({ at }, number) => {
    const [x, y] = best.corners[number];
    for (const [id, [left, top]] of at) places.set(id, [Math.round(x + left), Math.round(y + top)]);
  });
  return places;
}

// {corners, side}: where trees stand in columns of a height, and how high a screen has to be for them.
function inColumns(trees, most) {
  let [x, y, column, bottom] = [0, 0, 0, 0];
  const corners = trees.map(({ width, height }) => {
    if (y && y + height > most) [x, y, column] = [x + column + 2 * TREE_GAP.tree, 0, 0];
    const corner = [x, y];
    y += height + TREE_GAP.tree;
    column = Math.max(column, width);
    bottom = Math.max(bottom, y);
    return corner;
  });
  return { corners, side: Math.max((x + column) / TREE_SCREEN, bottom) };
}
