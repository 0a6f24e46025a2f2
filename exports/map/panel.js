// The panel: everything that is said of a term, or the list of all terms. Text goes in as text, never as markup.
const LIST_MOST = 500;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function button(words, action, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', action);
  return made;
}

// A row of buttons of which one is pressed: choices are [[value, words]].
function segments(name, choices, chosen, choose) {
  return element('div', { class: 'segments', role: 'group', 'aria-label': name }, ...choices.map(([value, words]) => button(words, () => choose(value), { 'aria-pressed': String(value === chosen), 'data-value': value })));
}

const hrefOf = (node) => addressOf({ selected: node.id, view: state.view === 'table' ? 'table' : startView, group: state.group, table: state.table, sort: state.sort });
const linkTo = (node) => element('a', { href: hrefOf(node), dir: 'auto' }, node.label);

function badge(number) {
  const made = element('span', { class: 'badge', title: classes[number].name, 'aria-hidden': 'true' }, classes[number].letter);
  made.style.background = `var(--class-${number})`;
  made.style.color = `var(--letter-${number})`;
  return made;
}

const placeText = ([source, line]) => WORDS.place(sources[source], line);

function showPanel() {
  const panel = document.getElementById('panel');
  const hadFocus = panel.contains(document.activeElement);
  const shown = state.selected === null ? termList() : state.end === null ? card(nodes[state.selected]) : pathCard();
  panel.replaceChildren(...shown.filter(Boolean));
  panel.scrollTop = 0;
  if (hadFocus) panel.focus();
}

// ---- all terms ----

function termList() {
  const group = state.group === null ? null : groupOf(state.group);
  const listed = (group ? group.members : nodes).filter((node) => isListed(node));
  const sorted = [...listed].sort((a, b) => collator.compare(a.label, b.label) || a.id - b.id);
  const items = sorted.slice(0, LIST_MOST).map((node) => element('li', {}, badge(node.class), linkTo(node), element('span', { class: 'soft' }, String(node.degree))));
  return [
    group ? element('a', { class: 'back', href: addressOf({}) }, `← ${WORDS.leaveGroup}`) : null,
    element('h2', { id: 'panel-heading' }, group ? WORDS.groupOf(group.members[0].label) : WORDS.terms(listed.length)),
    element('p', { class: 'soft' }, nodes.length ? WORDS.start : WORDS.empty),
    listed.length > LIST_MOST ? element('p', { class: 'soft' }, WORDS.listLimit(LIST_MOST, listed.length)) : null,
    element('ul', { class: 'terms' }, ...items),
  ];
}

const collator = new Intl.Collator('en', { numeric: true });

// ---- one term ----

function card(node) {
  const back = element('a', { class: 'back', href: addressOf({ view: state.view, group: state.group, tree: state.tree, table: state.table, sort: state.sort }) }, WORDS.back);
  const heading = element('h2', { id: 'panel-heading' }, badge(node.class), element('span', { dir: 'auto' }, node.label));
  const chips = [classes[node.class].name, ...(node.mention ? [WORDS.mention] : []), ...node.abbreviations, ...otherNames(node)];
  return [
    back,
    heading,
    element('div', { class: 'chips' }, ...chips.map((text) => element('span', { class: 'chip' }, text))),
    ...node.definitions.map((text) => element('p', { dir: 'auto' }, text)),
    reach(node),
    scene.note && scene.middle === node.id ? element('p', { class: 'soft' }, scene.note) : null,
    ...shareTable(node),
    ...relationGroups(node),
    ...questionList(node),
    ...placeList(node),
    copyRow(),
  ];
}

// The names of a term that are not its label in the language at hand.
function otherNames(node) {
  return [...node.names, ...Object.entries(node.labels ?? {}).map(([language, text]) => `${text} (${language})`)].filter((text) => !text.startsWith(`${node.label} (`));
}

// How far the picture reaches around the term, and the way to another one.
function reach(node) {
  const steps = segments(WORDS.steps, [1, 2, 3].map((count) => [count, WORDS.stepCount(count)]), state.steps, (count) => go({ steps: count, view: startView, open: [] }));
  const field = element('input', { type: 'search', id: 'path-end', class: 'field', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-expanded': 'false', 'aria-controls': 'path-hits', 'aria-autocomplete': 'list', 'aria-label': WORDS.pathTo, placeholder: WORDS.pathEnd });
  const hits = element('div', { id: 'path-hits', class: 'hits', role: 'listbox', 'aria-label': WORDS.pathHits, hidden: '' });
  finder(field, hits, (other) => { if (other.id !== node.id) go({ selected: node.id, end: other.id, view: startView }); });
  return element(
    'div',
    { class: 'reach' },
    element('div', {}, element('span', { class: 'soft' }, WORDS.steps), steps),
    state.open.length ? button(WORDS.fold, () => go({ open: [] }), { class: 'text' }) : null,
    element('div', { class: 'search' }, element('span', { class: 'soft' }, WORDS.pathTo), field, hits),
  );
}

// What a role's time goes to, where a source says it in figures.
function shareTable(node) {
  const valueOf = ({ qualifiers = [] }, name) => qualifiers.filter(([key]) => key === name).map(([, value]) => value).join(', ');
  const rows = edgesOf[node.id]
    .filter((edge) => edge.from === node.id)
    .flatMap((edge) => proofsOf(edge).filter((proof) => valueOf(proof, 'share')).map((proof) => ({ edge, proof })));
  if (!rows.length) return [];
  const percent = (value) => (Number(value) <= 1 ? `${Math.round(Number(value) * 100)} %` : value);
  rows.sort((a, b) => Number(valueOf(b.proof, 'share')) - Number(valueOf(a.proof, 'share')));
  const cells = rows.map(({ edge, proof }) => element('tr', {}, element('td', {}, linkTo(nodes[edge.to]), element('span', { class: 'place' }, placeText(proof.place))), element('td', { class: 'figure' }, percent(valueOf(proof, 'share')))));
  const heads = [WORDS.activity, WORDS.share].map((text) => element('th', { scope: 'col' }, text));
  return [element('h3', {}, WORDS.shares), element('table', { class: 'shares' }, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...cells))];
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
  for (const edge of edgesOf[node.id]) add(phrase(edge, node.id), linkTo(otherEnd(edge, node.id)), proofsOf(edge));
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

// ---- a path ----

function pathCard() {
  const [from, to] = [nodes[state.selected], nodes[state.end]];
  const leave = element('a', { class: 'back', href: hrefOf(from) }, WORDS.leavePath);
  const heading = element('h2', { id: 'panel-heading' }, WORDS.path(from.label, to.label));
  const turned = element('a', { href: addressOf({ ...state, selected: to.id, end: from.id }) }, WORDS.turnPath);
  if (!scene.steps) return [leave, heading, element('p', {}, WORDS.noPath(from.label, to.label))];
  const steps = scene.steps.map(({ edge, from: one, to: other }) => element('li', {}, linkTo(nodes[one]), ` ${phrase(edge, one)} `, linkTo(nodes[other]), ...proofsOf(edge).map(quotation)));
  return [leave, heading, element('p', { class: 'sentence' }, `${sentence(scene.steps)}.`), element('ol', { class: 'steps' }, ...steps), element('p', {}, turned), copyRow()];
}
