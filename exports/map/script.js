// The page at work: selection by click, search, link and history; hints; keys.
const go = (node) => { location.hash = node ? encodeURIComponent(node.key) : ''; };

function selectFromAddress() {
  let key = location.hash.slice(1);
  try { key = decodeURIComponent(key); } catch { /* not ours: no term has this key */ }
  const node = byKey.get(key);
  state.selected = node ? node.id : null;
  refresh();
  if (!node) showAll();
}

function refresh(animated = true) {
  redraw(animated);
  showPanel();
  labelToggles();
  const terms = drawnNodes.length;
  const lines = drawnEdges.length;
  const counts = WORDS.shown(terms, nodes.length, lines, edges.length);
  document.getElementById('status').textContent = isLimited ? `${counts}; ${WORDS.limited}` : counts;
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

function hintOfNode(node) {
  const text = node.definitions[0] ?? (node.mention ? WORDS.mention : classes[node.class].name);
  return [element('b', {}, node.label), element('span', {}, text)];
}

function hintOfEdge(edge) {
  const words = `${nodes[edge.from].label} ${phrase(edge, edge.from)} ${nodes[edge.to].label}`;
  const proof = edge.evidence[0];
  if (!proof) return [element('b', {}, words)];
  return [element('b', {}, words), element('q', {}, proof.quote), element('span', {}, ` ${placeText(proof.place)}`)];
}

// ---- keys ----

function onKey(event) {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById('search').focus();
  } else if (event.key === 'Escape') {
    hideHint();
    if (state.selected !== null) go(null);
  }
}

// ---- start ----

function start() {
  startDrawing();
  startLegend();
  startSearch();
  network.on('click', ({ nodes: [id], edges: [edge] }) => {
    hideHint();
    if (id !== undefined) go(nodes[id]);
    else if (edge === undefined) go(null);
    else go(nodes[edges[edge].from]);
  });
  network.on('hoverNode', ({ node, pointer }) => showHint(hintOfNode(nodes[node]), pointer.DOM));
  network.on('hoverEdge', ({ edge, pointer }) => showHint(hintOfEdge(edges[edge]), pointer.DOM));
  for (const gone of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(gone, hideHint);
  document.getElementById('fit').addEventListener('click', () => (focus ? look(focusFrame(), true, 1.15) : showAll()));
  document.getElementById('zoom-in').addEventListener('click', () => zoom(1.3));
  document.getElementById('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  document.addEventListener('keydown', onKey);
  window.addEventListener('hashchange', selectFromAddress);
  if (!location.hash && content.selected !== null) history.replaceState(null, '', `#${encodeURIComponent(nodes[content.selected].key)}`);
  selectFromAddress();
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: still.matches ? false : { duration: 150, easingFunction: 'easeInOutQuad' } });
}

start();

// What tests and other scripts may ask: the drawn state, to read.
window.rolegraph = {
  state: () => ({ selected: state.selected === null ? null : nodes[state.selected].label, mentions: state.mentions }),
  drawn: () => drawnNodes.getIds().map((id) => nodes[id].label),
  relations: () => drawnEdges.getIds().map((id) => [nodes[edges[id].from].label, relations[edges[id].relation].label, nodes[edges[id].to].label]),
  boxes: () => drawnNodes.getIds().map((id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const scale = network.getScale();
    return [nodes[id].label, { x, y, width: nodes[id].box[0] * scale, height: nodes[id].box[1] * scale }];
  }),
};
