// The address says what is seen: #term?to=…&steps=2&view=tree&noclass=Roles. Reading and writing it.
const SHORT = { classes: 'class', relations: 'relation', sources: 'source', confidence: 'confidence' };
const escaped = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const listed = (texts) => texts.map(escaped).join(',');

function readable(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

// The part of the address that every link keeps: filters, mentions, language, colours.
function filterPart() {
  const parts = [];
  for (const [name, { of, hidden }] of Object.entries(filters)) {
    if (!hidden.size) continue;
    const shown = of.filter((_, number) => !hidden.has(number));
    const isShort = shown.length < hidden.size;
    parts.push(`${isShort ? '' : 'no'}${SHORT[name]}=${listed(isShort ? shown : [...hidden].sort((a, b) => a - b).map((number) => of[number]))}`);
  }
  if (state.mentions !== content.mentions_shown) parts.push(`mentions=${state.mentions ? 1 : 0}`);
  if (state.language) parts.push(`lang=${escaped(state.language)}`);
  if (state.theme !== 'auto') parts.push(`theme=${state.theme}`);
  return parts;
}

let keptPart = [];

function addressOf(place) {
  const { selected, end, steps, open, view, group, tree, table, sort } = { ...start, ...place };
  const parts = [];
  if (end !== null) parts.push(`to=${escaped(nodes[end].key)}`);
  if (steps > 1) parts.push(`steps=${steps}`);
  if (open.length) parts.push(`open=${listed(open.map((id) => nodes[id].key))}`);
  if (view !== startView) parts.push(`view=${view}`);
  if (group !== null) parts.push(`group=${group}`);
  if (tree !== null) parts.push(`tree=${tree}`);
  if (table !== start.table) parts.push(`table=${table}`);
  if (sort) parts.push(`sort=${sort}`);
  parts.push(...keptPart);
  return `#${selected === null ? '' : escaped(nodes[selected].key)}${parts.length ? `?${parts.join('&')}` : ''}`;
}

function readAddress(address) {
  const [key, ...rest] = address.replace(/^#/, '').split('?');
  const given = new Map(rest.join('?').split('&').map((part) => part.split('=')).map(([name, value = '']) => [name, value]));
  const idOf = (text) => byKey.get(readable(text))?.id ?? null;
  const oneOf = (name, known, otherwise) => (known.includes(given.get(name)) ? given.get(name) : otherwise);
  readFilters(given);
  const group = Number(given.get('group') || NaN);
  Object.assign(state, start, {
    selected: idOf(key),
    end: idOf(given.get('to') ?? ''),
    steps: Number(oneOf('steps', ['1', '2', '3'], '1')),
    open: (given.get('open') ?? '').split(',').map(idOf).filter((id) => id !== null),
    view: oneOf('view', Object.keys(WORDS.view).filter((view) => view !== 'groups' || startView === 'groups'), startView),
    group: Number.isInteger(group) && groupList().some(({ number }) => number === group) ? group : null,
    tree: oneOf('tree', Object.keys(WORDS.tree), null),
    table: oneOf('table', Object.keys(WORDS.tables), start.table),
    sort: readable(given.get('sort') ?? ''),
    mentions: given.has('mentions') ? given.get('mentions') === '1' : content.mentions_shown,
    language: oneOf('lang', languages, ''),
    theme: oneOf('theme', Object.keys(WORDS.themes), 'auto'),
  });
  if (state.selected === null) state.end = null;
  keptPart = filterPart();
}

function readFilters(given) {
  for (const [name, { of, hidden }] of Object.entries(filters)) {
    const named = (parameter) => new Set((given.get(parameter) ?? '').split(',').map(readable));
    hidden.clear();
    const [shown, gone] = [named(SHORT[name]), named(`no${SHORT[name]}`)];
    of.forEach((text, number) => {
      if (given.has(SHORT[name]) ? !shown.has(text) : gone.has(text)) hidden.add(number);
    });
  }
}

// Go to a place of the page; the browser remembers the one that is left.
function go(changes) {
  const next = addressOf({ ...state, ...changes });
  if (next === addressOf(state) && location.hash.length > 1) return;
  location.hash = next;
}

// Change what is seen without a step that "back" would undo.
function amend(changes = {}) {
  Object.assign(state, changes);
  keptPart = filterPart();
  try {
    history.replaceState(null, '', addressOf(state));
  } catch { // a page inside another (srcdoc) has no address of its own to replace
    location.hash = addressOf(state);
  }
  refresh();
}
