// The bar: views, the menu, and the choices on the stage.
function startBar() {
  for (const one of document.querySelectorAll('[data-words]')) one.textContent = WORDS[one.dataset.words];
  for (const one of document.querySelectorAll('[data-words-label]')) one.setAttribute('aria-label', WORDS[one.dataset.wordsLabel]);
  for (const one of document.querySelectorAll('[data-words-title]')) one.title = WORDS[one.dataset.wordsTitle];
  for (const one of document.querySelectorAll('[data-words-hint]')) one.placeholder = `${WORDS[one.dataset.wordsHint]}`;
  document.getElementById('skip').addEventListener('click', () => { go({ view: 'table', end: null }); document.getElementById('table').focus(); });
  fillMenu();
  disclose('menu-button', () => document.getElementById('menu'), 'hidden');
  document.getElementById('legend-button').addEventListener('click', () => openLegend(!document.body.classList.contains('legend-open')));
}

// The legend of a small screen, which lies over the map.
function openLegend(isOpen) {
  document.body.classList.toggle('legend-open', isOpen);
  document.getElementById('legend-button').setAttribute('aria-expanded', String(isOpen));
}

function disclose(name, target) {
  const opener = document.getElementById(name);
  const set = (isOpen) => {
    target().hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  opener.addEventListener('click', () => set(target().hidden));
  document.addEventListener('pointerdown', ({ target: at }) => { if (!opener.parentElement.contains(at)) set(false); });
  opener.parentElement.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || target().hidden) return;
    event.stopPropagation();
    set(false);
    opener.focus();
  });
}

function fillMenu() {
  const told = element('span', { class: 'soft', role: 'status' });
  const copyLink = async () => { told.textContent = await copied(location.href); };
  document.getElementById('menu').replaceChildren(
    element('h2', {}, WORDS.save),
    button(WORDS.png, savePng, { id: 'save-png' }),
    button(WORDS.svg, saveSvg, { id: 'save-svg' }),
    button(WORDS.print, () => window.print(), { id: 'print' }),
    button(WORDS.copyLink, copyLink, { id: 'copy-link' }),
    told,
    chooser('theme', WORDS.theme, Object.entries(WORDS.themes)),
    ...(languages.length > 1 ? [chooser('language', WORDS.language, languages.map((tag, at) => [at ? tag : '', languageName(tag)]))] : []),
  );
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

function chooser(name, words, choices) {
  const select = element('select', { id: name, class: 'field' }, ...choices.map(([value, text]) => element('option', { value }, text)));
  select.addEventListener('change', () => amend({ [name]: select.value }));
  return element('label', { class: 'chooser' }, element('span', { class: 'soft' }, words), select);
}

function showBar() {
  const choices = Object.entries(WORDS.view).filter(([view]) => (view !== 'groups' || startView === 'groups') && (view !== 'tree' || treeKinds().length));
  const current = state.end === null ? state.view : startView;
  document.getElementById('views').replaceChildren(...segments(WORDS.views, choices, current, (view) => go({ view, end: null, group: null, steps: 1, open: [], selected: view === 'groups' ? null : state.selected })).childNodes);
  for (const name of ['theme', 'language']) {
    const select = document.getElementById(name);
    if (select) select.value = state[name];
  }
  showChoices();
}

// Which hierarchy, and the way back from a group.
function showChoices() {
  const holder = document.getElementById('choices');
  const kinds = treeKinds().map(([name]) => [name, WORDS.tree[name]]);
  holder.hidden = !(scene.kind === 'tree' && kinds.length > 1) && !(state.group !== null && scene.kind === 'map');
  if (holder.hidden) return;
  if (scene.kind === 'tree') holder.replaceChildren(element('span', { class: 'soft' }, WORDS.trees), segments(WORDS.trees, kinds, treeKind(), (tree) => go({ tree })));
  else holder.replaceChildren(element('a', { href: addressOf({}) }, `← ${WORDS.leaveGroup}`), element('span', { class: 'soft' }, WORDS.groupOf(groupOf(state.group).members[0].label)));
}
