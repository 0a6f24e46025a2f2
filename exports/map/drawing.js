// The canvas: boxes, edges and groups, drawn by vis-network at the positions that the file holds.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

let theme = {};
let focus = null; // while a term is selected: {id, near: ids in the ring, told: ids of telling relations, placed, labels}
let network = null;
let drawnNodes = null;
let drawnEdges = null;
let nodeData = null;
let edgeData = null;

const GROUP_HUES = [212, 28, 150, 330, 48, 265, 190, 95, 5, 240];

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  theme = {
    dark: dark.matches,
    ink: value('--ink'),
    soft: value('--soft'),
    canvas: value('--canvas'),
    pill: value('--pill'),
    line: value('--line'),
    edge: value('--edge'),
    out: value('--edge-out'),
    into: value('--edge-in'),
    classes: classes.map(({ colour, fill }) => {
      const strip = dark.matches ? mixed(colour, '#ffffff', 0.3) : colour;
      return { strip, fill: dark.matches ? mixed(colour, '#171d23', 0.72) : fill, letter: inkOn(strip) };
    }),
  };
  theme.classes.forEach(({ strip, letter }, number) => {
    document.documentElement.style.setProperty(`--class-${number}`, strip);
    document.documentElement.style.setProperty(`--letter-${number}`, letter);
  });
}

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function mixed(colour, other, share) {
  const [a, b] = [channels(colour), channels(other)];
  return `#${a.map((value, at) => Math.round(value + (b[at] - value) * share).toString(16).padStart(2, '0')).join('')}`;
}

// White or black, whichever stands out more (WCAG 2.2, contrast ratio).
function inkOn(colour) {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? '#111820' : '#ffffff';
}

// ---- boxes ----

// The renderer of vis-network for a box: boxes outside a ring are drawn before everything else, as shades.
function drawBox({ ctx, id, x, y, state: { hover } }) {
  const node = nodes[id];
  const isShade = focus && !focus.near.has(id);
  return {
    drawNode() { if (!isShade || hover) paintBox(ctx, node, x, y, hover); },
    nodeDimensions: { width: node.box[0], height: node.box[1] },
  };
}

function drawShades(ctx) {
  if (!focus) return;
  ctx.save();
  ctx.globalAlpha = 0.1;
  for (const node of nodes) if (isAtHome(node) && !focus.near.has(node.id)) paintBox(ctx, node, ...homeOf(node), false);
  ctx.restore();
}

