// The legend, which is the filter too: classes and relation types, each with its count.
function startLegend() {
  fillFilter('classes', classes, countBy(nodes, 'class'), state.classes, (_, number) => badge(number), ({ plural }) => plural);
  fillFilter('relations', relations, countBy(edges, 'relation'), state.relations, stroke, ({ label }) => label);
  const mentions = document.getElementById('mentions');
  const holder = document.getElementById('mentions-switch');
  holder.hidden = !mentionCount || !entryCount;
  holder.title = WORDS.mentionsHint;
  holder.querySelector('span').textContent = WORDS.mentions(mentionCount);
  mentions.checked = state.mentions;
  mentions.addEventListener('change', () => {
    state.mentions = mentions.checked;
    refresh();
    if (state.selected === null) showAll();
  });
}

function countBy(items, field) {
  const counts = new Map();
  for (const item of items) counts.set(item[field], (counts.get(item[field]) ?? 0) + 1);
  return counts;
}

function stroke({ symmetric }) {
  return element('span', { class: symmetric ? 'stroke both' : 'stroke' });
}

function fillFilter(name, kinds, counts, shown, sign, words) {
  const list = document.getElementById(name);
  const order = [...kinds.keys()].filter((number) => counts.get(number)).sort((a, b) => words(kinds[a]).localeCompare(words(kinds[b])));
  for (const number of order) {
    const box = element('input', { type: 'checkbox', checked: '' });
    box.addEventListener('change', () => {
      if (box.checked) shown.add(number);
      else shown.delete(number);
      refresh();
    });
    const label = element('label', {}, box, sign(kinds[number], number), element('span', { class: 'name', title: words(kinds[number]) }, words(kinds[number])), element('span', { class: 'count' }, String(counts.get(number))));
    list.append(element('li', {}, label));
  }
  const toggle = document.getElementById(`${name}-all`);
  toggle.addEventListener('click', () => {
    const on = shown.size < kinds.length;
    shown.clear();
    if (on) for (const number of kinds.keys()) shown.add(number);
    for (const box of list.querySelectorAll('input')) box.checked = on;
    refresh();
  });
}

function labelToggles() {
  document.getElementById('classes-all').textContent = state.classes.size < classes.length ? WORDS.all : WORDS.none;
  document.getElementById('relations-all').textContent = state.relations.size < relations.length ? WORDS.all : WORDS.none;
}
