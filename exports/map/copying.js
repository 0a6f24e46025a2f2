// Notes: what is selected as Markdown, as Turtle, and as a SPARQL query, to be put elsewhere.
const plain = (text) => text.replace(/\s+/g, ' ').trim();
const marked = (text) => plain(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');
const literal = (text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

// The edges that the selection is about: the steps of a path, else all of the selected term.
function selectedEdges() {
  if (scene.steps) return scene.steps.map(({ edge }) => edge);
  return edgesOf[state.selected].filter(isEdgeShown);
}

const COPIES = {
  markdown() {
    const source = ({ quote, place }) => ` — “${marked(quote)}” (${marked(placeText(place))})`;
    const seen = (edge) => (edge.from === state.selected || scene.steps ? edge.from : edge.to);
    const line = (edge) => `- **${marked(nodes[seen(edge)].label)}** ${phrase(edge, seen(edge))} **${marked(otherEnd(edge, seen(edge)).label)}**${proofsOf(edge).slice(0, 1).map(source).join('')}`;
    const title = scene.steps ? `## ${marked(sentence(scene.steps))}` : `## ${marked(nodes[state.selected].label)}`;
    const definitions = scene.steps ? [] : nodes[state.selected].definitions.map((text) => `${marked(text)}\n`);
    return [title, '', ...definitions, ...selectedEdges().map(line), ''].join('\n');
  },
  turtle() {
    const found = selectedEdges();
    const ids = [...new Set([state.selected, ...found.flatMap(({ from, to }) => [from, to])])];
    const label = (id) => `<${nodes[id].iri}> <${content.label_iri}> ${literal(nodes[id].name)}${nodes[id].language && `@${nodes[id].language}`} .`;
    const statement = ({ from, relation, to }) => `<${nodes[from].iri}> <${relations[relation].iri}> <${nodes[to].iri}> .`;
    return [...ids.map(label), ...found.map(statement), ''].join('\n');
  },
  sparql() {
    if (scene.steps) {
      const statements = scene.steps.map(({ edge: { from, relation, to } }) => `  <${nodes[from].iri}> <${relations[relation].iri}> <${nodes[to].iri}> .`);
      return ['CONSTRUCT WHERE {', ...statements, '}', ''].join('\n');
    }
    const { iri } = nodes[state.selected];
    return `SELECT ?from ?relation ?to WHERE {\n  { BIND(<${iri}> AS ?from) <${iri}> ?relation ?to }\n  UNION\n  { BIND(<${iri}> AS ?to) ?from ?relation <${iri}> }\n}\n`;
  },
};

function copyRow() {
  const told = element('span', { class: 'soft', role: 'status' });
  const buttons = Object.entries(WORDS.copy).map(([form, words]) => button(words, async () => { told.textContent = await copied(COPIES[form]()); }, { class: 'text', 'data-copy': form }));
  return element('p', { class: 'copy' }, element('span', { class: 'soft' }, WORDS.copyAs), ...buttons, told);
}

// Copy; where a page may not, show the text ready to be copied by hand.
async function copied(text) {
  document.getElementById('copy-text')?.remove();
  try {
    await navigator.clipboard.writeText(text);
    return WORDS.copied;
  } catch {
    const field = element('textarea', { id: 'copy-text', 'aria-label': WORDS.copyText, readonly: '', rows: 8 }, text);
    document.getElementById('panel').append(field);
    field.select();
    field.scrollIntoView({ block: 'nearest' });
    return WORDS.notCopied;
  }
}
