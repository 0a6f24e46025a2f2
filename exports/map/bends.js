// Ways of edges: straight where nothing is in between, else bent slightly round the boxes that they would run behind.
const ASIDE = [12, 20, 30, 42, 56, 72, 90, 110]; // pixels that the middle of an edge is moved to a side
const BEND_MOST = 1;
const BEND_COST = 0.8; // of the furthest, in boxes that an edge runs behind
const PIECES = 14; // in which a bent edge is looked at
const CLEAR = 2;

// Seen from its other end an edge bends to the other side.
const wayOf = ({ from, to }) => (from < to ? 1 : -1);

// How much an edge bends by itself: parallel ones to both sides of the first, whichever way they point.
const ownBend = (edge) => 0.12 * Math.ceil(edge.parallel / 2) * (edge.parallel % 2 ? 1 : -1) * wayOf(edge) || 0;

const ownBends = (lines) => new Map(lines.filter(ownBend).map((edge) => [edge.id, ownBend(edge)]));

// The bends of edges between places: Map(edge id -> bend), without those that are straight.
function bendsOf(lines, places) {
  const boxes = [...places].map(([id, [x, y]]) => ({ id, x, y, wide: nodes[id].box[0] / 2 + CLEAR, high: nodes[id].box[1] / 2 + CLEAR }));
  const taken = new Map(); // the bends between the same two terms
  const bends = new Map();
  for (const edge of lines) {
    if (edge.from === edge.to) continue;
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    if (!taken.has(pair)) taken.set(pair, new Set());
    const bend = bestBend(edge, places, boxes, taken.get(pair));
    taken.get(pair).add(bend * wayOf(edge));
    if (bend) bends.set(edge.id, bend);
  }
  return bends;
}

function bestBend(edge, places, boxes, taken) {
  const [a, b] = [places.get(edge.from), places.get(edge.to)];
  const near = boxesNear(edge, a, b, boxes);
  const own = ownBend(edge);
  let best = { bend: own, cost: behind(wayPoints(a, b, own), near) };
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  for (const aside of ASIDE) {
    const price = (aside / ASIDE.at(-1)) * BEND_COST;
    const size = (2 * aside) / length;
    if (price >= best.cost || size > BEND_MOST) break;
    for (const bend of [size, -size]) {
      const cost = price + behind(wayPoints(a, b, bend), near);
      if (cost < best.cost && !isTaken(bend * wayOf(edge), taken)) best = { bend, cost };
    }
  }
  return best.bend;
}

const isTaken = (bend, taken) => [...taken].some((other) => Math.abs(bend - other) < 0.05);

// The boxes that an edge could run behind, however it bends; not those at its ends.
function boxesNear({ from, to }, a, b, boxes) {
  const room = Math.hypot(b[0] - a[0], b[1] - a[1]) * 0.35;
  const [left, right] = [Math.min(a[0], b[0]) - room, Math.max(a[0], b[0]) + room];
  const [top, bottom] = [Math.min(a[1], b[1]) - room, Math.max(a[1], b[1]) + room];
  return boxes.filter(({ id, x, y, wide, high }) => x + wide > left && x - wide < right && y + high > top && y - high < bottom && id !== from && id !== to);
}

// The point that a bent edge is drawn towards, as vis-network computes it for "curvedCW" and "curvedCCW".
function viaPoint([ax, ay], [bx, by], bend) {
  const [dx, dy] = [bx - ax, by - ay];
  const part = 0.5 + Math.abs(bend) / 2;
  const angle = Math.atan2(-dy, dx) + (0.5 + bend / 2) * Math.PI;
  return [ax + part * Math.hypot(dx, dy) * Math.sin(angle), ay + part * Math.hypot(dx, dy) * Math.cos(angle)];
}

// The points of an edge from middle to middle: two, or those of a quadratic curve.
function wayPoints(a, b, bend) {
  if (!bend) return [a, b];
  const via = viaPoint(a, b, bend);
  return Array.from({ length: PIECES + 1 }, (_, at) => {
    const [t, u] = [at / PIECES, 1 - at / PIECES];
    return [0, 1].map((axis) => u * u * a[axis] + 2 * u * t * via[axis] + t * t * b[axis]);
  });
}

// How many boxes a line through points runs behind.
function behind(points, boxes) {
  let count = 0;
  for (const box of boxes) {
    for (let at = 1; at < points.length; at += 1) {
      if (!isUnder(points[at - 1], points[at], box)) continue;
      count += 1;
      break;
    }
  }
  return count;
}

function isUnder([ax, ay], [bx, by], { x, y, wide, high }) {
  if (Math.max(ax, bx) < x - wide || Math.min(ax, bx) > x + wide || Math.max(ay, by) < y - high || Math.min(ay, by) > y + high) return false;
  const [dx, dy] = [bx - ax, by - ay];
  return Math.abs((x - ax) * dy - (y - ay) * dx) < wide * Math.abs(dy) + high * Math.abs(dx);
}
