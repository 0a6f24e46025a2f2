// The panel: everything that is said of a term, or the list of all terms. Text goes in as text, never as markup.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const linkTo = (node) => element('a', { href: `#${encodeURIComponent(node.key)}` }, node.label);

function badge(number) {
  const made = element('span', { class: 'badge', title: classes[number].name }, classes[number].letter);
  made.style.background = `var(--class-${number})`;
  made.style.color = `var(--letter-${number})`;
  return made;
}

const placeText = ([source, line]) => WORDS.place(sources[source], line);

function showPanel() {
  const panel = document.getElementById('panel');
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(...(state.selected === null ? termList() : card(nodes[state.selected])));
  panel.scrollTop = 0;
  if (hadFocus) panel.focus();
}

// ---- all terms ----

function termList() {
  const listed = nodes.filter((node) => isClassShown(node) && (!node.mention || state.mentions));
  const items = listed
    .sort((a, b) => a.label.localeCompare(b.label))
    .map((node) => element('li', {}, badge(node.class), linkTo(node), element('span', { class: 'soft' }, String(node.degree))));
  const heading = element('h2', { id: 'panel-heading' }, WORDS.terms(listed.length));
  return [heading, element('p', { class: 'soft' }, nodes.length ? WORDS.start : WORDS.empty), element('ul', { class: 'terms' }, ...items)];
}

// ---- one term ----

function card(node) {
  const back = element('a', { class: 'back', href: '#' }, WORDS.back);
  const heading = element('h2', { id: 'panel-heading' }, badge(node.class), node.label);
  const chips = [classes[node.class].name, ...(node.mention ? [WORDS.mention] : []), ...node.abbreviations, ...node.names];
  return [
    back,
    heading,
    element('div', { class: 'chips' }, ...chips.map((text) => element('span', { class: 'chip' }, text))),
    ...node.definitions.map((text) => element('p', {}, text)),
    focus && focus.of > focus.shown ? element('p', { class: 'soft' }, WORDS.ringLimit(focus.shown, focus.of)) : null,
    ...relationGroups(node),
    ...questionList(node),
    ...placeList(node),
  ].filter(Boolean);
}

// What is said of a term, by the words that say it: the things with the same evidence stand together.
function relationGroups(node) {
  const groups = new Map();
  const add = (words, thing, evidence) => {
    if (!groups.has(words)) groups.set(words, new Map());
    const key = JSON.stringify(evidence);
    const said = groups.get(words);
    if (!said.has(key)) said.set(key, { evidence, things: [] });
    said.get(key).things.push(thing);
  };
  for (const edge of edgesOf[node.id]) {
    if (edge.from === node.id) add(phrase(edge, node.id), linkTo(nodes[edge.to]), edge.evidence);
    else add(relations[edge.relation].inverse, linkTo(nodes[edge.from]), edge.evidence);
  }
  for (const fact of facts.filter(({ of }) => of === node.id)) {
    const { phrase: words } = relations[fact.relation];
    add(fact.denied ? WORDS.denied(words) : words, Number.isInteger(fact.to) ? linkTo(nodes[fact.to]) : fact.text, fact.evidence);
  }
  return [...groups].flatMap(([words, said]) => [
    element('h3', {}, words),
    element('ul', {}, ...[...said.values()].map(({ evidence, things }) => element('li', {}, ...joined(things), ...evidence.map(quotation)))),
  ]);
}

const joined = (things) => things.flatMap((thing, at) => (at ? [', ', thing] : [thing]));

function quotation({ quote, place, qualifiers = [], confidence = null }) {
  const said = qualifiers.map(([name, value]) => `${WORDS.qualifiers[name] ?? name} ${value === 'true' ? '' : value}`.trim());
  if (confidence !== null) said.push(WORDS.confidence(confidence));
  return element(
    'blockquote',
    {},
    quote,
    said.length ? element('span', { class: 'qualifiers' }, ` (${said.join('; ')})`) : null,
    ' ',
    element('span', { class: 'place' }, placeText(place)),
  );
}

function questionList(node) {
  const asked = questions.filter(({ of }) => of === node.id);
  if (!asked.length) return [];
  const items = asked.map(({ question, answer, place }) => element(
    'details',
    {},
    element('summary', {}, question),
    element('p', {}, answer),
    element('p', { class: 'place' }, placeText(place)),
  ));
  return [element('h3', {}, WORDS.questions), ...items];
}

function placeList(node) {
  if (!node.places.length) return [];
  const items = node.places.map((place) => element('li', { class: 'soft' }, placeText(place)));
  return [element('h3', {}, WORDS.sources), element('ul', {}, ...items)];
}
