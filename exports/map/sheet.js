// On a phone the panel is a sheet that comes up from below: drawn by its handle, or set to one of three heights.
const SHEET = [12, 42, 88]; // parts of the room in hundredths: the heading, half, nearly all
const DRAGGED = 6; // pixels that are no longer a tap
const narrow = window.matchMedia('(max-width: 820px)');

let sheetStep = 1;
let sheetDrag = null;

function startSheet() {
  const handle = document.getElementById('sheet');
  handle.setAttribute('aria-label', WORDS.sheet);
  handle.addEventListener('click', (event) => { if (!sheetDrag?.moved || !event.detail) setSheet(sheetStep === SHEET.length - 1 ? 0 : sheetStep + 1); sheetDrag = null; });
  handle.addEventListener('keydown', ({ key }) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (way) setSheet(Math.min(SHEET.length - 1, Math.max(0, sheetStep + way)));
  });
  handle.addEventListener('pointerdown', ({ clientY, pointerId }) => {
    handle.setPointerCapture(pointerId);
    sheetDrag = { y: clientY, height: document.getElementById('panel').offsetHeight, moved: false };
  });
  handle.addEventListener('pointermove', ({ clientY, buttons }) => { if (sheetDrag && buttons) dragSheet(clientY); });
  handle.addEventListener('pointerup', () => { if (sheetDrag?.moved) setSheet(nearestStep()); });
  narrow.addEventListener('change', placeMentions);
  placeMentions();
  setSheet(sheetStep);
}

function dragSheet(y) {
  sheetDrag.moved ||= Math.abs(sheetDrag.y - y) > DRAGGED;
  if (sheetDrag.moved) document.getElementById('main').style.setProperty('--sheet', `${sheetDrag.height + sheetDrag.y - y}px`);
}

// The height that is nearest to the one that the sheet was drawn to.
function nearestStep() {
  const part = (100 * document.getElementById('panel').offsetHeight) / document.getElementById('main').clientHeight;
  return SHEET.reduce((best, height, step) => (Math.abs(height - part) < Math.abs(SHEET[best] - part) ? step : best), 0);
}

function setSheet(step) {
  sheetStep = step;
  document.getElementById('main').style.setProperty('--sheet', `${SHEET[step]}%`);
  document.getElementById('sheet').setAttribute('aria-expanded', String(step > 0));
  if (network && narrow.matches && step < SHEET.length - 1) requestAnimationFrame(() => showAll(false));
}

// What has no room in the bar of a phone stands in the sheet of filters.
function placeMentions() {
  const holder = document.getElementById('mentions-switch');
  if (narrow.matches) document.getElementById('legend').prepend(holder);
  else document.querySelector('.tools').prepend(holder);
}
