// The legend, which is the filter too: classes, relation types, sources and confidence, each with its count.
const LEGEND_OPEN = ['classes', 'relations'];

function countBy(items, field) {
  const counts = new Map();
  for (const item of items) for (const value of [item[field]].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const COUNTS = {
  classes: () => countBy(nodes, 'class'),
  relations: () => countBy(edges, 'relation'),
  sources: () => countBy(edges, 'sources'),
  confidence: () => countBy(edges, 'band'),
};

const SIGNS = {
  classes: badge,
  relations: (number) => element('span', { class: relations[number].symmetric ? 'stroke both' : 'stroke' }),
};

function startLegend() {
  const sections = Object.keys(filters).map(filterSection);
  const reset = button(WORDS.showAll, () => { for (const { hidden } of Object.values(filters)) hidden.clear(); amend(); }, { id: 'show-everything', class: 'round' });
  document.getElementById('legend').replaceChildren(...sections.filter(Boolean), reset);
  startMentions();
}

function startMentions() {
  const mentions = document.getElementById('mentions');
  const holder = document.getElementById('mentions-switch');
  holder.hidden = !mentionCount || !entryCount;
  holder.title = WORDS.mentionsHint;
  holder.querySelector('span').textContent = WORDS.mentions(mentionCount);
  mentions.addEventListener('change', () => {
    amend({ mentions: mentions.checked });
    if (state.selected === null) showAll();
  });
}

function filterSection(name) {
  const counts = COUNTS[name]();
  const { of, hidden } = filters[name];
  const order = [...of.keys()].filter((number) => counts.get(number));
  if (!order.length || (name === 'confidence' && order.length === 1)) return null;
  if (name !== 'confidence') order.sort((a, b) => collator.compare(of[a], of[b]));
  const items = order.map((number) => filterItem(name, number, counts.get(number)));
  const toggle = button('', () => {
    const on = hidden.size > 0;
    hidden.clear();
    if (!on) for (const number of order) hidden.add(number);
    amend();
  }, { class: 'quiet', id: `${name}-all` });
  const heading = element('summary', {}, element('h2', {}, WORDS.kinds[name]));
  const open = LEGEND_OPEN.includes(name) ? { open: '' } : {};
  return element('section', { id: `${name}-filter` }, element('details', open, heading, element('ul', { id: name }, ...items)), toggle);
}

function filterItem(name, number, count) {
  const { of, hidden } = filters[name];
  const box = element('input', { type: 'checkbox', 'data-number': number });
  box.addEventListener('change', () => {
    if (box.checked) hidden.delete(number);
    else hidden.add(number);
    amend();
  });
  const sign = SIGNS[name]?.(number) ?? element('span', {});
  return element('li', {}, element('label', {}, box, sign, element('span', { class: 'name', title: of[number] }, of[number]), element('span', { class: 'count' }, String(count))));
}

// Show in the controls what the state says; an address may have changed it.
function showFilters() {
  for (const [name, { hidden }] of Object.entries(filters)) {
    for (const box of document.querySelectorAll(`#${name} input`)) box.checked = !hidden.has(Number(box.dataset.number));
    const toggle = document.getElementById(`${name}-all`);
    if (!toggle) continue;
    toggle.textContent = hidden.size ? WORDS.all : WORDS.none;
    toggle.setAttribute('aria-label', `${WORDS.kinds[name]}: ${toggle.textContent}`);
  }
  document.getElementById('show-everything').hidden = !Object.values(filters).some(({ hidden }) => hidden.size);
  document.getElementById('mentions').checked = state.mentions;
}
