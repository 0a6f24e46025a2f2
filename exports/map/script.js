// The page at work: the address, clicks, hints, keys.
function arrive(animated = true) {
  readAddress(location.hash);
  refresh(animated);
  if (!FRAMED.includes(scene.kind)) showAll(animated);
}

const FRAMED = ['ring', 'around', 'path']; // these come into view whenever they are drawn
let shownLanguage = '';

function refresh(animated = true) {
  if (state.language !== shownLanguage) relabel(state.language);
  readTheme();
  showTable();
  draw(sceneNow(), animated);
  if (FRAMED.includes(scene.kind)) showAll(animated);
  showPanel();
  showFilters();
  showBar();
  showStatus();
}

function showStatus() {
  const groups = scene.boxes;
  const counts = groups ? WORDS.groupsShown(groups.length, groupList().length) : WORDS.shown(scene.places.size, nodes.length, scene.lines.length, edges.length);
  const isPart = scene.kind === 'map' && nodes.filter(isListed).length > scene.places.size && state.group === null;
  const notes = [counts, ...(isPart ? [WORDS.limited] : []), ...(scene.kind === 'tree' ? [scene.lines.length ? scene.note : WORDS.noTree].filter(Boolean) : [])];
  document.getElementById('status').textContent = notes.join('; ');
  const nothing = document.getElementById('nothing');
  nothing.hidden = sceneBoxes().length > 0;
  nothing.textContent = !nodes.length ? WORDS.empty : scene.kind === 'tree' ? WORDS.noTree : WORDS.allHidden;
}

// Call all terms by their labels in a language; what has none keeps its own.
function relabel(language) {
  for (const node of nodes) {
    node.own ??= { label: node.label, lines: node.lines, box: node.box };
    const label = node.labels?.[language];
    Object.assign(node, label ? { label, ...measuredBox(label, node.own.box[2]) } : node.own);
  }
  shownLanguage = language;
}

// ---- hints under the pointer ----

function showHint(lines, { x, y }) {
  const hint = document.getElementById('hint');
  const stage = document.getElementById('stage');
  hint.replaceChildren(...lines);
  hint.hidden = false;
  const left = Math.min(x + 14, stage.clientWidth - hint.offsetWidth - 8);
  const top = y + 18 + hint.offsetHeight > stage.clientHeight ? y - hint.offsetHeight - 12 : y + 18;
  hint.style.left = `${Math.max(8, left)}px`;
  hint.style.top = `${Math.max(8, top)}px`;
}

function hideHint() {
  document.getElementById('hint').hidden = true;
}

function hintOfNode(id) {
  if (isGroupId(id)) return [element('b', {}, groupsDrawn.get(id).names.join(', ')), element('span', {}, WORDS.groupSize(groupsDrawn.get(id).count))];
  const node = nodes[id];
  const text = node.definitions[0] ?? (node.mention ? WORDS.mention : classes[node.class].name);
  return [element('b', {}, node.label), element('span', {}, text)];
}

function hintOfEdge(edge) {
  const words = `${nodes[edge.from].label} ${phrase(edge, edge.from)} ${nodes[edge.to].label}`;
  const proof = proofsOf(edge)[0];
  if (!proof) return [element('b', {}, words)];
  return [element('b', {}, words), element('q', {}, proof.quote), element('span', {}, ` ${placeText(proof.place)}`)];
}

// ---- clicks ----

const DOUBLE = 400; // milliseconds
let lastClick = { id: null, time: -Infinity, before: null };

// A click on an edge tells what it says, as the pointer above it does. One on a term selects at once, and the picture moves; a second one, wherever the box is by then, draws the neighbours
// of the term beside what was there before.
function onClick({ nodes: [id], edges: [edge], pointer }) {
  hideHint();
  const now = performance.now();
  if (lastClick.id !== null && now - lastClick.time < DOUBLE) { expand(lastClick); return; }
  lastClick = { id: Number.isInteger(id) ? id : null, time: now, before: { ...state } };
  if (isGroupId(id)) go({ group: groupsDrawn.get(id).number, view: startView, selected: null });
  else if (id !== undefined) go({ selected: id, end: null, steps: 1, open: [] });
  else if (edge !== undefined && edges[edge]) showHint(hintOfEdge(edges[edge]), pointer.DOM);
  else if (state.selected !== null) go({ selected: null, end: null, steps: 1, open: [] });
}

function expand({ id, before }) {
  lastClick = { id: null, time: -Infinity, before: null };
  const middle = before.selected ?? id;
  if (middle === id) go({ selected: id, end: null, steps: 2, open: [] });
  else go({ ...before, end: null, view: before.view === 'table' ? startView : before.view, open: [...new Set([...before.open, id])] });
}

// ---- keys ----

function onKey(event) {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById('search').focus();
  } else if (event.key === 'Escape') {
    hideHint();
    if (document.body.classList.contains('legend-open')) { openLegend(false); document.getElementById('legend-button').focus(); return; }
    if (state.selected !== null) go({ selected: null, end: null, steps: 1, open: [] });
    else if (state.group !== null) go({ group: null });
  }
}

// In a page inside another, a link to "#…" would leave for that page's address.
function onLink(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  location.hash = link.getAttribute('href');
  document.getElementById('panel').focus({ preventScroll: true });
}

// ---- start ----

function startPage() {
  readAddress(location.hash);
  readTheme();
  startBar();
  startLegend();
  startDrawing();
  startSheet();
  startPrint();
  finder(document.getElementById('search'), document.getElementById('hits'), (node) => go({ selected: node.id, end: null, steps: 1, open: [], view: state.view === 'table' ? 'table' : startView }));
  network.on('click', onClick);
  network.on('hoverNode', ({ node, pointer }) => showHint(hintOfNode(node), pointer.DOM));
  network.on('hoverEdge', ({ edge, pointer }) => { if (edges[edge]) showHint(hintOfEdge(edges[edge]), pointer.DOM); });
  for (const gone of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(gone, hideHint);
  document.getElementById('fit').addEventListener('click', () => showAll());
  document.getElementById('zoom-in').addEventListener('click', () => zoom(1.3));
  document.getElementById('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onLink);
  window.addEventListener('hashchange', () => arrive());
  for (const query of [dark, contrast]) query.addEventListener('change', () => refresh(false));
  openAtStart();
  arrive(false);
}

// The view that the file was written to open with; an address says otherwise.
function openAtStart() {
  if (location.hash.length > 1 || !content.opening) return;
  try {
    history.replaceState(null, '', `#${content.opening}`);
  } catch {
    location.hash = content.opening;
  }
}

startPage();
