// A selected term with its neighbours around it, those that read alike side by side.
const RING_MOST = 32;
const RING_MOST_NARROW = 14; // on a phone: more would be too small to read
const RING_LEAST = 185;
const RING_SCALES = [1, 1.15, 1.3, 1.5, 1.8, 2.2];

// Place the neighbours of a box: {positions: Map(node -> [x, y]), labels: [{lines, at, width, height}], of, shown}.
// The ring is as wide as its boxes and the words of the relations need, so that nothing lies on anything.
function ring(node, middle, groups) {
  const chosen = ringMembers(groups);
  const seats = chosen.flatMap(({ members }, group) => members.map((member) => ({ node: member, group })));
  const tried = RING_SCALES.map((scale) => () => ringOf(node, middle, chosen, seats, scale));
  let found = tried[0]();
  for (const next of tried.slice(1)) if (found.isCrowded) found = next();
  return { ...found, of: groups.flatMap(({ members }) => members).length, shown: seats.length };
}

function ringOf(node, middle, chosen, seats, least) {
  const turns = seated(seats, least);
  const positions = new Map();
  seats.forEach((seat, at) => positions.set(seat.node, onRing(middle, turns.radius, turns.angles[at])));
  separate([...positions].map(([{ box }, at]) => ({ at, width: box[0], height: box[1] })));
  const labels = chosen.map(({ words }, group) => {
    const angles = turns.angles.filter((_, at) => seats[at].group === group);
    return pill(words, onRing(middle, turns.radius, (angles[0] + angles.at(-1)) / 2, 0.55));
  });
  const boxes = [[node, middle], ...positions].map(([{ box }, at]) => ({ at, width: box[0], height: box[1], fixed: true }));
  return { positions, labels, isCrowded: separate([...labels, ...boxes]) };
}

// Keep the entries first where there are more neighbours than a ring can hold.
function ringMembers(groups) {
  const all = groups.flatMap(({ members }) => members);
  const ranked = [...all].sort((a, b) => a.mention - b.mention || b.degree - a.degree || a.id - b.id);
  const kept = new Set(ranked.slice(0, narrow.matches ? RING_MOST_NARROW : RING_MOST));
  return groups
    .map(({ words, members }) => ({ words, members: members.filter((member) => kept.has(member)) }))
    .filter(({ members }) => members.length);
}

const onRing = ([x, y], radius, angle, part = 1) => [x + radius.x * part * Math.cos(angle), y + radius.y * part * Math.sin(angle)];

// Find the smallest ellipse on which all boxes stand side by side, and the angle of each.
function seated(seats, least) {
  const { clientWidth, clientHeight } = document.getElementById('map');
  const wide = Math.min(1.7, Math.max(0.6, (clientWidth / clientHeight) * 0.95));
  for (let scale = least; ; scale *= 1.05) {
    const radius = { x: Math.max(240 * least, RING_LEAST * scale * wide), y: RING_LEAST * scale };
    const angles = walk(seats, radius);
    if (angles || scale > 40) return { radius, angles: angles ?? seats.map((_, at) => (2 * Math.PI * at) / seats.length) };
  }
}

// Go round, a box after the other; null if there is no room. What room is left is shared out.
function walk(seats, radius) {
  const start = seats.length < 3 ? 0 : -Math.PI / 2;
  const angles = [];
  let angle = start;
  for (const [at, seat] of seats.entries()) {
    if (at) while (touch(seats[at - 1], angles[at - 1], seat, angle, radius)) angle += 0.01;
    angles.push(angle);
  }
  while (seats.length > 1 && touch(seats.at(-1), angles.at(-1), seats[0], angle, radius)) angle += 0.01;
  const used = angle - start;
  if (used > 2 * Math.PI) return null;
  const even = seats.map((_, at) => start + (2 * Math.PI * at) / seats.length);
  return seats.length < 9 ? even : angles.map((one) => start + ((one - start) * 2 * Math.PI) / used);
}

function touch(one, angle, other, otherAngle, radius) {
  const gap = one.group === other.group ? 12 : 30;
  const [ax, ay] = onRing([0, 0], radius, angle);
  const [bx, by] = onRing([0, 0], radius, otherAngle);
  const besides = Math.abs(ax - bx) >= (one.node.box[0] + other.node.box[0]) / 2 + gap;
  return !besides && Math.abs(ay - by) < (one.node.box[1] + other.node.box[1]) / 2 + gap;
}

// Push things apart that lie on each other; tell whether some still do.
function separate(things) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < things.length; i += 1) {
      for (let j = i + 1; j < things.length; j += 1) moved = apart(things[i], things[j]) || moved;
    }
    if (!moved) return false;
  }
  return true;
}

function apart(a, b) {
  const overX = (a.width + b.width) / 2 + 6 - Math.abs(a.at[0] - b.at[0]);
  const overY = (a.height + b.height) / 2 + 6 - Math.abs(a.at[1] - b.at[1]);
  if (overX <= 0 || overY <= 0) return false;
  const axis = overX < overY ? 0 : 1;
  if (a.fixed && b.fixed) return false;
  const way = ((axis ? overY : overX) + 0.5) * (a.at[axis] <= b.at[axis] ? -1 : 1);
  if (a.fixed) b.at[axis] -= way;
  else if (b.fixed) a.at[axis] += way;
  else { a.at[axis] += way / 2; b.at[axis] -= way / 2; }
  return true;
}
