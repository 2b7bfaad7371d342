// What living figures share: their numbers and words, drawing into the parts of the picture, and what a learner takes hold of, each
// by mouse, finger and keyboard. `figure` is the element around it all.
const root = figure.querySelector('[data-living]');
const { data, say } = JSON.parse(root.dataset.numbers);
const drawings = [...figure.querySelectorAll('[data-panels] > svg')];
const colours = { blue: '#1f7ac4', orange: '#d95f0e', green: '#129371', purple: '#b05ca6', gold: '#a8800c', grey: '#808080', ink: 'currentColor' };
const paper = 'var(--jp-layout-color0,Canvas)';

// The keys of a figure are its own, not JupyterLab's.
figure.setAttribute('data-lm-suppress-shortcuts', 'true');
const style = document.createElement('style');
style.textContent = `
  .nekonote-figure [data-hand] { cursor: grab; touch-action: none; outline: none }
  .nekonote-figure [data-hand]:active { cursor: grabbing }
  .nekonote-figure [data-hand]:focus-visible .ring { stroke: currentColor }
  .nekonote-figure .tools { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; font-size: 13px; margin: 6px 0 2px; max-width: 800px }
  .nekonote-figure .tools button { min-height: 30px; padding: 2px 10px; border: 1px solid color-mix(in srgb, currentColor 45%, transparent); border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer }
  .nekonote-figure .tools button:hover { background: color-mix(in srgb, currentColor 9%, transparent) }
  .nekonote-figure .tools button[aria-disabled=true] { opacity: 0.4; cursor: default; background: none }
  .nekonote-figure .tools button[aria-pressed=true] { background: color-mix(in srgb, #1f7ac4 22%, transparent); border-color: #1f7ac4 }
  .nekonote-figure .tools select { min-height: 30px; font: inherit; color: inherit; border: 1px solid color-mix(in srgb, currentColor 45%, transparent); border-radius: 6px; background: ${paper} }
  .nekonote-figure .tools label { display: inline-flex; align-items: center; gap: 7px; white-space: nowrap }
  .nekonote-figure .tools input[type=range] { width: 150px; margin: 0; accent-color: #1f7ac4 }
  .nekonote-figure .tools output { display: inline-block; min-width: 3.4em; font-variant-numeric: tabular-nums }`;
root.append(style);

// ---- words

// fixed writes a number with so many decimals and a true minus sign. fill puts values into a sentence's %s, in order; %% is a percent
// sign, as in Go.
const fixed = (x, decimals = 2) => {
  if (!Number.isFinite(x)) return x > 0 ? '∞' : x < 0 ? '−∞' : 'NaN';
  const text = x.toFixed(decimals);
  return (+text === 0 ? text.replace('-', '') : text).replace('-', '−');
};
const fill = (sentence, ...values) => {
  let next = 0;
  return sentence.replace(/%%|%(?:\[(\d+)\])?s/g, (all, n) => (all === '%%' ? '%' : values[n ? n - 1 : next++]));
};

// tell says in words what is seen. While something is dragged or runs, a screen reader waits for the end.
const said = root.querySelector('[data-said]');
let busy = 0;
const tell = text => { if (said.textContent !== text) said.textContent = text; };
const hold = by => {
  busy += by;
  said.setAttribute('aria-live', busy > 0 ? 'off' : 'polite');
  if (busy === 0) said.append(''), tell(said.textContent + '\u200b');
};

// ---- drawing

const part = name => figure.querySelector(`[data-part="${name}"]`);

// draw makes an element of the picture; paint puts elements into a part, instead of what was there.
const draw = (kind, attributes, ...inside) => {
  const e = document.createElementNS('http://www.w3.org/2000/svg', kind);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) e.setAttribute(name, value);
  e.append(...inside);
  return e;
};
const paint = (name, ...inside) => part(name).replaceChildren(...inside);
const short = x => +x.toFixed(2);
const path = points => points.map(([x, y], i) => (i ? 'L' : 'M') + short(x) + ' ' + short(y)).join('');
const line = (points, colour, width, more) => draw('path', { d: path(points), stroke: colour, 'stroke-width': width, ...more });
const disc = (x, y, r, colour) => draw('g', {},
  draw('circle', { cx: short(x), cy: short(y), r: r + 1, fill: paper }), draw('circle', { cx: short(x), cy: short(y), r, fill: colour }));
const words = (x, y, text, more) => draw('text', { x: short(x), y: short(y), fill: colours.ink, 'font-size': 12, ...more }, text);

// sentences puts sentences after one another: with a space between them, but none behind a Japanese full stop, which has room of its own.
const sentences = (...all) => all.filter(s => s).reduce((said, s) => said + (!said || /。$/.test(said) ? '' : ' ') + s, '');