function paintBox(ctx, node, x, y, hover) {
  const [width, height, font, strip] = node.box;
  const look = theme.classes[node.class];
  const chosen = focus && focus.id === node.id;
  const [left, top] = [x - width / 2, y - height / 2];
  shape(ctx, left, top, width, height, Math.min(7, font * 0.45));
  ctx.fillStyle = node.mention ? theme.canvas : look.fill;
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.fillStyle = node.mention ? look.fill : look.strip;
  ctx.fillRect(left, top, strip, height);
  ctx.restore();
  ctx.lineWidth = chosen ? 3 : hover ? 2.2 : node.mention ? 1 : 1.4;
  ctx.strokeStyle = look.strip;
  ctx.setLineDash(node.mention && !chosen ? [4, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  ctx.fillStyle = node.mention ? theme.ink : look.letter;
  ctx.font = `bold ${Math.round(font * 0.68)}px ${FONT}`;
  ctx.fillText(classes[node.class].letter, left + strip / 2, y + 0.5);
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.ink;
  ctx.font = `${node.mention ? 'normal' : 'bold'} ${font}px ${FONT}`;
  const first = y - ((node.lines.length - 1) * font * 1.22) / 2 + font * 0.04;
  node.lines.forEach((text, at) => ctx.fillText(text, left + strip + font * 0.55, first + at * font * 1.22));
}

function shape(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

// ---- edges ----

function edgeLook(edge) {
  const { symmetric } = relations[edge.relation];
  const touched = focus && (edge.from === focus.id || edge.to === focus.id);
  const colour = touched ? (symmetric ? theme.soft : edge.from === focus.id ? theme.out : theme.into) : theme.edge;
  const curve = edge.parallel ? { enabled: true, type: edge.parallel % 2 ? 'curvedCW' : 'curvedCCW', roundness: 0.12 * Math.ceil(edge.parallel / 2) } : { enabled: false };
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    color: { color: colour, hover: touched ? colour : theme.soft, opacity: touched ? 1 : 0.8 },
    width: touched ? 2 : 1,
    hoverWidth: 1,
    dashes: symmetric ? [5, 4] : false,
    arrows: { to: { enabled: !symmetric, scaleFactor: touched ? 0.6 : 0.45 } },
    smooth: curve,
  };
}

// ---- groups ----

// Draw a soft ground behind the terms that are closely related among themselves.
function drawGroups(ctx) {
  if (focus) return;
  const groups = new Map();
  for (const node of nodes) {
    if (!isAtHome(node) || node.group < 0) continue;
    if (!groups.has(node.group)) groups.set(node.group, []);
    groups.get(node.group).push(node);
  }
  for (const [number, members] of groups) {
    if (members.length < 4) continue;
    const hue = GROUP_HUES[number % GROUP_HUES.length];
    ctx.fillStyle = ctx.strokeStyle = theme.dark ? `hsl(${hue} 45% 60% / 6%)` : `hsl(${hue} 70% 55% / 7%)`;
    outline(ctx, hull(members.flatMap(corners)));
    ctx.fill();
  }
}

function corners(node) {
  const [x, y] = homeOf(node);
  const [w, h] = [node.box[0] / 2 + 16, node.box[1] / 2 + 16];
  return [[x - w, y - h], [x + w, y - h], [x + w, y + h], [x - w, y + h]];
}

// The convex hull (Andrew's monotone chain).
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function outline(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length];
    const [midX, midY] = [(x + nextX) / 2, (y + nextY) / 2];
    if (at === 0) {
      const [lastX, lastY] = points.at(-1);
      ctx.moveTo((lastX + x) / 2, (lastY + y) / 2);
    }
    ctx.arcTo(x, y, midX, midY, 26);
    ctx.lineTo(midX, midY);
  });
  ctx.closePath();
}

// ---- the words of the relations in a ring ----

function drawRingLabels(ctx) {
  if (!focus) return;
  ctx.save();
  ctx.font = LABEL_FONT;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { lines, at: [x, y], width, height } of focus.labels) {
    shape(ctx, x - width / 2, y - height / 2, width, height, 9);
    ctx.fillStyle = theme.pill;
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.line;
    ctx.stroke();
    ctx.fillStyle = theme.ink;
    lines.forEach((text, at) => ctx.fillText(text, x, y + (at - (lines.length - 1) / 2) * LABEL_LINE + 0.5));
  }
  ctx.restore();
}

// ---- what is drawn ----

const isDrawn = (node) => (focus && focus.near.has(node.id)) || isAtHome(node);

// In a ring only its spokes are drawn, and of two terms that are also "related" only what tells more.
function isEdgeDrawn(edge) {
  if (!isRelationShown(edge) || !isDrawn(nodes[edge.from]) || !isDrawn(nodes[edge.to])) return false;
  if (!focus) return true;
  if (edge.from !== focus.id && edge.to !== focus.id) return false;
  const other = otherEnd(edge, focus.id);
  return focus.near.has(other.id) && !(relations[edge.relation].weak && focus.told.has(other.id));
}

