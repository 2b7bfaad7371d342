// A network with one hidden layer under the hand: each unit's line is pulled and turned, units are switched off and added, the bend is
// chosen, and the network trains on.
const plane = axes(data.plane), side = 400, most = 8;
const unitColours = [colours.green, colours.purple, colours.gold, colours.grey];
const colourOf = k => unitColours[k % unitColours.length];
let units, b2, g, step, costs, running = null, steps = 50;

// begin takes her network as it was.
function begin() {
  units = data.layers[0].W.map((w, k) => ({ w: [...w], b: data.layers[0].b[k], v: data.layers[1].W[0][k], on: true, at: [...data.anchors[k]] }));
  b2 = data.layers[1].b[0];
  g = data.layers[0].g;
  step = 0;
  costs = [];
}

// layers are those of the units that are on; without any, only the output's b is left.
function layers() {
  const on = units.filter(u => u.on);
  if (!on.length) return [{ W: [[0, 0]], b: [b2], g: 'sigmoid' }];
  return [{ W: on.map(u => u.w), b: on.map(u => u.b), g }, { W: [on.map(u => u.v)], b: [b2], g: 'sigmoid' }];
}

function train(n) {
  const now = layers(), on = units.filter(u => u.on);
  if (!on.length) return;
  Network.train(now, data.X, data.Y, data.alpha, n);
  on.forEach((u, i) => { [u.w, u.b, u.v] = [now[0].W[i], now[0].b[i], now[1].W[0][i]]; });
  b2 = now[1].b[0];
  step += n;
  units.forEach(rest);
}

// rest moves the place at which a unit's line is held back onto the line, after the line has moved.
function rest(u) {
  const [w1, w2] = u.w, off = (w1 * u.at[0] + w2 * u.at[1] + u.b) / (w1 * w1 + w2 * w2);
  if (Number.isFinite(off)) u.at = [clamp(u.at[0] - off * w1, plane.x0, plane.x1), clamp(u.at[1] - off * w2, plane.y0, plane.y1)];
}

// ---- the picture

const canvas = document.createElement('canvas');
canvas.width = canvas.height = side;
const context = canvas.getContext('2d'), pixels = context.createImageData(side, side), paints = new Uint32Array(pixels.data.buffer);
const across = Float64Array.from({ length: side }, (_, c) => plane.x0 + (plane.x1 - plane.x0) * (c + 0.5) / side);
const down = Float64Array.from({ length: side }, (_, r) => plane.y1 - (plane.y1 - plane.y0) * (r + 0.5) / side);
const shades = new Uint32Array(32); // from class 0 to class 1, each a pixel
shades.forEach((_, i) => {
  const v = (i + 0.5) / 16 - 1;
  new Uint8ClampedArray(shades.buffer).set([...(v > 0 ? [0xd9, 0x5f, 0x0e] : [0x1f, 0x7a, 0xc4]), 255 * (0.05 + 0.42 * Math.abs(v))], 4 * i);
});

// showMap paints the plane by the network's answers, and the line where they are ½.
function showMap() {
  const A = Network.overPlane(layers(), across, down);
  for (let i = 0; i < A.length; i++) paints[i] = shades[Math.min(31, Math.floor(A[i] * 32))];
  context.putImageData(pixels, 0, 0);
  paint('map', draw('image', { x: plane.left, y: plane.top, width: plane.width, height: plane.height, preserveAspectRatio: 'none', href: canvas.toDataURL() }),
    draw('path', { d: halfway(A), stroke: colours.ink, 'stroke-opacity': 0.92, 'stroke-width': 1.75 }));
}

// halfway is the path along which the answers are ½, square by square.
function halfway(A) {
  const px = c => plane.left + plane.width * (c + 0.5) / side, py = r => plane.top + plane.height * (r + 0.5) / side;
  let d = '';
  for (let r = 0; r + 1 < side; r++) {
    for (let c = 0; c + 1 < side; c++) {
      const i = r * side + c, one = A[i] > 0.5;
      if (one === A[i + 1] > 0.5 && one === A[i + side] > 0.5 && one === A[i + side + 1] > 0.5) continue; // no line crosses here
      const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]], cuts = [];
      corners.forEach(([x, y], i) => {
        const [x2, y2] = corners[(i + 1) % 4], one = A[y * side + x] - 0.5, other = A[y2 * side + x2] - 0.5;
        if ((one > 0) !== (other > 0)) cuts.push([px(x + (x2 - x) * one / (one - other)), py(y + (y2 - y) * one / (one - other))]);
      });
      for (let i = 0; i + 1 < cuts.length; i += 2) d += path([cuts[i], cuts[i + 1]]);
    }
  }
  return d;
}