// halo keeps words apart from what lies below them.
const halo = { stroke: paper, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };

// axes carry numbers to places of the drawing and back.
const axes = s => ({
  ...s,
  x: v => s.left + s.width * (v - s.x0) / (s.x1 - s.x0), y: v => s.top + s.height * (s.y1 - v) / (s.y1 - s.y0),
  fromX: p => s.x0 + (p - s.left) * (s.x1 - s.x0) / s.width, fromY: p => s.y1 - (p - s.top) * (s.y1 - s.y0) / s.height,
});
const clamp = (x, low, high) => Math.min(high, Math.max(low, x));

// ---- what she takes hold of

// hand makes an element of the drawing one that is dragged: moved is told the place in the drawing; or moved by the arrow keys, which
// steer tells how far to the right and up, 1 or, with Shift, 10. released is told when it is let go, or the key. value says what it holds, for a screen reader.
const hand = (e, label, { moved, steer, value, pressed, released }) => {
  const svg = e.ownerSVGElement;
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'group');
  const attributes = { 'data-hand': '', tabindex: 0, role: 'slider', 'aria-label': label };
  for (const [name, v] of Object.entries(attributes)) e.setAttribute(name, v);
  e.refresh = () => {
    const [now, text] = value();
    e.setAttribute('aria-valuenow', short(now));
    e.setAttribute('aria-valuetext', text);
  };
  e.refresh();
  const at = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  let held = null;
  // Where a finger pulls at a hand, the page does not scroll: a browser may not heed touch-action within a drawing.
  e.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
  e.addEventListener('pointerdown', event => {
    if (event.button) return;
    event.preventDefault();
    e.setPointerCapture(event.pointerId);
    e.focus({ preventScroll: true });
    held = event.pointerId;
    hold(1);
    if (pressed) pressed(at(event));
  });
  e.addEventListener('pointermove', event => { if (event.pointerId === held) moved(at(event)); });
  for (const end of ['pointerup', 'pointercancel']) {
    e.addEventListener(end, event => {
      if (event.pointerId !== held) return;
      held = null;
      released?.();
      hold(-1);
    });
  }
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  e.addEventListener('keyup', event => { if (ways[event.key]) released?.(); });
  e.addEventListener('keydown', event => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    steer(...way.map(v => v * (event.shiftKey ? 10 : 1)));
  });
  return e;
};

// knob is the round thing that is dragged; a finger may miss it by some points.
const knob = (colour, sign = '') => draw('g', {},
  draw('circle', { r: 20, fill: 'transparent' }), draw('circle', { class: 'ring', r: 12.5, fill: paper, 'fill-opacity': 0.8, stroke: 'none', 'stroke-width': 2 }),
  draw('circle', { r: 8.5, fill: colour, stroke: paper, 'stroke-width': 1.5 }),
  draw('text', { y: 4, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 600, fill: '#fff', style: 'pointer-events:none' }, sign));
const put = (e, x, y) => e.setAttribute('transform', `translate(${short(x)} ${short(y)})`);

const make = (kind, attributes = {}, ...inside) => {
  const e = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) e.setAttribute(name, value);
  e.append(...inside);
  return e;
};

// tools is a line of buttons and sliders below the drawings, or in another place.
const tools = (...inside) => {
  const e = make('div', { class: 'tools' }, ...inside);
  root.insertBefore(e, said);
  return e;
};
const button = (text, clicked) => {
  const e = make('button', { type: 'button' }, text);
  e.onclick = () => { if (e.getAttribute('aria-disabled') !== 'true') clicked(); };
  return e;
};

// allow says whether a button has anything to do. It is never disabled, which would take the focus from under her finger.
const allow = (e, can) => e.setAttribute('aria-disabled', !can);

// slider is moved by hand; where stride is given, by that much with an arrow key. spoken is what a screen reader says of a value.
const slider = (name, low, high, step, write, changed, { stride, spoken = write } = {}) => {
  const input = make('input', { type: 'range', min: low, max: high, step, 'aria-label': name }), output = make('output', { 'aria-hidden': 'true' });
  const e = make('label', {}, make('span', {}, name), input, output);
  e.show = v => {
    input.value = v;
    output.textContent = write(v);
    input.setAttribute('aria-valuetext', spoken(v));
  };
  input.oninput = () => changed(+input.value);
  input.addEventListener('keydown', event => {
    event.stopPropagation();
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -2, PageUp: 2 }[event.key];
    if (!stride || !way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = input.value / stride;
    changed(clamp(stride * ((way > 0 ? Math.floor(at) : Math.ceil(at)) + way), low, high));
  });
  return e;
};
