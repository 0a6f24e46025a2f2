// On paper the scene is a drawing that fits the sheet, in light colours, and everything that folds is open.
let unfolded = [];

function startPrint() {
  window.addEventListener('beforeprint', () => {
    readTheme(true);
    const drawn = new DOMParser().parseFromString(drawing(), 'image/svg+xml').documentElement;
    for (const size of ['width', 'height']) drawn.removeAttribute(size);
    document.getElementById('printed').replaceChildren(...(sceneBoxes().length && state.view !== 'table' ? [drawn] : []));
    unfolded = [...document.querySelectorAll('#panel details:not([open])')];
    for (const one of unfolded) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    document.getElementById('printed').replaceChildren();
    for (const one of unfolded) one.open = false;
    readTheme();
  });
}