// ends are where the line of a unit leaves the plane that is seen.
function ends({ w: [w1, w2], b }) {
  const found = [], add = (x, y) => {
    const inside = x >= plane.x0 - 1e-9 && x <= plane.x1 + 1e-9 && y >= plane.y0 - 1e-9 && y <= plane.y1 + 1e-9;
    if (inside && found.length < 2 && !found.some(([p, q]) => Math.hypot(p - x, q - y) < 1e-6)) found.push([x, y]);
  };
  for (const x of [plane.x0, plane.x1]) add(x, -(w1 * x + b) / w2);
  for (const y of [plane.y0, plane.y1]) add(-(w2 * y + b) / w1, y);
  return found.length === 2 ? found.map(([x, y]) => [plane.x(x), plane.y(y)]) : null;
}

const away = 34; // points from where a line is held to the tip of its arrow
const towards = u => { const long = Math.hypot(...u.w) || 1; return [u.w[0] / long, u.w[1] / long]; };

function showUnits() {
  units.forEach((u, k) => {
    const along = ends(u), [dx, dy] = towards(u), [x, y] = [plane.x(u.at[0]), plane.y(u.at[1])], tip = [x + away * dx, y - away * dy];
    u.line.replaceChildren(
      along ? line(along, colourOf(k), 2.25, { 'stroke-opacity': u.on ? 1 : 0.4, 'stroke-dasharray': u.on ? undefined : '3 5' }) : '',
      line([[x, y], tip], colourOf(k), 2.25, { 'stroke-opacity': u.on ? 1 : 0.4 }));
    put(u.held, x, y);
    put(u.tip, ...tip);
    u.tip.firstChild.setAttribute('transform', `rotate(${short(Math.atan2(-dy, dx) * 180 / Math.PI)})`);
    for (const h of [u.held, u.tip]) {
      h.style.opacity = u.on ? 1 : 0.55;
      h.refresh();
    }
    u.vote.show(u.v);
    u.toggle.setAttribute('aria-pressed', u.on);
  });
}

// showCosts draws the cost of each state so far beside the number.
function showCosts(J) {
  const all = [...costs, J], top = Math.max(0.7, ...all.filter(Number.isFinite)), at = (v, i) => [4 + 292 * i / Math.max(1, all.length - 1), 76 - 70 * clamp(v, 0, top) / top];
  chart.replaceChildren(line([[4, 76], [296, 76]], colours.ink, 1, { 'stroke-opacity': 0.4 }),
    all.length > 1 ? line(all.map(at), colours.blue, 2) : '', disc(...at(J, all.length - 1), 3, colours.blue));
}

function show(remember = true) {
  showMap();
  showUnits();
  const A = Network.answers(layers(), data.X), J = Network.cost(A, data.Y);
  showCosts(J);
  if (remember) costs = [...costs, J].slice(-239);
  const well = A.filter((a, j) => (a > 0.5) === (data.Y[j] > 0.5)).length;
  tell(fill(say.state, units.length, units.filter(u => u.on).length, fixed(J, 4), fixed(100 * well / A.length, 1), step));
}

// ---- what is under the hand

function holdAt(u, x, y) {
  u.at = [clamp(x, plane.x0, plane.x1), clamp(y, plane.y0, plane.y1)];
  u.b = -(u.w[0] * u.at[0] + u.w[1] * u.at[1]);
  show();
}

function turnTo(u, angle) {
  const long = Math.hypot(...u.w) || 1;
  u.w = [long * Math.cos(angle), long * Math.sin(angle)];
  holdAt(u, ...u.at);
}

