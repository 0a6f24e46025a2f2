// The canvas: vis-network draws the scene. Only what is drawn is handed to it.
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

let scene = NOTHING;
let network = null;
const nodeData = new vis.DataSet();
const edgeData = new vis.DataSet();
const groupsDrawn = new Map(); // of this scene and the ones before: vis may still ask for a box that goes

function startDrawing() {
  network = new vis.Network(document.getElementById('map'), { nodes: nodeData, edges: edgeData }, content.options);
  network.on('beforeDrawing', (ctx) => {
    if (scene.hasGrounds) paintGrounds(ctx, scene.places);
    paintShades(ctx);
  });
  network.on('afterDrawing', (ctx) => {
    for (const one of scene.pills) paintPill(ctx, one);
  });
}

function paintShades(ctx) {
  ctx.save();
  ctx.globalAlpha = 0.1;
  for (const [id, [x, y]] of scene.shades) paintBox(ctx, nodes[id], x, y);
  ctx.restore();
}

// The renderers of vis-network. What is pale was painted before everything else and only reacts here.
function drawBox({ ctx, id, x, y, state: { hover } }) {
  const node = nodes[id];
  return {
    drawNode() { if (hover || !scene.shades.has(id)) paintBox(ctx, node, x, y, { hover, chosen: scene.middle === id }); },
    nodeDimensions: { width: node.box[0], height: node.box[1] },
  };
}

function drawGroup({ ctx, id, x, y, state: { hover } }) {
  const group = groupsDrawn.get(id);
  return {
    drawNode() { paintGroup(ctx, group, x, y, { hover }); },
    nodeDimensions: { width: group.box[0], height: group.box[1] },
  };
}

// ---- edges ----

function edgeLook(edge) {
  const { symmetric } = relations[edge.relation];
  const strong = scene.strong.has(edge.id) && scene.kind !== 'tree';
  const colour = lineColour(edge);
  const bend = scene.bends.get(edge.id) ?? 0;
  const bent = { enabled: true, type: bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(bend) };
  const branch = { enabled: true, type: 'cubicBezier', forceDirection: 'horizontal', roundness: 0.5 };
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    color: { color: colour, hover: strong ? colour : theme.soft, opacity: strong || scene.strong.has(edge.id) ? 1 : scene.kind === 'tree' ? 0.35 : 0.8 },
    width: (strong ? 2 : 1) + (theme.contrast ? 0.6 : 0),
    hoverWidth: 1,
    dashes: symmetric ? [5, 4] : false,
    arrows: { [isAgainst(edge) ? 'from' : 'to']: { enabled: !symmetric, scaleFactor: strong ? 0.6 : 0.45 } },
    smooth: scene.kind === 'tree' ? branch : bend ? bent : { enabled: false },
  };
}

// The steps of a path point the way that they are read.
const isAgainst = (edge) => scene.kind === 'path' && scene.steps.some((step) => step.edge === edge && step.from === edge.to);

function lineColour(edge) {
  if (!scene.strong.has(edge.id) || scene.kind === 'tree') return theme.edge;
  if (relations[edge.relation].symmetric) return theme.soft;
  if (scene.kind === 'path') return theme.out;
  return edge.from === scene.middle ? theme.out : theme.into;
}

function linkLook([a, b, count]) {
  const width = Math.min(12, 1 + Math.sqrt(count) * 0.6);
  return { id: `g${a} ${b}`, from: groupId(a), to: groupId(b), color: { color: theme.edge, hover: theme.soft, opacity: 0.35 }, width, hoverWidth: 0, arrows: '', smooth: { enabled: false } };
}

// ---- from scene to scene ----

function draw(next, animated) {
  scene = next;
  const wanted = new Map([...scene.shades, ...scene.places]);
  for (const box of scene.boxes ?? []) {
    groupsDrawn.set(box.id, box);
    wanted.set(box.id, box.at);
  }
  edgeData.clear();
  nodeData.remove(nodeData.getIds().filter((id) => !wanted.has(id)));
  nodeData.update([...wanted].filter(([id]) => !nodeData.get(id)).map(([id, [x, y]]) => ({ id, x, y, shape: 'custom', ctxRenderer: isGroupId(id) ? drawGroup : drawBox })));
  edgeData.add(scene.links ? scene.links.map(linkLook) : scene.lines.map(edgeLook));
  move(wanted, animated);
  network.redraw();
}

// Move boxes to their places; a ring opens from the middle.
let moving = 0;
function move(places, animated) {
  cancelAnimationFrame(moving);
  const now = network.getPositions();
  const travelled = [...places]
    .map(([id, [x, y]]) => ({ id, from: now[id], to: { x, y } }))
    .filter(({ from, to }) => from && Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 0.5);
  const start = performance.now();
  const duration = animated && !still.matches ? 320 : 0;
  const step = (time) => {
    const part = duration ? Math.min(1, Math.max(0, (time - start) / duration)) : 1;
    const eased = part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
    for (const { id, from, to } of travelled) network.moveNode(id, from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased);
    if (part < 1) moving = requestAnimationFrame(step);
  };
  if (travelled.length) step(start);
}

// ---- what is in view ----

const FIT_SIDES = 16;
const FIT_BELOW = 30; // where the status stands

// The boxes of a scene with their places: [{x, y, width, height}].
function sceneBoxes() {
  const terms = [...scene.places].map(([id, [x, y]]) => ({ id, x, y, width: nodes[id].box[0], height: nodes[id].box[1] }));
  const groups = (scene.boxes ?? []).map(({ id, at: [x, y], box: [width, height] }) => ({ id, x, y, width, height }));
  return [...terms, ...groups];
}

function frame() {
  const boxes = sceneBoxes();
  if (!boxes.length) return { left: -100, top: -100, right: 100, bottom: 100 };
  return {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2)),
  };
}

// Bring the whole scene into view, no larger than life and a bit.
function showAll(animated = true) {
  const { left, top, right, bottom } = frame();
  const { clientWidth, clientHeight } = document.getElementById('map');
  if (!clientWidth || !clientHeight) return;
  const most = scene.middle === null ? 1.3 : 1.15;
  const [width, height] = [clientWidth - 2 * FIT_SIDES, clientHeight - 2 * FIT_SIDES - FIT_BELOW];
  const scale = Math.max(Math.min(width / (right - left), height / (bottom - top), most), 0.05);
  const position = { x: (left + right) / 2, y: (top + bottom + FIT_BELOW / scale) / 2 };
  const animation = animated && !still.matches ? { duration: 320, easingFunction: 'easeInOutQuad' } : false;
  network.moveTo({ position, scale, animation });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: still.matches ? false : { duration: 150, easingFunction: 'easeInOutQuad' } });
}
