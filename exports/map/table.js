// The table: every term or relation that the filters show, as rows that sort; the way in for screen readers.
const PIECE = 400; // rows that are added at once

const TABLES = {
  terms: {
    columns: ['term', 'class', 'names', 'definition', 'relations', 'source'],
    rows: () => nodes.filter(isListed),
    cells: (node) => [linkTo(node), classes[node.class].name, [...node.abbreviations, ...otherNames(node)].join(', '), node.definitions.join(' '), String(node.degree), node.places.map(placeText).join('; ')],
    value: (node, column) => ({ term: node.label, class: classes[node.class].name, names: node.abbreviations.join(), definition: node.definitions.join(), relations: node.degree, source: node.places.map(placeText).join() })[column],
  },
  relations: {
    columns: ['from', 'relation', 'to', 'confidence', 'quote', 'place'],
    rows: () => edges.filter((edge) => isEdgeShown(edge) && isListed(nodes[edge.from]) && isListed(nodes[edge.to])),
    cells: (edge) => [linkTo(nodes[edge.from]), phrase(edge, edge.from), linkTo(nodes[edge.to]), edge.confidence === null ? '' : String(edge.confidence), proofsOf(edge).map(({ quote }) => quote).join(' … '), proofsOf(edge).map(({ place }) => placeText(place)).join('; ')],
    value: (edge, column) => ({ from: nodes[edge.from].label, relation: relations[edge.relation].label, to: nodes[edge.to].label, confidence: edge.confidence ?? -1, quote: proofsOf(edge)[0]?.quote ?? '', place: proofsOf(edge).map(({ place }) => placeText(place)).join() })[column],
  },
};

let filling = 0;
let filledFor = '';

function showTable() {
  const isTable = state.view === 'table' && state.end === null;
  document.getElementById('table').hidden = !isTable;
  document.getElementById('stage').hidden = isTable;
  if (!isTable) return;
  const key = JSON.stringify([state.table, state.sort, state.mentions, state.language, ...Object.values(filters).map(({ hidden }) => [...hidden])]);
  if (key !== filledFor) fillTable();
  filledFor = key;
}

function fillTable() {
  const kind = TABLES[state.table];
  const rows = sortedRows(kind);
  const body = element('tbody', {});
  const head = element('thead', {}, element('tr', {}, ...kind.columns.map(columnHead)));
  const choice = segments(WORDS.tableOf, Object.entries(WORDS.tables), state.table, (table) => go({ table, sort: '' }));
  const heading = element('div', { class: 'table-bar' }, element('h2', { id: 'table-heading' }, `${WORDS.tableOf} ${WORDS.tables[state.table]}`), choice, element('span', { class: 'soft' }, WORDS.rows(rows.length)));
  document.getElementById('table').replaceChildren(heading, element('table', { class: state.table, 'aria-labelledby': 'table-heading' }, head, body));
  cancelAnimationFrame(filling);
  addRows(body, kind, rows, 0);
}

// Tens of thousands of rows would block the page if they came at once.
function addRows(body, kind, rows, from) {
  const made = rows.slice(from, from + PIECE).map((row) => element('tr', {}, ...kind.cells(row).map((cell, at) => element(at ? 'td' : 'th', at ? {} : { scope: 'row' }, cell))));
  body.append(...made);
  if (from + PIECE < rows.length) filling = requestAnimationFrame(() => addRows(body, kind, rows, from + PIECE));
}

const sortColumn = () => state.sort.replace(/^-/, '');

function columnHead(column) {
  const isSorted = sortColumn() === column;
  const order = !isSorted ? 'none' : state.sort.startsWith('-') ? 'descending' : 'ascending';
  const sort = button(WORDS.columns[column], () => amend({ sort: order === 'ascending' ? `-${column}` : column }), { 'data-column': column });
  return element('th', { scope: 'col', 'aria-sort': order }, sort);
}

function sortedRows({ rows, value, columns }) {
  const column = columns.includes(sortColumn()) ? sortColumn() : columns[0];
  const way = state.sort.startsWith('-') ? -1 : 1;
  const keyed = rows().map((row) => ({ row, key: value(row, column) }));
  const compare = (a, b) => (typeof a === 'number' ? a - b : collator.compare(a, b));
  return keyed.sort((a, b) => way * compare(a.key, b.key) || a.row.id - b.row.id).map(({ row }) => row);
}
