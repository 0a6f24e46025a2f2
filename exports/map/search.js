// Search over labels, abbreviations, other names and definitions; a field with a list that keys work.
const HITS_MOST = 12;
const ENOUGH = 6; // with so many hits nobody has slipped
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

let searchIndex = null;

function indexed() {
  searchIndex ??= nodes.map((node) => {
    const labels = [node.label, ...Object.values(node.labels ?? {})].map(folded);
    return {
      node,
      labels,
      words: labels.flatMap((label) => label.split(/[\s-]+/)),
      short: node.abbreviations.map(folded),
      names: node.names.map(folded),
      definition: folded(node.definitions.join(' ')),
    };
  });
  return searchIndex;
}

// Rank the terms that match: 0 is best, null no match. A word may also begin anywhere in a name.
function rank({ labels, words, short, names, definition }, asked, askedWords) {
  if (labels.includes(asked) || short.includes(asked)) return 0;
  const begins = (text) => text.startsWith(asked);
  if (labels.some(begins) || short.some(begins)) return 1;
  const has = (text) => askedWords.every((word) => text.includes(word));
  if (askedWords.every((word) => words.some((part) => part.startsWith(word)))) return 2;
  if (names.some(has)) return 3;
  if (labels.some(has)) return 4;
  return has(definition) ? 6 : null;
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
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[word.length] <= most;
}

function find(text) {
  const asked = folded(text.trim());
  if (!asked) return [];
  const askedWords = asked.split(/\s+/);
  const hits = [];
  for (const entry of indexed()) {
    const found = rank(entry, asked, askedWords);
    if (found !== null) hits.push({ node: entry.node, rank: found });
  }
  if (hits.length < ENOUGH && asked.length > 3) hits.push(...slips(asked, new Set(hits.map(({ node }) => node))));
  for (const hit of hits) hit.rank += hit.node.mention ? 2.5 : 0;
  return hits.sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree || a.node.id - b.node.id).map(({ node }) => node);
}

// Words repeat in a glossary: each is compared once.
function slips(asked, found) {
  const near = new Map();
  const isSlip = (word) => {
    if (!near.has(word)) near.set(word, isNear(word, asked));
    return near.get(word);
  };
  return indexed().filter(({ node, words, labels }) => !found.has(node) && (words.some(isSlip) || labels.some(isSlip))).map(({ node }) => ({ node, rank: 5 }));
}

// ---- the field and its list ----

function finder(field, list, choose) {
  let hits = [];
  let at = -1;
  const mark = (next) => {
    at = next;
    const options = list.querySelectorAll('[role="option"]');
    options.forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
    options[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[at].id);
  };
  const close = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const take = (node) => {
    field.value = '';
    close();
    choose(node);
  };
  const open = () => {
    if (!field.value.trim()) { close(); return; }
    const found = find(field.value);
    hits = found.slice(0, HITS_MOST);
    const rows = hits.map((node, number) => hitRow(node, `${list.id}-${number}`, () => take(node), () => { if (at !== number) mark(number); }));
    const more = found.length ? WORDS.found(hits.length, found.length) : WORDS.nothing;
    list.replaceChildren(...rows, ...(more ? [element('div', { class: 'more', role: 'note' }, more)] : []));
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    if (hits.length) mark(0);
  };
  field.addEventListener('input', open);
  field.addEventListener('focus', open);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden && hits.length;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
      event.preventDefault();
      mark((at + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === 'Enter' && isOpen) take(hits[Math.max(at, 0)]);
    else if (event.key === 'Escape' && field.value) {
      event.stopPropagation();
      field.value = '';
      close();
    }
  });
}

function hitRow(node, id, take, mark) {
  const context = [node.abbreviations.join(', '), otherNames(node).join(', '), node.definitions.join(' ')].filter(Boolean).join(' · ');
  const isHidden = !isNodeShown(node);
  const kind = element('span', { class: 'kind' }, [classes[node.class].name, WORDS.relations(node.degree), ...(isHidden ? [WORDS.hidden] : [])].join(' · '));
  const row = element('div', { role: 'option', id, class: isHidden ? 'filtered' : '', 'aria-selected': 'false' });
  row.append(badge(node.class), element('span', { class: 'name' }, node.label), kind);
  if (context) row.append(element('span', { class: 'context' }, context.slice(0, 200)));
  row.addEventListener('mousedown', (event) => event.preventDefault());
  row.addEventListener('click', take);
  row.addEventListener('mousemove', mark);
  return row;
}
