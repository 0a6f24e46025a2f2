// The scene as a drawing of its own (SVG), and as a picture made of that drawing (PNG).
const SVG_SPACE = ['http', 'www.w3.org/2000/svg'].join(':/' + '/');
const PICTURE_MARGIN = 24;
const PICTURE_MOST = 8000; // pixels a side: what browsers take for a canvas
const safe = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const tag = (name, attributes, inside = '') => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`).join('')}>${inside}</${name}>`;
const round = (value) => Math.round(value * 10) / 10;

function drawing() {
  const { left, top, right, bottom } = frame();
  const [width, height] = [right - left + 2 * PICTURE_MARGIN, bottom - top + 2 * PICTURE_MARGIN].map(Math.ceil);
  const box = { x: left - PICTURE_MARGIN, y: top - PICTURE_MARGIN, width, height };
  const parts = [
    tag('title', {}, safe(document.title)),
    tag('rect', { ...box, fill: theme.canvas }),
    ...(scene.links ?? []).map(linkLine),
    ...scene.lines.map(edgeLine),
    ...[...scene.places].map(([id, at]) => termBox(nodes[id], at)),
    ...(scene.boxes ?? []).map(groupBox),
    ...scene.pills.map(pillBox),
  ];
  return tag('svg', { xmlns: SVG_SPACE, viewBox: [box.x, box.y, width, height].map(round).join(' '), width, height, 'font-family': FONT }, parts.join('\n'));
}

function linkLine([a, b, count]) {
  const [[x1, y1], [x2, y2]] = [a, b].map((number) => groupsDrawn.get(groupId(number)).at);
  return tag('line', { x1, y1, x2, y2, stroke: theme.edge, 'stroke-opacity': 0.35, 'stroke-width': round(Math.min(12, 1 + Math.sqrt(count) * 0.6)) });
}

// From border to border, bent as on the canvas, with a head where there is a direction.
function edgeLine(edge) {
  const [from, to] = [nodes[edge.from], nodes[edge.to]];
  const [a, b] = [scene.places.get(from.id), scene.places.get(to.id)];
  if (from === to) return '';
  const middle = viaPoint(a, b, scene.bends.get(edge.id) ?? 0);
  const [start, end] = [atBorder(a, middle, from.box), atBorder(b, middle, to.box)];
  const { symmetric } = relations[edge.relation];
  const strong = scene.strong.has(edge.id);
  const look = { fill: 'none', stroke: lineColour(edge), 'stroke-width': strong && scene.kind !== 'tree' ? 2 : 1, 'stroke-opacity': strong ? 1 : 0.7, ...(symmetric ? { 'stroke-dasharray': '5 4' } : {}) };
  const path = tag('path', { d: `M${start.map(round)} Q${middle.map(round)} ${end.map(round)}`, ...look });
  return symmetric ? path : path + arrowHead(middle, isAgainst(edge) ? start : end, lineColour(edge), strong ? 9 : 6.5);
}

function atBorder([x, y], [toX, toY], [width, height]) {
  const [dx, dy] = [toX - x, toY - y];
  const part = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9), 1);
  return [x + dx * part, y + dy * part];
}

function arrowHead([fromX, fromY], [x, y], fill, size) {
  const angle = Math.atan2(y - fromY, x - fromX);
  const corner = (turned) => [x - size * Math.cos(angle + turned), y - size * Math.sin(angle + turned)].map(round).join(',');
  return tag('polygon', { points: `${round(x)},${round(y)} ${corner(0.4)} ${corner(-0.4)}`, fill });
}

function termBox(node, [x, y]) {
  const [width, height, font, strip] = node.box;
  const look = theme.classes[node.class];
  const [left, top] = [x - width / 2, y - height / 2];
  const frameLook = { stroke: look.strip, 'stroke-width': scene.middle === node.id ? 3 : 1.4, ...(node.mention ? { 'stroke-dasharray': '4 3' } : {}) };
  const first = y - ((node.lines.length - 1) * font * LINE) / 2 + font * 0.39;
  const words = node.lines.map((line, at) => tag('text', { x: round(left + strip + font * 0.55), y: round(first + at * font * LINE), 'font-size': font, 'font-weight': FACE(node), fill: theme.ink }, safe(line)));
  return [
    tag('rect', { x: left, y: top, width, height, rx: Math.min(7, font * 0.45), fill: node.mention ? theme.canvas : look.fill, ...frameLook }),
    tag('rect', { x: left, y: top, width: strip, height, rx: Math.min(7, font * 0.45), fill: node.mention ? look.fill : look.strip }),
    tag('text', { x: round(left + strip / 2), y: round(y + font * 0.25), 'font-size': Math.round(font * 0.68), 'font-weight': 'bold', 'text-anchor': 'middle', fill: node.mention ? theme.ink : look.letter }, safe(classes[node.class].letter)),
    ...words,
  ].join('');
}

function groupBox({ number, names, count, font, box: [width, height], at: [x, y] }) {
  const [left, top] = [x - width / 2, y - height / 2];
  const line = (text, at, look) => tag('text', { x: round(left + font), y: round(top + font * (1.45 + at * 1.08)), ...look }, safe(text));
  const small = Math.round(font * 0.78);
  return [
    tag('rect', { x: left, y: top, width, height, rx: 12, fill: theme.pill, stroke: `hsl(${GROUP_HUES[number % GROUP_HUES.length]} 40% 45%)`, 'stroke-width': 1.4 }),
    ...names.map((name, at) => line(name, at, { 'font-size': at ? small : font, 'font-weight': at ? 'normal' : 'bold', fill: theme.ink })),
    line(WORDS.groupSize(count), names.length, { 'font-size': small, fill: theme.soft }),
  ].join('');
}

function pillBox({ lines, at: [x, y], width, height }) {
  const words = lines.map((line, at) => tag('text', { x, y: round(y + (at - (lines.length - 1) / 2) * LABEL_LINE + 4.5), 'font-size': 13, 'font-style': 'italic', 'text-anchor': 'middle', fill: theme.ink }, safe(line)));
  return tag('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 9, fill: theme.pill, stroke: theme.line }) + words.join('');
}

// ---- files ----

function download(name, address) {
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

const fileName = (ending) => `${(document.title || 'map').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'map'}.${ending}`;
const svgAddress = (text) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;

function saveSvg() {
  download(fileName('svg'), URL.createObjectURL(new Blob([drawing()], { type: 'image/svg+xml' })));
}

// The drawing at twice its size, as far as a canvas goes.
async function picture() {
  const image = new Image();
  image.src = svgAddress(drawing());
  await image.decode();
  const scale = Math.min(2, PICTURE_MOST / Math.max(image.width, image.height));
  const canvas = element('canvas', { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

async function savePng() {
  download(fileName('png'), await picture());
}
