// One example on its way through a network: forward, what each unit answers; back, how large the error of each is, and how the weights would
// change. Step k is k layers forward, or, beyond the last of them, back again.
const { columns, pictures, names, lanes } = data, last = columns.length - 1, wide = data.lengths !== null;
const pill = { width: 46, height: 17, row: 21 }, signs = [colours.blue, colours.orange], errors = [colours.green, colours.purple];
let picked = 0, step = last;

// Where there are many inputs, the first layer takes z1 as it is: its weights are the unit matrix.
const layers = wide
  ? [{ W: columns[1].size > 0 ? Array.from({ length: columns[1].size }, (_, i) => Array.from({ length: columns[1].size }, (_, k) => +(i === k))) : [], b: Array(columns[1].size).fill(0), g: data.g }, ...data.layers]
  : data.layers;

// pass runs one example forward and back: a of each layer, from the inputs on, and dz and dw of each. Of one example db is dz.
function pass() {
  const x = data.X.map(row => [row[picked]]), y = [data.Y[picked]], cache = Network.forward(layers, x), slopes = Network.backward(layers, cache, y);
  return { a: cache.A.map(A => A.map(row => row[0])), z: cache.Z.map(Z => Z.map(row => row[0])), dz: slopes.map(s => s.b), dw: slopes.map(s => s.W), y: y[0] };
}

// ---- the picture

const at = (l, k) => [columns[l].x, columns[l].middle + (k - (columns[l].shown.length - 1) / 2) * pill.row];
const most = all => all.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
const far = all => all.reduce((best, v, i) => (Math.abs(v) > Math.abs(all[best]) ? i : best), 0);

// brief writes a number in the few letters that a unit has room for.
function brief(x) {
  if (Math.abs(x) >= 1e4) return x.toExponential(0).replace('+', '').replace('-', '−');
  if (x === 0 || Math.abs(x) >= 0.005) return fixed(x).replace(/\.?0+$/, '');
  const [digits, power] = x.toExponential(0).split('e-');
  return digits.replace('-', '−') + '·10⁻' + [...power].map(d => '⁰¹²³⁴⁵⁶⁷⁸⁹'[d]).join('');
}

// box is a number, and how large it is among those of its layer as a colour.
const box = (x, y, v, scale, [below, above]) => draw('g', {},
  draw('rect', { x, y: y - pill.height / 2, width: pill.width, height: pill.height, rx: 8, fill: paper, stroke: colours.ink, 'stroke-opacity': 0.4 }),
  draw('rect', { x, y: y - pill.height / 2, width: pill.width, height: pill.height, rx: 8, fill: v > 0 ? above : below, 'fill-opacity': 0.55 * Math.abs(v) / (scale || 1) }),
  words(x + pill.width / 2, y + 4, brief(v), { 'text-anchor': 'middle', 'font-size': 11 }));

// layersOf are the layers whose a is known by now, and whose dz.
const forwardDone = l => l <= step, backDone = l => step > last && l >= 2 * last + 1 - step;

function showUnits(p) {
  const out = [];
  columns.forEach(({ shown }, l) => shown?.forEach((i, k) => {
    const [x, y] = at(l, k);
    if (i < 0) return out.push(words(x + pill.width / 2, y + 5, '⋮', { 'text-anchor': 'middle', 'font-size': 14 }));
    if (forwardDone(l)) out.push(box(x, y, p.a[l][i], most(p.a[l]), signs));
    else out.push(draw('rect', { x, y: y - pill.height / 2, width: pill.width, height: pill.height, rx: 8, stroke: colours.ink, 'stroke-opacity': 0.25 }));
    if (l > 0 && backDone(l)) out.push(box(x + pill.width + 4, y, p.dz[l - 1][i], most(p.dz[l - 1]), errors));
  }));
  paint('units', ...out);
}

// showLines draws the lines into the layer of this step: forward what comes through each weight, back how each would change.
function showLines(p) {
  const back = step > last, l = back ? 2 * last + 1 - step : step, out = [];
  if (l > 0) {
    const fan = l === 1 && wide, value = (i, j) => (fan ? (back ? p.dz[0][i] : p.z[0][i]) : back ? p.dw[l - 1][i][j] : layers[l - 1].W[i][j] * p.a[l - 1][j]);
    const from = fan ? [[0, data.picture.left + data.picture.width, columns[0].middle]] : columns[l - 1].shown.flatMap((j, k) => (j < 0 ? [] : [[j, at(l - 1, k)[0] + pill.width + 2, at(l - 1, k)[1]]]));
    const to = columns[l].shown.flatMap((i, k) => (i < 0 ? [] : [[i, ...at(l, k)]]));
    const all = to.flatMap(([i, x2, y2]) => from.map(([j, x, y]) => ({ v: value(i, j), ends: [[x, y], [x2 - 2, y2]] }))), scale = most(all.map(e => e.v));
    for (const { v, ends } of all.sort((a, b) => Math.abs(a.v) - Math.abs(b.v))) {
      const part = Math.abs(v) / (scale || 1), [below, above] = back ? errors : signs;
      if (part >= 0.025) out.push(line(ends, v > 0 ? above : below, short(0.5 + 3.5 * part), { 'stroke-opacity': short(0.15 + 0.65 * part), 'stroke-dasharray': v < 0 ? '7 3' : undefined }));
    }
  }
  paint('lines', ...out);
}

