// What the page knows, and what of it is seen. Nothing here draws.
const MOST_DRAWN = content.most_drawn;
const GROUP_LEAST = 3; // terms that are worth a box of their own in the overview
const { nodes, edges, classes, relations, sources, facts, questions, views, languages } = content;

const BANDS = [0.9, 0.8, 0.7, 0]; // the least confidence of each band; what has none comes behind them
const byKey = new Map(nodes.map((node) => [node.key, node]));
const entryCount = nodes.filter((node) => !node.mention).length;
const mentionCount = nodes.length - entryCount;
const isLarge = (entryCount || nodes.length) > MOST_DRAWN;

// Tell whether the terms fall into groups at all; without relations there are none.
function hasGroups() {
  const sizes = new Map();
  for (const { group } of nodes) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].filter(([group, size]) => group >= 0 && size >= GROUP_LEAST).length > 1;
}

const edgesOf = nodes.map(() => []);
for (const edge of edges) {
  edge.band = edge.confidence === null ? BANDS.length : BANDS.findIndex((least) => edge.confidence >= least);
  edgesOf[edge.from].push(edge);
  if (edge.to !== edge.from) edgesOf[edge.to].push(edge);
}

// The evidence of an edge, which lies packed until somebody looks at it.
function proofsOf(edge) {
  if (typeof edge.evidence === 'string') edge.evidence = JSON.parse(edge.evidence);
  return edge.evidence;
}

// What can be filtered, as the legend lists it. A set holds the numbers of what is hidden.
const filters = {
  classes: { of: classes.map(({ plural }) => plural), hidden: new Set() },
  relations: { of: relations.map(({ label }) => label), hidden: new Set() },
  sources: { of: sources, hidden: new Set() },
  confidence: { of: WORDS.bands, hidden: new Set() },
};

const startView = isLarge && hasGroups() ? 'groups' : 'map';
// The place in the page, which its address tells; ids stand for terms.
const start = { selected: null, end: null, steps: 1, open: [], view: startView, group: null, tree: null, table: 'terms', sort: '' };
const state = { ...start, mentions: content.mentions_shown, language: '', theme: 'auto' };

const isKept = (numbers, { hidden }) => !hidden.size || !numbers.length || numbers.some((number) => !hidden.has(number));
const sourcesOf = (node) => node.places.map(([source]) => source);
const isNodeShown = (node) => !filters.classes.hidden.has(node.class) && isKept(sourcesOf(node), filters.sources);
const isEdgeShown = (edge) => !filters.relations.hidden.has(edge.relation) && !filters.confidence.hidden.has(edge.band) && isKept(edge.sources, filters.sources);

// How an edge reads from one of its ends.
function phrase(edge, from) {
  const type = relations[edge.relation];
  return edge.from === from ? type.phrase : type.inverse;
}

const otherEnd = (edge, id) => nodes[edge.from === id ? edge.to : edge.from];
const isTelling = (edge) => !relations[edge.relation].weak;
const byWeight = (a, b) => a.mention - b.mention || b.degree - a.degree || a.id - b.id;

// The neighbours of a term in groups that read alike: [{words, members}], in the order of the relation types.
// That two terms are just related is not said where something more telling is.
function neighbourhood(id) {
  const found = new Map();
  for (const edge of edgesOf[id]) {
    const other = otherEnd(edge, id);
    if (other.id === id || !isEdgeShown(edge) || !isNodeShown(other)) continue;
    if (!found.has(other)) found.set(other, []);
    found.get(other).push(edge);
  }
  const groups = new Map();
  for (const [other, between] of found) {
    const telling = between.filter(isTelling);
    const words = [...new Set((telling.length ? telling : between).map((edge) => phrase(edge, id)))].join(', ');
    if (!groups.has(words)) groups.set(words, []);
    groups.get(words).push(other);
  }
  return [...groups].map(([words, members]) => ({ words, members }));
}