function startDrawing() {
  readTheme();
  nodeData = new vis.DataSet(nodes.map((node) => {
    const [x, y] = homeOf(node) || [0, 0];
    return { id: node.id, x, y, shape: 'custom', ctxRenderer: drawBox };
  }));
  edgeData = new vis.DataSet(edges.map(edgeLook));
  drawnNodes = new vis.DataView(nodeData, { filter: ({ id }) => isDrawn(nodes[id]) });
  drawnEdges = new vis.DataView(edgeData, { filter: ({ id }) => isEdgeDrawn(edges[id]) });
  network = new vis.Network(document.getElementById('map'), { nodes: drawnNodes, edges: drawnEdges }, content.options);
  network.on('beforeDrawing', drawGroups);
  network.on('beforeDrawing', drawShades);
  network.on('afterDrawing', drawRingLabels);
  dark.addEventListener('change', () => { readTheme(); restyle(); });
}

function restyle() {
  edgeData.update(edges.map(edgeLook));
  drawnNodes.refresh();
  drawnEdges.refresh();
  network.redraw();
}

// Show the selection of the state: its ring, or everything at home.
function redraw(animated = true) {
  const before = focus;
  const moves = new Map();
  if (before) for (const node of before.placed.keys()) if (homeOf(node)) moves.set(node, homeOf(node));
  focus = state.selected === null ? null : focusOn(nodes[state.selected]);
  if (focus) for (const [node, place] of focus.placed) moves.set(node, place);
  restyle();
  for (const node of nodes) if (!moves.has(node) && isAtHome(node)) moves.set(node, homeOf(node));
  move(moves, animated);
  if (focus) look(focusFrame(), animated, 1.15);
}

function focusOn(node) {
  const middle = homeOf(node) || [0, 0];
  const { positions, labels, of, shown } = ring(node, middle, neighbourhood(node.id));
  const placed = new Map([[node, middle], ...positions]);
  const telling = edgesOf[node.id].filter((edge) => isRelationShown(edge) && !relations[edge.relation].weak);
  const told = new Set(telling.map((edge) => otherEnd(edge, node.id).id));
  return { id: node.id, near: new Set([...placed.keys()].map(({ id }) => id)), told, placed, labels, of, shown };
}

function focusFrame() {
  return frame([...focus.placed].map(([node, [x, y]]) => ({ x, y, box: node.box })));
}

function homeFrame() {
  return frame(nodes.filter(isAtHome).map((node) => ({ x: homeOf(node)[0], y: homeOf(node)[1], box: node.box })));
}

function frame(boxes) {
  if (!boxes.length) return { left: -100, top: -100, right: 100, bottom: 100 };
  return {
    left: Math.min(...boxes.map(({ x, box }) => x - box[0] / 2)),
    right: Math.max(...boxes.map(({ x, box }) => x + box[0] / 2)),
    top: Math.min(...boxes.map(({ y, box }) => y - box[1] / 2)),
    bottom: Math.max(...boxes.map(({ y, box }) => y + box[1] / 2)),
  };
}

// Bring a frame into view, no larger than most.
function look({ left, top, right, bottom }, animated, most) {
  const { clientWidth, clientHeight } = document.getElementById('map');
  const scale = Math.min((clientWidth - 48) / (right - left), (clientHeight - 56) / (bottom - top), most);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const animation = animated && !still.matches ? { duration: 320, easingFunction: 'easeInOutQuad' } : false;
  network.moveTo({ position, scale: Math.max(scale, 0.05), animation });
}

const showAll = (animated = true) => look(homeFrame(), animated, 1.3);

// Move boxes to their places; a ring opens from the middle.
let moving = 0;
function move(moves, animated) {
  cancelAnimationFrame(moving);
  const now = network.getPositions();
  const steps = [...moves].filter(([{ id }]) => id in now).map(([{ id }, [x, y]]) => ({ id, from: now[id], to: { x, y } }));
  const travelled = steps.filter(({ from, to }) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 0.5);
  const start = performance.now();
  const duration = animated && !still.matches ? 320 : 0;
  const step = (time) => {
    const part = duration ? Math.min(1, Math.max(0, (time - start) / duration)) : 1;
    const eased = part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
    for (const { id, from, to } of travelled) network.moveNode(id, from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased);
    if (part < 1) moving = requestAnimationFrame(step);
  };
  step(start);
}
