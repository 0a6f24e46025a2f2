// Boxes and grounds, painted on a canvas; the drawing for saving (svg.js) paints the same.
const ruler = document.createElement('canvas').getContext('2d');
const LINE = 1.22;
const FACE = (node) => (node.mention ? 'normal' : 'bold');

// A box for a label in a language that sizes were not computed for: the rules of boxes.py, measured here.
function measuredBox(label, font) {
  ruler.font = `bold 100px ${FONT}`;
  const ems = (text) => ruler.measureText(text).width / 100;
  const lines = [];
  for (const word of label.split(/\s+/)) {
    if (lines.length && ems(`${lines.at(-1)} ${word}`) <= Math.max(8.9, ...label.split(/\s+/).map(ems))) lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  const kept = lines.length > 4 ? [...lines.slice(0, 3), `${lines[3]}…`] : lines;
  const strip = Math.round(font * 1.05);
  const width = strip + Math.round(Math.max(...kept.map(ems)) * font + font * 1.15);
  return { lines: kept, box: [width, Math.round(kept.length * font * LINE + font * 0.7), font, strip] };
}

function paintBox(ctx, node, x, y, { chosen = false, hover = false } = {}) {
  const [width, height, font, strip] = node.box;
  const look = theme.classes[node.class];
  const [left, top] = [x - width / 2, y - height / 2];
  const radius = Math.min(7, font * 0.45);
  roundBox(ctx, left, top, width, height, radius);
  ctx.fillStyle = node.mention ? theme.canvas : look.fill;
  ctx.fill();
  ctx.beginPath();
  ctx.roundRect(left, top, strip, height, [radius, 0, 0, radius]);
  ctx.fillStyle = node.mention ? look.fill : look.strip;
  ctx.fill();
  roundBox(ctx, left, top, width, height, radius);
  ctx.lineWidth = chosen ? 3 : hover || theme.contrast ? 2.2 : node.mention ? 1 : 1.4;
  ctx.strokeStyle = look.strip;
  ctx.setLineDash(node.mention && !chosen ? [4, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  paintWords(ctx, node, left, y);
}

function paintWords(ctx, node, left, y) {
  const [, , font, strip] = node.box;
  const look = theme.classes[node.class];
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  ctx.fillStyle = node.mention ? theme.ink : look.letter;
  ctx.font = `bold ${Math.round(font * 0.68)}px ${FONT}`;
  ctx.fillText(classes[node.class].letter, left + strip / 2, y + 0.5);
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.ink;
  ctx.font = `${FACE(node)} ${font}px ${FONT}`;
  const first = y - ((node.lines.length - 1) * font * LINE) / 2 + font * 0.04;
  const room = node.box[0] - strip - font * 0.8; // what a script of the reader's is wider than reckoned is squeezed
  node.lines.forEach((text, at) => ctx.fillText(text, left + strip + font * 0.55, first + at * font * LINE, room));
}

function roundBox(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

// ---- pills: the words of relations ----

const LABEL_FONT = `italic 13px ${FONT}`;
const LABEL_LINE = 16;

function filledLines(words, most) {
  const lines = [''];
  for (const word of words.split(' ')) {
    if (lines.at(-1) && lines.at(-1).length + word.length + 1 > most) lines.push('');
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

function pill(words, at) {
  let lines = filledLines(words, 21);
  for (let most = 20; filledLines(words, most).length === lines.length && most > 4; most -= 1) lines = filledLines(words, most); // even lines
  ruler.font = LABEL_FONT;
  const width = Math.max(...lines.map((text) => ruler.measureText(text).width)) + 16;
  return { lines, at, width, height: lines.length * LABEL_LINE + 6 };
}

function paintPill(ctx, { lines, at: [x, y], width, height }) {
  roundBox(ctx, x - width / 2, y - height / 2, width, height, 9);
  ctx.fillStyle = theme.pill;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.line;
  ctx.stroke();
  ctx.fillStyle = theme.ink;
  ctx.font = LABEL_FONT;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  lines.forEach((text, line) => ctx.fillText(text, x, y + (line - (lines.length - 1) / 2) * LABEL_LINE + 0.5));
}

// ---- groups ----

// Paint a soft ground behind the terms that are closely related among themselves.
function paintGrounds(ctx, places) {
  const groups = new Map();
  for (const [id, at] of places) {
    const { group } = nodes[id];
    if (group < 0) continue;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push([nodes[id], at]);
  }
  for (const [number, members] of groups) {
    if (members.length < 4) continue;
    ctx.fillStyle = groundColour(number);
    outline(ctx, hull(members.flatMap(([node, at]) => corners(node, at))));
    ctx.fill();
  }
}

function groundColour(number) {
  const hue = GROUP_HUES[number % GROUP_HUES.length];
  if (theme.contrast) return 'rgb(0 0 0 / 0%)';
  return theme.dark ? `hsl(${hue} 45% 60% / 6%)` : `hsl(${hue} 70% 55% / 7%)`;
}

function corners(node, [x, y]) {
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
