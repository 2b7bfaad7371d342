// The plane as a sheet of paper that the layers fold: what each makes of it, and the way from one to the next.
const { layers, stages, names, side, sheet } = data, end = stages.length - 1, flat = axes(data.plane), frame = data.frame;
let stage = end, picked = 0, going = null;

// seen is where points of the plane lie in each stage, in the drawing: stage by stage, x and y.
function seen(X) {
  const { Z, A } = Network.forward(layers, X);
  return stages.map(({ layer, bent, P, at, where }) => {
    const [x, y] = Network.product(P, layer === 0 || bent ? A[layer] : Z[layer - 1], at), place = axes(where);
    return { x: Array.from(x, place.x), y: Array.from(y, place.y) };
  });
}

// lattice are the points of the plane between which the sheet's squares lie, row by row; off moves them by parts of a square.
function lattice(n, off) {
  const all = Array.from({ length: n * n }, (_, k) => k);
  return [all.map(k => sheet.x0 + (sheet.x1 - sheet.x0) * (k % n + off) / side), all.map(k => sheet.y0 + (sheet.y1 - sheet.y0) * (Math.floor(k / n) + off) / side)];
}

const corners = seen(lattice(side + 1, 0)), points = seen(data.X);
const shades = Array.from(Network.answers(layers, lattice(side, 0.5)), a => ({ fill: a > 0.5 ? colours.orange : colours.blue, 'fill-opacity': short(0.05 + 0.25 * Math.abs(2 * a - 1)) }));
const answers = Network.answers(layers, data.X);

// between are the places on the way from one stage to the next.
const between = all => {
  const k = Math.min(Math.floor(stage), end - 1), t = stage - k;
  return j => [(1 - t) * all[k].x[j] + t * all[k + 1].x[j], (1 - t) * all[k].y[j] + t * all[k + 1].y[j]];
};

// ---- the picture: its elements are made once, and moved

const window_ = draw('svg', { x: frame.left, y: frame.top, width: frame.width, height: frame.height, viewBox: `${frame.left} ${frame.top} ${frame.width} ${frame.height}` });
const squares = shades.map(shade => draw('path', shade)), rim = { stroke: paper, 'stroke-width': 0.8 };
const dots = data.Y.map(y => (y > 0.5 ? draw('path', { d: 'M3.8 0L0 3.8L-3.8 0L0 -3.8Z', fill: colours.orange, ...rim }) : draw('circle', { r: 2.9, fill: colours.blue, ...rim })));
window_.append(...squares);
paint('paper', window_);
paint('examples', ...dots);
const cut = part('cut').firstElementChild;

function showPaper() {
  const corner = between(corners), point = between(points), place = Array.from({ length: (side + 1) ** 2 }, (_, i) => corner(i));
  squares.forEach((e, k) => {
    const i = Math.floor(k / side) * (side + 1) + k % side;
    e.setAttribute('d', path([place[i], place[i + 1], place[i + side + 2], place[i + side + 1]]) + 'Z');
  });
  dots.forEach((e, j) => put(e, ...point(j)));
  if (data.cut) cut.style.opacity = Math.max(0, 1 - 2 * (end - stage));
  put(pin, ...point(picked));
  put(flatPin, flat.x(data.X[0][picked]), flat.y(data.X[1][picked]));
}

const name = () => (Number.isInteger(stage) ? stages[stage].name : fill(say.between, stages[Math.floor(stage)].name, stages[Math.ceil(stage)].name));

function stageSays(s) {
  const numbers = [fixed(s.right, 1), fixed(s.seen, 0)];
  if (stage === end && !data.cut) return fill(say.none, s.name, fixed(answers[0], 3), ...numbers);
  return fill(stage === end ? say.last : say.stage, s.name, s.size, ...numbers);
}

function state() {
  const s = stages[stage], example = fill(say.example, picked + 1, names[data.Y[picked] > 0.5 ? 1 : 0], fixed(answers[picked], 3));
  return sentences(s ? stageSays(s) : name(), example);
}

function show() {
  showPaper();
  paint('name', words(frame.left, 15, name(), { 'font-size': 13, 'font-weight': 600 }));
  slide.show(stage);
  allow(earlier, stage > 0);
  allow(later, stage < end);
  pin.refresh?.();
  flatPin.refresh?.();
  tell(state());
}

// ---- what is under the hand

function rest() {
  if (going === null) return;
  cancelAnimationFrame(going);
  going = null;
  hold(-1);
}

function to(k) {
  rest();
  stage = clamp(Math.round(100 * k) / 100, 0, end);
  show();
}

// glide goes to a stage in a second, or at once where she wants nothing to move.
function glide(k) {
  rest();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return to(k);
  const from = stage, start = performance.now();
  hold(1);
  const tick = now => {
    const t = clamp((now - start) / 1100, 0, 1);
    if (!figure.isConnected || t === 1) return to(k);
    stage = from + (k - from) * t * t * (3 - 2 * t);
    show();
    going = requestAnimationFrame(tick);
  };
  going = requestAnimationFrame(tick);
}

const ring = () => draw('g', {}, draw('circle', { r: 16, fill: 'transparent' }), draw('circle', { class: 'ring', r: 7, stroke: colours.ink, 'stroke-width': 2 }));
const pin = ring(), flatPin = ring();
part('hands').replaceChildren(pin);
part('flat').replaceChildren(flatPin);
const slide = slider(say.slide, 0, end, 0.02, v => (Number.isInteger(v) ? stages[v].name : ''), v => to(v), { stride: 0.5, spoken: () => name() });
slide.querySelector('output').style.minWidth = '12em';
const earlier = button('◀ ' + say.before, () => glide(Math.ceil(stage) - 1)), later = button(say.next + ' ▶', () => glide(Math.floor(stage) + 1));
tools(button(say.flat, () => to(0)), earlier, later, slide);

const choose = j => { picked = clamp(j, 0, data.Y.length - 1); show(); };
const near = (p, place) => data.Y.reduce((best, _, j) => {
  const [x, y] = place(j), d = Math.hypot(p.x - x, p.y - y);
  return d < best.d ? { j, d } : best;
}, { j: 0, d: Infinity }).j;
const holds = place => ({
  moved: p => choose(near(p, place())), steer: (right, up) => choose(picked + right + up), value: () => [picked + 1, fill(say.number, picked + 1)],
});
hand(pin, say.pick, holds(() => between(points)));
hand(flatPin, say.pick, holds(() => j => [flat.x(data.X[0][j]), flat.y(data.X[1][j])]));
show();
