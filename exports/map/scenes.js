// What is to be drawn for the state of the page: a scene. It says where each term stands, not how it looks.
//   places   Map(id -> [x, y]) of what is drawn clearly     shades   the same, of what stands pale behind it
//   lines    the edges drawn                                strong   ids of the edges that stand out
//   pills    words beside edges                             middle   the id of the selected term
//   bends    how much edges bend, by id
const AROUND_MOST = 100;
const CORE_MOST = 120; // of a graph that is too large to be drawn as a whole
const NOTHING = { kind: 'map', places: new Map(), shades: new Map(), lines: [], strong: new Set(), pills: [], middle: null, note: '', bends: new Map() };

function sceneNow() {
  if (state.end !== null) return pathScene(findPath(state.selected, state.end));
  if (state.view === 'tree') return treeScene();
  if (state.selected !== null) return state.steps > 1 || state.open.length ? aroundScene(nodes[state.selected]) : ringScene(nodes[state.selected]);
  return state.view === 'groups' && state.group === null ? groupScene() : homeScene();
}

// ---- everything, or a group, at home ----

const isListed = (node) => isNodeShown(node) && (state.mentions || !node.mention || !entryCount);
const stored = () => (state.mentions && views.all) || views.terms || views.all || {};

let homeCache = { key: '', places: new Map() };

// Where the terms stand when none is selected. What the file has no places for is placed here, once.
function homePlaces() {
  const key = JSON.stringify([state.group, state.mentions, state.language, [...filters.classes.hidden], [...filters.sources.hidden]]);
  if (homeCache.key === key) return homeCache.places;
  const listed = (state.group === null ? nodes : groupOf(state.group).members).filter(isListed);
  const isKnown = state.group === null && !isLarge;
  const places = isKnown ? storedPlaces(listed) : arrangedTerms(core(listed, state.group === null ? CORE_MOST : MOST_DRAWN));
  homeCache = { key, places };
  return places;
}

// The most related of these terms that hang together: grown from the weightiest, always by the weightiest neighbour.
function core(listed, most) {
  const ranked = [...listed].sort(byWeight);
  const ranks = new Map(ranked.map(({ id }, at) => [id, at]));
  const taken = new Set();
  for (const first of ranked) {
    const waiting = [[ranks.get(first.id), first.id]];
    while (waiting.length && taken.size < most) {
      const [, id] = popLeast(waiting);
      if (taken.has(id)) continue;
      taken.add(id);
      for (const edge of edgesOf[id]) {
        const other = otherEnd(edge, id).id;
        if (ranks.has(other) && !taken.has(other) && isEdgeShown(edge)) push(waiting, [ranks.get(other), other]);
      }
    }
  }
  return [...taken].sort((a, b) => a - b).map((id) => nodes[id]);
}

function storedPlaces(listed) {
  const found = listed.filter(({ id }) => id in stored());
  const points = found.map(({ id }) => [...stored()[id]]);
  if (state.language) unlap(points, found.map(({ box }) => box), GAP);
  return new Map(found.map(({ id }, at) => [id, points[at]]));
}

function arrangedTerms(members) {
  const ids = new Set(members.map(({ id }) => id));
  const pairs = members.flatMap(({ id }) => edgesOf[id].filter((edge) => edge.from === id && ids.has(edge.to)).map((edge) => [edge.from, edge.to]));
  return arranged(members, pairs);
}

// The shown edges that have both ends among these places.
function linesAmong(places) {
  const lines = [];
  for (const id of places.keys()) for (const edge of edgesOf[id]) if (edge.from === id && places.has(edge.to) && isEdgeShown(edge)) lines.push(edge);
  return lines;
}

function homeScene() {
  const places = homePlaces();
  const lines = linesAmong(places);
  return { ...NOTHING, places, lines, bends: bendsOf(lines, places), hasGrounds: !isLarge };
}