function showInput() {
  const { left, top, width, height } = data.picture;
  if (pictures) return paint('input', draw('image', { x: left, y: top, width, height, href: pictures[picked] }));
  if (!data.plane) return;
  const plane = axes(data.plane), [x1, x2] = data.X;
  paint('input', draw('rect', { x: left, y: top, width, height, stroke: colours.ink, 'stroke-opacity': 0.13, fill: 'transparent' }),
    ...data.Y.map((y, j) => draw('circle', { cx: short(plane.x(x1[j])), cy: short(plane.y(x2[j])), r: 1.6, fill: y > 0.5 ? colours.orange : colours.blue, 'fill-opacity': 0.6 })));
  put(point, plane.x(x1[picked]), plane.y(x2[picked]));
}

function showAnswer(p) {
  const [x, y] = at(last, 0), said = [`ŷ = ${fixed(p.a[last][0])}`, `y = ${p.y}`, `L = ${fixed(Network.loss(p.a[last][0], p.y))}`];
  paint('answer', ...(step < last ? [] : said.map((text, i) => words(x, y + 30 + 18 * i, text))));
}

// ---- its words

function state(p) {
  const back = step > last, l = back ? 2 * last + 1 - step : step, kind = y => names[y > 0.5 ? 1 : 0];
  const start = fill(say.truth, picked + 1, kind(p.y), step, 2 * last);
  if (l === 0) return start + fill(say.input, data.inputs);
  const a = p.a[l], dz = p.dz[l - 1], none = dz.filter(d => d === 0).length, worst = far(dz);
  if (!back) {
    if (l === last) return start + fill(say.answer, fixed(a[0], 3), kind(a[0]), fixed(Network.loss(a[0], p.y), 3));
    if (most(a) === 0) return start + fill(say.silent, l, a.length);
    return start + fill(say.forward, l, a.filter(v => v !== 0).length, a.length, far(a) + 1, brief(a[far(a)]));
  }
  if (most(dz) === 0) return start + fill(say.nothing, l, dz.length);
  if (!(l === 1 && wide) && most(p.dw[l - 1].flat()) === 0) return start + fill(say.still, l, worst + 1, brief(dz[worst]));
  if (l === 1 && wide) return start + fill(say.pixels, l, worst + 1, brief(dz[worst]), none, dz.length, brief(Math.abs(dz[worst]) * data.lengths[picked]));
  if (l === last) return start + fill(say.output, brief(dz[0]), far(p.dw[l - 1][0]) + 1, brief(p.dw[l - 1][0][far(p.dw[l - 1][0])]));
  const row = far(p.dw[l - 1].map(most)), column = far(p.dw[l - 1][row]);
  return start + fill(say.back, l, worst + 1, brief(dz[worst]), none, dz.length, column + 1, row + 1, brief(p.dw[l - 1][row][column]));
}

// place is where the step lies on the way, in the drawing.
const place = k => (k <= last ? [columns[k].x + pill.width / 2, lanes[0]] : [columns[2 * last + 1 - k].x + pill.width * 1.5 + 4, lanes[1]]);

function show() {
  const p = pass();
  showLines(p);
  showInput();
  showUnits(p);
  showAnswer(p);
  put(walker, ...place(step));
  walker.lastChild.textContent = step;
  allow(earlier, step > 0);
  allow(later, step < 2 * last);
  choices.forEach((e, j) => e.setAttribute('aria-pressed', j === picked));
  examples?.show(picked + 1);
  walker.refresh?.();
  point.refresh?.();
  tell(state(p));
}

// ---- what is under the hand

const go = k => { step = clamp(Math.round(k), 0, 2 * last); show(); };
const choose = j => { picked = clamp(Math.round(j), 0, data.Y.length - 1); show(); };
const walker = knob(colours.green), point = draw('g', {}, draw('circle', { r: 16, fill: 'transparent' }), draw('circle', { class: 'ring', r: 6, stroke: colours.ink, 'stroke-width': 2 }));
part('hands').replaceChildren(walker, ...(data.plane ? [point] : []));
const earlier = button('◀ ' + say.back1, () => go(step - 1)), later = button(say.on + ' ▶', () => go(step + 1));
const choices = (pictures || []).map((href, j) => {
  const e = button('', () => choose(j));
  e.append(make('img', { src: href, width: 40, height: 40, alt: '', style: 'display:block;margin:0' }));
  e.setAttribute('aria-label', fill(say.example, j + 1));
  e.style.cssText = 'padding:3px';
  return e;
});
const examples = pictures ? null : slider(fill(say.example, ''), 1, data.Y.length, 1, String, j => choose(j - 1));
tools(button(say.start, () => go(0)), earlier, later);
const picks = tools(...(examples ? [examples] : choices));
picks.setAttribute('role', 'group');
picks.setAttribute('aria-label', say.pick);
picks.style.gap = '6px';

const nearest = (p, all) => all.reduce((best, [x, y], k) => (Math.hypot(p.x - x, p.y - y) < Math.hypot(p.x - all[best][0], p.y - all[best][1]) ? k : best), 0);
hand(walker, say.track, {
  moved: p => go(nearest(p, Array.from({ length: 2 * last + 1 }, (_, k) => place(k)))), steer: (right, up) => go(step + Math.sign(right + up)), value: () => [step, state(pass())],
});
if (data.plane) {
  const plane = axes(data.plane), places = data.X[0].map((x, j) => [plane.x(x), plane.y(data.X[1][j])]);
  hand(point, say.pick, { moved: p => choose(nearest(p, places)), steer: (right, up) => choose(picked + right + up), value: () => [picked + 1, fill(say.example, picked + 1)] });
}
show();
