// Places for any few hundred boxes that are looked at: by stress, as the map's own places were computed before.
// The same boxes and edges get the same places at every load.
const ROUNDS = 30;
const GAP = 16;
const DENSITY = 0.62;
const SCREEN = 1.2;
const EVENED = 0.7;

function randomOf(seed) { // mulberry32
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixedUp = Math.imul(at ^ (at >>> 15), 1 | at);
    mixedUp = (mixedUp + Math.imul(mixedUp ^ (mixedUp >>> 7), 61 | mixedUp)) ^ mixedUp;
    return ((mixedUp ^ (mixedUp >>> 14)) >>> 0) / 4294967296;
  };
}

// Place boxes: things are [{id, box}], pairs [[id, id]]. Gives Map(id -> [x, y]) around 0, 0.
function arranged(things, pairs) {
  const number = new Map(things.map(({ id }, at) => [id, at]));
  const links = things.map(() => new Set());
  for (const [a, b] of pairs) {
    const [i, j] = [number.get(a), number.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    links[i].add(j);
    links[j].add(i);
  }
  const parts = components(links).map((members) => partPlaces(members, links, things));
  const places = new Map();
  for (const { members, points, left, top } of shelved(parts)) {
    members.forEach((at, n) => places.set(things[at].id, [Math.round(points[n][0] + left), Math.round(points[n][1] + top)]));
  }
  return places;
}

function components(links) {
  const seen = new Set();
  const parts = [];
  for (const first of links.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const part = [first];
    for (const at of part) for (const other of links[at]) if (!seen.has(other)) { seen.add(other); part.push(other); }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function partPlaces(members, links, things) {
  const boxes = members.map((at) => things[at].box);
  let points = [[0, 0]];
  if (members.length > 1) {
    const local = new Map(members.map((at, n) => [at, n]));
    points = spread(evened(stress(members.map((at) => [...links[at]].map((other) => local.get(other))))), boxes);
    unlap(points, boxes, GAP);
  }
  const lefts = points.map(([x], n) => x - boxes[n][0] / 2);
  const tops = points.map(([, y], n) => y - boxes[n][1] / 2);
  const [left, top] = [Math.min(...lefts), Math.min(...tops)];
  const width = Math.max(...points.map(([x], n) => x + boxes[n][0] / 2)) - left;
  const height = Math.max(...points.map(([, y], n) => y + boxes[n][1] / 2)) - top;
  return { members, points: points.map(([x, y]) => [x - left, y - top]), width, height };
}

// Set the parts in rows, the largest first.
function shelved(parts) {
  const area = parts.reduce((sum, { width, height }) => sum + (width + 2 * GAP) * (height + 2 * GAP), 0);
  const widest = Math.max(...parts.map(({ width }) => width), Math.sqrt(area * SCREEN), 1);
  let [x, y, row] = [0, 0, 0];
  return parts.map((part) => {
    if (x && x + part.width > widest) [x, y, row] = [0, y + row + 2 * GAP, 0];
    const shelf = { ...part, left: x, top: y };
    x += part.width + 2 * GAP;
    row = Math.max(row, part.height);
    return shelf;
  });
}

// Stochastic gradient descent on the stress of a connected graph (Zheng, Pawar and Goodman 2018).
function stress(links) {
  const count = links.length;
  const random = randomOf(count);
  const xs = Float64Array.from(links, () => random() * Math.sqrt(count));
  const ys = Float64Array.from(links, () => random() * Math.sqrt(count));
  const pairs = distancePairs(links);
  for (let at = pairs.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [pairs[at], pairs[other]] = [pairs[other], pairs[at]];
  }
  const longest = pairs.reduce((most, [, , far]) => Math.max(most, far), 1);
  const fall = Math.log(longest ** 2 / 0.05) / (ROUNDS - 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = longest ** 2 * Math.exp(-fall * round);
    for (const [i, j, far] of pairs) {
      const [dx, dy] = [xs[i] - xs[j], ys[i] - ys[j]];
      const now = Math.hypot(dx, dy) || 1e-9;
      const pull = (0.5 * Math.min(1, step / far ** 2) * (far - now)) / now;
      xs[i] += dx * pull; ys[i] += dy * pull;
      xs[j] -= dx * pull; ys[j] -= dy * pull;
    }
  }
  return levelled([...xs].map((x, n) => [x, ys[n]]));
}

function distancePairs(links) {
  const pairs = [];
  for (const first of links.keys()) {
    const far = new Int32Array(links.length).fill(-1);
    far[first] = 0;
    const waiting = [first];
    for (const at of waiting) for (const other of links[at]) if (far[other] < 0) { far[other] = far[at] + 1; waiting.push(other); }
    for (let other = 0; other < first; other += 1) pairs.push([first, other, far[other]]);
  }
  return pairs;
}

// Turn the picture so that its longest extent lies flat, as screens are.
function levelled(points) {
  const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const moved = points.map(([x, y]) => [x - middle[0], y - middle[1]]);
  const sum = (value) => moved.reduce((total, point) => total + value(point), 0);
  const angle = -0.5 * Math.atan2(2 * sum(([x, y]) => x * y), sum(([x]) => x * x) - sum(([, y]) => y * y));
  return moved.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);
}

// Move points towards even spacing on each axis, in the same order: dense middles need less pushing then.
function evened(points) {
  const axis = (at) => {
    const values = points.map((point) => point[at]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
    const ranks = new Map(order.map((one, rank) => [one, rank / Math.max(1, values.length - 1)]));
    return values.map((value, one) => (1 - EVENED) * ((value - least) / (most - least || 1)) + EVENED * ranks.get(one));
  };
  const [xs, ys] = [axis(0), axis(1)];
  return xs.map((x, one) => [x, ys[one]]);
}

// Scale a picture to the room that its boxes need and to the shape of a screen.
function spread(points, boxes) {
  const range = (axis) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values) || 1;
  };
  const area = boxes.reduce((sum, [width, height]) => sum + (width + GAP) * (height + GAP), 0) / DENSITY;
  const high = Math.sqrt(area / SCREEN);
  return points.map(([x, y]) => [(x * high * SCREEN) / range(0), (y * high) / range(1)]);
}

// Push boxes apart, in place, along the axis where they overlap less; what has too little room is stretched.
function unlap(points, boxes, gap) {
  const widest = Math.max(...boxes.map(([width]) => width)) + gap;
  for (let round = 1; round < 2000; round += 1) {
    const order = [...points.keys()].sort((a, b) => points[a][0] - points[b][0] || a - b);
    let moved = false;
    for (const [rank, i] of order.entries()) {
      for (let next = rank + 1; next < order.length; next += 1) {
        const j = order[next];
        if (points[j][0] - points[i][0] > widest) break;
        moved = parted(points[i], points[j], boxes[i], boxes[j], gap) || moved;
      }
    }
    if (!moved) return;
    if (round % 60 === 0) for (const point of points) { point[0] *= 1.06; point[1] *= 1.06; }
  }
}

function parted(a, b, boxA, boxB, gap) {
  const overX = (boxA[0] + boxB[0]) / 2 + gap - Math.abs(b[0] - a[0]);
  const overY = (boxA[1] + boxB[1]) / 2 + gap - Math.abs(b[1] - a[1]);
  if (overX <= 0.01 || overY <= 0.01) return false;
  const axis = overX < overY * 1.5 ? 0 : 1;
  const way = ((axis ? overY : overX) / 2) * (b[axis] >= a[axis] ? 1 : -1);
  a[axis] -= way;
  b[axis] += way;
  return true;
}
