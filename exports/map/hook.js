// What tests and other scripts may ask: the drawn state, to read.
const labelOf = (id) => (isGroupId(id) ? groupsDrawn.get(id).names[0] : nodes[id].label);
const labelled = (edge) => [nodes[edge.from].label, relations[edge.relation].label, nodes[edge.to].label];

window.rolegraph = {
  state: () => ({ ...state, selected: state.selected === null ? null : nodes[state.selected].label, end: state.end === null ? null : nodes[state.end].label, scene: scene.kind }),
  drawn: () => [...scene.places.keys()].map(labelOf),
  pale: () => [...scene.shades.keys()].map(labelOf),
  groups: () => (scene.boxes ?? []).map(({ names, count }) => [names[0], count]),
  relations: () => scene.lines.map(labelled),
  path: () => (scene.steps ? sentence(scene.steps) : null),
  find: (text) => find(text).map(({ label }) => label),
  copy: (form) => COPIES[form](),
  drawing,
  picture,
  look: (position, scale) => network.moveTo({ position, scale }),
  firstPicture: null, // milliseconds from the opening of the page
  boxes: () => sceneBoxes().map(({ id, x, y, width, height }) => {
    const at = network.canvasToDOM({ x, y });
    const scale = network.getScale();
    return [labelOf(id), { x: at.x, y: at.y, width: width * scale, height: height * scale, text: isGroupId(id) ? groupsDrawn.get(id).font * scale : nodes[id].box[2] * scale }];
  }),
  pills: () => scene.pills.map(({ lines, at: [x, y], width, height }) => {
    const at = network.canvasToDOM({ x, y });
    const scale = network.getScale();
    return [lines.join(' '), { x: at.x, y: at.y, width: width * scale, height: height * scale }];
  }),
  lines: () => scene.lines.map(({ id, from, to }) => ({ from: labelOf(from), to: labelOf(to), points: wayPoints(scene.places.get(from), scene.places.get(to), scene.bends.get(id) ?? 0).map(([x, y]) => network.canvasToDOM({ x, y })) })),
};

requestAnimationFrame(() => setTimeout(() => { window.rolegraph.firstPicture = performance.now(); }));
