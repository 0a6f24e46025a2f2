// Search over labels, abbreviations, other names and definitions.
const HITS_MOST = 12;
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const index = nodes.map((node) => ({
  node,
  label: folded(node.label),
  short: node.abbreviations.map(folded),
  names: node.names.map(folded),
  definition: folded(node.definitions.join(' ')),
}));

// Rank the terms that match: 0 is best, null no match. A word may also begin anywhere in a name.
function rank({ label, short, names, definition }, asked) {
  if (label === asked || short.includes(asked)) return 0;
  if (label.startsWith(asked) || short.some((name) => name.startsWith(asked))) return 1;
  const words = asked.split(/\s+/);
  const has = (text) => words.every((word) => text.includes(word));
  if (words.every((word) => label.split(/[\s-]+/).some((part) => part.startsWith(word)))) return 2;
  if (names.some(has)) return 3;
  if (has(label)) return 4;
  if (has(definition)) return 6;
  return asked.length > 3 && label.split(/[\s-]+/).concat(label).some((part) => isNear(part, asked)) ? 5 : null;
}

// Tell whether two words differ by one or two slips of the fingers (optimal string alignment distance).
function isNear(word, asked) {
  const most = asked.length > 7 ? 2 : 1;
  if (Math.abs(word.length - asked.length) > most) return false;
  let [before, last] = [[], Array.from({ length: word.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= asked.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const differ = asked[i - 1] === word[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + differ);
      if (i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[word.length] <= most;
}

function find(text) {
  const asked = folded(text.trim());
  if (!asked) return [];
  return index
    .map((entry) => ({ node: entry.node, rank: rank(entry, asked) }))
    .filter((hit) => hit.rank !== null)
    .map((hit) => ({ ...hit, rank: hit.rank + (hit.node.mention ? 2.5 : 0) }))
    .sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree || a.node.id - b.node.id)
    .map(({ node }) => node);
}

// ---- the field and its list ----

let chosenHit = -1;

function startSearch() {
  const field = document.getElementById('search');
  const list = document.getElementById('hits');
  field.addEventListener('input', () => showHits(find(field.value), field.value));
  field.addEventListener('focus', () => { if (field.value) showHits(find(field.value), field.value); });
  field.addEventListener('blur', () => closeHits());
  field.addEventListener('keydown', (event) => {
    const options = list.querySelectorAll('[role="option"]');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const way = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length) chooseHit((chosenHit + way + options.length) % options.length);
    } else if (event.key === 'Enter' && options.length) {
      options[Math.max(chosenHit, 0)].dispatchEvent(new Event('choose'));
    } else if (event.key === 'Escape' && field.value) {
      event.stopPropagation();
      field.value = '';
      closeHits();
    }
  });
}

function showHits(found, text) {
  const list = document.getElementById('hits');
  if (!text.trim()) return closeHits();
  const shown = found.slice(0, HITS_MOST);
  const rows = shown.map((node, at) => hitRow(node, at));
  const more = found.length ? WORDS.found(shown.length, found.length) : WORDS.nothing;
  list.replaceChildren(...rows, ...(more ? [element('div', { class: 'more' }, more)] : []));
  list.hidden = false;
  document.getElementById('search').setAttribute('aria-expanded', 'true');
  chosenHit = -1;
  if (shown.length) chooseHit(0);
  return undefined;
}

function hitRow(node, at) {
  const context = [node.abbreviations.join(', '), node.names.join(', '), node.definitions.join(' ')].filter(Boolean).join(' · ');
  const kind = element('span', { class: 'kind' }, WORDS.relations(node.degree));
  const row = element('div', { role: 'option', id: `hit-${at}`, class: isClassShown(node) ? '' : 'filtered', 'aria-selected': 'false' });
  row.append(badge(node.class), element('span', { class: 'name' }, node.label), kind);
  if (context) row.append(element('span', { class: 'context' }, context));
  row.addEventListener('mousedown', (event) => event.preventDefault());
  row.addEventListener('click', () => row.dispatchEvent(new Event('choose')));
  row.addEventListener('mousemove', () => { if (chosenHit !== at) chooseHit(at); });
  row.addEventListener('choose', () => {
    document.getElementById('search').value = '';
    closeHits();
    go(node);
  });
  return row;
}

function chooseHit(at) {
  const options = document.querySelectorAll('#hits [role="option"]');
  options.forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
  options[at].scrollIntoView({ block: 'nearest' });
  document.getElementById('search').setAttribute('aria-activedescendant', options[at].id);
  chosenHit = at;
}

function closeHits() {
  const field = document.getElementById('search');
  document.getElementById('hits').hidden = true;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
  chosenHit = -1;
}
