// Colours: those of the style sheet, read for the canvas, and those of the classes, made fit for the ground.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');
const GROUP_HUES = [212, 28, 150, 330, 48, 265, 190, 95, 5, 240];

let theme = {};

function readTheme(isPaper = false) {
  const root = document.documentElement;
  const isContrast = !isPaper && (state.theme === 'contrast' || (state.theme === 'auto' && contrast.matches));
  const isDark = !isPaper && (state.theme === 'dark' || (dark.matches && (state.theme === 'auto' || state.theme === 'contrast')));
  root.style.colorScheme = isDark ? 'dark' : 'light';
  root.dataset.contrast = isContrast ? 'more' : 'normal';
  theme = { ...canvasColours(), dark: isDark, contrast: isContrast, classes: classes.map((one) => classColours(one, isDark, isContrast)) };
  theme.classes.forEach(({ strip, letter }, number) => {
    root.style.setProperty(`--class-${number}`, strip);
    root.style.setProperty(`--letter-${number}`, letter);
  });
}

// The browser works out which of the two colours of light-dark() holds.
function canvasColours() {
  const probe = document.createElement('i');
  document.body.append(probe);
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found = { ink: colour('ink'), soft: colour('soft'), canvas: colour('canvas'), pill: colour('pill'), line: colour('line'), edge: colour('edge'), out: colour('edge-out'), into: colour('edge-in') };
  probe.remove();
  return found;
}

function classColours({ colour, fill }, isDark, isContrast) {
  const strip = isDark ? mixed(colour, '#ffffff', isContrast ? 0.55 : 0.3) : mixed(colour, '#000000', isContrast ? 0.35 : 0);
  const inside = isDark ? mixed(colour, '#171d23', 0.72) : fill;
  return { strip, fill: isContrast ? (isDark ? '#000000' : '#ffffff') : inside, letter: inkOn(strip) };
}

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function mixed(colour, other, share) {
  const [a, b] = [channels(colour), channels(other)];
  return `#${a.map((value, at) => Math.round(value + (b[at] - value) * share).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour) { // WCAG 2.2, relative luminance
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// White or near black, whichever stands out more (WCAG 2.2, contrast ratio).
function inkOn(colour) {
  const [ground, black] = [luminance(colour), luminance('#111820')];
  return (ground + 0.05) / (black + 0.05) > 1.05 / (ground + 0.05) ? '#111820' : '#ffffff';
}
