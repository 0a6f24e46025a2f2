// Ways of edges: straight where nothing is in between, else bent slightly round the boxes that they would run behind.
const ASIDE = [12, 18, 25, 33, 42, 52, 64, 78, 94, 112]; // pixels that the middle of an edge is moved to a side
const BEND_MOST = 1;
const BEND_COST = 0.8; // of the furthest, in boxes that an edge runs behind
const PIECES = 14; // in which a bent edge is looked at
const CLEAR = 1;

// Seen from its other end an edge bends to the other side.
const wayOf = ({ from, to }) => (from < to ? 1 : -1);

// How much an edge bends by itself: parallel ones to both sides of the first, whichever way they point.
const ownBend = (edge) => 0.12 * Math.ceil(edge.parallel / 2) * (edge.parallel % 2 ? 1 : -1) * wayOf(edge) || 0;

const ownBends = (lines) => new Map(lines.filter(ownBend).map((edge) => [edge.id, ownBend(edge)]));

// The bends of edges between places: Map(edge id -> bend), without those that are straight.
function bendsOf(lines, places) {
  const boxes = [...places].map(([id, [x, y]]) => ({ id, x, y, wide: nodes[id].box[0] / 2 + CLEAR, high: nodes[id].box[1] / 2 + CLEAR }));
  const inside = isInside(boxes);
  const taken = new Map(); // the bends between the same two terms
  const bends = new Map();
  for (const edge of lines) {
    if (edge.from === edge.to) continue;
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    if (!taken.has(pair)) taken.set(pair, new Set());
    const bend = bestBend(edge, places, boxes, inside, taken.get(pair));
    taken.get(pair).add(bend * wayOf(edge));
    if (bend) bends.set(edge.id, bend);
  }
  return bends;
}

function bestBend(edge, places, boxes, inside, taken) {
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
      const points = wayPoints(a, b, bend);
      const cost = price + behind(points, near);
      if (cost < best.cost && !isTaken(bend * wayOf(edge), taken) && points.every(inside)) best = { bend, cost };
    }
  }
  return best.bend;
}

// What lies outside the frame of all boxes would be cut off by the window.
function isInside(boxes) {
  const [left, right] = [Math.min(...boxes.map(({ x, wide }) => x - wide)) - 22, Math.max(...boxes.map(({ x, wide }) => x + wide)) + 22];
  const [top, bottom] = [Math.min(...boxes.map(({ y, high }) => y - high)) - 22, Math.max(...boxes.map(({ y, high }) => y + high)) + 22];
  return ([x, y]) => x > left && x < right && y > top && y < bottom;
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
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let count = 0;
  for (const box of boxes) {
    if (box.x + box.wide < left || box.x - box.wide > right || box.y + box.high < top || box.y - box.high > bottom) continue;
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
