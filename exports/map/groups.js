// The overview of a large graph: its groups of closely related terms, each a box that opens.
const GROUPS_MOST = 40;

let groupTable = null;

// [{number, members}] of the groups that are worth a box, the largest first; members by weight.
function groupList() {
  if (groupTable) return groupTable;
  const found = new Map();
  for (const node of nodes) {
    if (node.group < 0) continue;
    if (!found.has(node.group)) found.set(node.group, []);
    found.get(node.group).push(node);
  }
  groupTable = [...found].map(([number, members]) => ({ number, members: members.sort(byWeight) }));
  groupTable = groupTable.filter(({ members }) => members.length >= GROUP_LEAST);
  groupTable.sort((a, b) => b.members.length - a.members.length || a.number - b.number);
  return groupTable;
}

const groupOf = (number) => groupList().find((group) => group.number === number);
const groupId = (number) => `g${number}`;
const isGroupId = (id) => typeof id === 'string' && id.startsWith('g');

// The boxes of the overview: the first three terms of a group by name, and how many there are.
function groupBoxes() {
  return groupList().slice(0, GROUPS_MOST).flatMap(({ number, members }) => {
    const shown = members.filter(isNodeShown);
    if (!shown.length) return [];
    const names = shown.slice(0, 3).map(({ label }) => shortened(label, 30));
    const font = Math.round(14 + 4 * Math.log10(shown.length));
    ruler.font = `bold ${font}px ${FONT}`;
    const first = ruler.measureText(names[0]).width;
    ruler.font = `${Math.round(font * 0.78)}px ${FONT}`;
    const rest = Math.max(...[...names.slice(1), WORDS.groupSize(shown.length)].map((text) => ruler.measureText(text).width));
    const size = [Math.round(Math.max(first, rest) + font * 2), Math.round(font * (2.6 + names.length * 1.08))];
    return [{ id: groupId(number), number, names, count: shown.length, font, box: size, shares: classShares(shown) }];
  });
}

const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function classShares(members) {
  return [...countBy(members, 'class')].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number, count]) => [number, count / members.length]);
}

// How many relations lead from group to group: {pairs: [[id, id, count]]}, the strongest of each group alone.
function groupLinks(boxes) {
  const drawn = new Set(boxes.map(({ number }) => number));
  const counts = new Map();
  for (const edge of edges) {
    const [a, b] = [nodes[edge.from].group, nodes[edge.to].group].sort((one, other) => one - other);
    if (a !== b && drawn.has(a) && drawn.has(b) && isEdgeShown(edge)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
  }
  const links = [...counts].map(([key, count]) => [...key.split(' ').map(Number), count]).sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]);
  const used = new Map();
  return links.filter(([a, b]) => {
    const isKept = (used.get(a) ?? 0) < 3 || (used.get(b) ?? 0) < 3;
    if (isKept) for (const one of [a, b]) used.set(one, (used.get(one) ?? 0) + 1);
    return isKept;
  });
}

function paintGroup(ctx, { number, names, count, font, box: [width, height], shares }, x, y, { hover = false } = {}) {
  const [left, top] = [x - width / 2, y - height / 2];
  roundBox(ctx, left, top, width, height, 12);
  ctx.fillStyle = theme.pill;
  ctx.fill();
  ctx.fillStyle = groundColour(number);
  ctx.fill();
  ctx.lineWidth = hover ? 2.5 : 1.4;
  ctx.strokeStyle = theme.contrast ? theme.ink : `hsl(${GROUP_HUES[number % GROUP_HUES.length]} 40% ${theme.dark ? 60 : 45}%)`;
  ctx.stroke();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = theme.ink;
  names.forEach((name, at) => {
    ctx.font = at ? `${Math.round(font * 0.78)}px ${FONT}` : `bold ${font}px ${FONT}`;
    ctx.fillText(name, left + font, top + font * (1.1 + at * 1.08));
  });
  ctx.fillStyle = theme.soft;
  ctx.font = `${Math.round(font * 0.78)}px ${FONT}`;
  ctx.fillText(WORDS.groupSize(count), left + font, top + font * (1.1 + names.length * 1.08));
  let at = left + font;
  for (const [kind, share] of shares) {
    ctx.fillStyle = theme.classes[kind].strip;
    ctx.fillRect(at, top + height - font * 0.75, (width - 2 * font) * share, font * 0.32);
    at += (width - 2 * font) * share;
  }
}
