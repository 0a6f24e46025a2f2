// What the page knows and what is seen of it. Nothing here draws.
const content = JSON.parse(document.getElementById('content').textContent);
const { nodes, edges, classes, relations, sources, facts, questions, views } = content;

const state = {
  selected: null,
  mentions: content.mentions_shown,
  classes: new Set(classes.keys()),
  relations: new Set(relations.keys()),
};

const byKey = new Map(nodes.map((node) => [node.key, node]));
const entryCount = nodes.filter((node) => !node.mention).length;
const mentionCount = nodes.length - entryCount;
const isLimited = nodes.some((node) => !(node.id in (views.all ?? views.terms ?? {})) && !(node.id in (views.terms ?? {})));
const edgesOf = nodes.map(() => []);
for (const edge of edges) {
  edgesOf[edge.from].push(edge);
  if (edge.to !== edge.from) edgesOf[edge.to].push(edge);
}

const isClassShown = (node) => state.classes.has(node.class);
const isRelationShown = (edge) => state.relations.has(edge.relation);

// The positions of the view at hand: of the entries alone, or of mentions too.
const places = () => (state.mentions && views.all) || views.terms || views.all;
const homeOf = (node) => places()[node.id];
const isAtHome = (node) => node.id in places() && isClassShown(node);

// How an edge reads from one of its ends.
function phrase(edge, from) {
  const type = relations[edge.relation];
  return edge.from === from ? type.phrase : type.inverse;
}

const otherEnd = (edge, id) => nodes[edge.from === id ? edge.to : edge.from];

// The neighbours of a term in groups that read alike: [{words, members}], in the order of the relation types.
// That two terms are just related is not said where something more telling is.
function neighbourhood(id) {
  const found = new Map();
  for (const edge of edgesOf[id]) {
    const other = otherEnd(edge, id);
    if (other.id === id || !isRelationShown(edge) || !isClassShown(other)) continue;
    if (!found.has(other)) found.set(other, []);
    found.get(other).push(edge);
  }
  const groups = new Map();
  for (const [other, between] of found) {
    const telling = between.filter((edge) => !relations[edge.relation].weak);
    const words = [...new Set((telling.length ? telling : between).map((edge) => phrase(edge, id)))].join(', ');
    if (!groups.has(words)) groups.set(words, []);
    groups.get(words).push(other);
  }
  return [...groups].map(([words, members]) => ({ words, members }));
}