function addHands(u, k) {
  const angle = () => Math.atan2(u.w[1], u.w[0]), degrees = () => angle() * 180 / Math.PI, move = (plane.x1 - plane.x0) / 100;
  u.line = draw('g', {});
  u.held = knob(colourOf(k), k + 1);
  u.tip = draw('g', {}, draw('g', {}, draw('circle', { r: 16, fill: 'transparent' }), draw('circle', { class: 'ring', r: 10, fill: 'transparent', 'stroke-width': 2 }),
    draw('path', { d: 'M8 0L-7 -7L-7 7Z', fill: colourOf(k), stroke: paper, 'stroke-width': 1.5 })));
  part('units').append(u.line);
  part('hands').append(u.tip, u.held);
  hand(u.held, fill(say.line, k + 1), {
    moved: p => holdAt(u, plane.fromX(p.x), plane.fromY(p.y)),
    steer: (right, up) => holdAt(u, u.at[0] + move * right, u.at[1] + move * up),
    value: () => [u.b, `x₁ = ${fixed(u.at[0])}, x₂ = ${fixed(u.at[1])}`],
  });
  hand(u.tip, fill(say.arrow, k + 1), {
    moved: p => turnTo(u, Math.atan2(plane.fromY(p.y) - u.at[1], plane.fromX(p.x) - u.at[0])),
    steer: (right, up) => turnTo(u, angle() + (up || -right) * Math.PI / 60),
    value: () => [degrees(), `${fixed(degrees(), 0)}°`],
  });
  u.toggle = button(k + 1, () => { u.on = !u.on; show(); });
  u.toggle.setAttribute('aria-label', fill(say.unit, k + 1));
  u.toggle.style.cssText = `border-color:${colourOf(k)};border-width:2px;min-width:30px;font-weight:600`;
  u.vote = slider(fill(say.vote, k + 1), -data.votes, data.votes, 0.05, v => fixed(v), v => { u.v = v; show(); });
  u.vote.firstChild.style.cssText = 'position:absolute;opacity:0;width:1px;overflow:hidden;pointer-events:none';
  rows.append(make('div', { class: 'tools', style: 'margin:2px 0' }, u.toggle, u.vote));
}

function populate() {
  for (const place of [part('units'), part('hands'), rows]) place.replaceChildren();
  units.forEach(addHands);
  allow(more, units.length < most);
  bend.value = g;
}

function add() {
  const angle = 2.4 * units.length + 0.5, u = { w: [3 * Math.cos(angle), 3 * Math.sin(angle)], b: 0, v: 2, on: true };
  u.at = [(plane.x0 + plane.x1) / 2 - (plane.x1 - plane.x0) * 0.25 * Math.sin(angle), (plane.y0 + plane.y1) / 2 + (plane.y1 - plane.y0) * 0.25 * Math.cos(angle)];
  u.b = -(u.w[0] * u.at[0] + u.w[1] * u.at[1]);
  units.push(u);
  populate();
  show();
}

function pause() {
  if (running === null) return;
  cancelAnimationFrame(running);
  running = null;
  hold(-1);
  go.textContent = say.train;
}

function play() {
  let before = performance.now(), owed = 0;
  hold(1);
  go.textContent = say.pause;
  const tick = now => {
    if (!figure.isConnected) return pause();
    owed = Math.min(40, owed + steps * (now - before) / 1000);
    before = now;
    const n = Math.floor(owed);
    owed -= n;
    if (n) {
      train(n);
      show();
    }
    running = requestAnimationFrame(tick);
  };
  running = requestAnimationFrame(tick);
}

const rows = make('div', { role: 'group', 'aria-label': say.rows });
const more = button(say.more, add), go = button(say.train, () => (running === null ? play() : pause()));
const bend = make('select', { 'aria-label': say.bend }, ...Network.bends.map(name => make('option', { value: name }, name)));
bend.onchange = () => { g = bend.value; show(); };
const speeds = [2, 10, 50, 200, 1000], speed = slider(say.speed, 0, speeds.length - 1, 1, i => fill(say.perSecond, speeds[i]), i => { steps = speeds[i]; speed.show(i); });
speed.show(2);
const chart = draw('svg', { viewBox: '0 0 300 84', width: 300, height: 84, fill: 'none', 'aria-hidden': 'true', style: 'max-width:100%' });
const label = text => make('div', { style: 'font-size:12px;opacity:.75;margin-top:6px' }, text);
figure.querySelector('[data-panels]').append(make('div', { style: 'flex:0 1 310px;min-width:260px' },
  label(say.rows), rows, make('div', { class: 'tools' }, more, make('label', {}, say.bend, bend)),
  label(say.cost), chart, make('div', { class: 'tools' }, go, button(say.once, () => { pause(); train(1); show(); }), speed), make('div', { class: 'tools' }, button(say.back, () => { pause(); begin(); populate(); show(); }))));
begin();
populate();
show();