function groupScene() {
  const boxes = groupBoxes();
  const links = groupLinks(boxes);
  const at = arranged(boxes, links.map(([a, b]) => [groupId(a), groupId(b)]));
  return { ...NOTHING, kind: 'groups', boxes: boxes.map((box) => ({ ...box, at: at.get(box.id) })), links };
}

// ---- a term and what is around it ----

const backdrop = () => (isLarge && state.group === null ? new Map() : homePlaces());

function without(places, drawn) {
  return new Map([...places].filter(([id]) => !drawn.has(id)));
}

function ringScene(node) {
  const shades = backdrop();
  const middle = shades.get(node.id) ?? [0, 0];
  const { positions, labels, of, shown } = ring(node, middle, neighbourhood(node.id));
  const places = new Map([[node.id, middle], ...[...positions].map(([{ id }, at]) => [id, at])]);
  const lines = spokes(node.id, places);
  const note = of > shown ? WORDS.ringLimit(shown, of) : '';
  return { ...NOTHING, kind: 'ring', places, shades: without(shades, places), lines, bends: ownBends(lines), strong: new Set(lines.map(({ id }) => id)), pills: labels, middle: node.id, note };
}

// The edges of a term into its ring; of two terms that are also "related" only what tells more.
function spokes(id, places) {
  const shown = edgesOf[id].filter((edge) => isEdgeShown(edge) && edge.from !== edge.to && places.has(otherEnd(edge, id).id));
  const told = new Set(shown.filter(isTelling).map((edge) => otherEnd(edge, id).id));
  return shown.filter((edge) => isTelling(edge) || !told.has(otherEnd(edge, id).id));
}

function aroundScene(node) {
  const reached = [...within(node.id, state.steps, state.open)];
  const found = new Map(reached.filter(([id, distance]) => distance < 2 || isListed(nodes[id])));
  const nearest = [...found].sort((a, b) => a[1] - b[1] || byWeight(nodes[a[0]], nodes[b[0]]));
  const members = nearest.slice(0, AROUND_MOST).map(([id]) => nodes[id]);
  const places = arrangedTerms(members);
  const lines = linesAmong(places);
  const strong = new Set(lines.filter(({ from, to }) => from === node.id || to === node.id).map(({ id }) => id));
  const note = found.size > members.length ? WORDS.stepsLimit(members.length, found.size) : '';
  return { ...NOTHING, kind: 'around', places, lines, bends: bendsOf(lines, places), strong, middle: node.id, note };
}

// ---- a path ----

const PATH_ROW = 1000;

// The terms of a path in a row, which turns back where it gets too long; each step with its words.
function pathScene(steps) {
  if (!steps) return { ...NOTHING, kind: 'path', places: new Map([[state.selected, [0, 0]], [state.end, [360, 0]]]), steps: null, middle: state.selected };
  const places = new Map([[state.selected, [0, 0]]]);
  const pills = [];
  let [x, y, way] = [0, 0, 1];
  for (const { edge, from, to } of steps) {
    const words = pill(phrase(edge, from), [0, 0]);
    const stride = (nodes[from].box[0] + nodes[to].box[0]) / 2 + words.width + 56;
    const isTurn = Math.abs(x + way * stride) > PATH_ROW || x + way * stride < 0;
    const before = [x, y];
    if (isTurn) { y += 130; way = -way; } else x += way * stride;
    places.set(to, [x, y]);
    const shift = isTurn ? 0 : (way * (nodes[from].box[0] - nodes[to].box[0])) / 4;
    pills.push({ ...words, at: [(before[0] + x) / 2 + shift, (before[1] + y) / 2] });
  }
  const lines = steps.map(({ edge }) => edge);
  return { ...NOTHING, kind: 'path', places, lines, strong: new Set(lines.map(({ id }) => id)), pills, steps, middle: state.selected };
}

// ---- the hierarchy ----

function treeScene() {
  const { places, lines, strong, shown, of } = forest(treeKind());
  const note = of > shown ? WORDS.treeLimit(shown, of) : '';
  return { ...NOTHING, kind: 'tree', places, lines, strong, middle: state.selected, note };
}
