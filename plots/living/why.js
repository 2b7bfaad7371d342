// Why did it say cat? A picture, what each pixel of it says for and against class 1, and the answer; she shifts, mirrors and brightens
// the picture and covers a patch of it.
const side = data.side, picture = axes(data.picture), heat = axes(data.heat), gauge = axes(data.gauge);
const original = Float64Array.from(bytes(data.x), v => v / 255), weights = new Float64Array(bytes(data.w).buffer);
const middle = original.reduce((sum, v) => sum + v, 0) / original.length;
let best = Infinity, light, right, down, mirrored, patch, covering = false;

function begin() {
  [light, right, down, mirrored] = [1, 0, 0, false];
  patch = { x: side / 2, y: side / 2, size: side / 4 };
}

// seen is the picture as it is now: row by row, pixel by pixel, red, green, blue, from 0 to 1.
function seen() {
  const out = new Float64Array(original.length), half = patch.size / 2;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const fromX = clamp(mirrored ? side - 1 - (x - right) : x - right, 0, side - 1), fromY = clamp(y - down, 0, side - 1);
      const covered = covering && Math.abs(x + 0.5 - patch.x) < half && Math.abs(y + 0.5 - patch.y) < half;
      for (let c = 0; c < 3; c++) {
        out[3 * (y * side + x) + c] = covered ? middle : clamp(light * original[3 * (fromY * side + fromX) + c], 0, 1);
      }
    }
  }
  return out;
}

// smooth is the mean of each pixel's neighbourhood of 5×5, without which nobody could read the map.
function smooth(values) {
  const reach = 2, out = new Float64Array(values.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let sum = 0, n = 0;
      for (let v = Math.max(0, y - reach); v <= Math.min(side - 1, y + reach); v++) {
        for (let u = Math.max(0, x - reach); u <= Math.min(side - 1, x + reach); u++, n++) sum += values[v * side + u];
      }
      out[y * side + x] = sum / n;
    }
  }
  return out;
}

// score says how much she has changed the picture, in percent of what could be, and with how little she has changed its mind.
function score(x, a) {
  const changed = 100 * x.reduce((sum, v, i) => sum + Math.abs(v - original[i]), 0) / x.length;
  if ((a > 0.5) === (data.first > 0.5)) return fill(say.goal, data.names[a > 0.5 ? 0 : 1], fixed(changed, 1));
  best = Math.min(best, changed);
  return fill(say.turned, fixed(changed, 1), fixed(best, 1));
}

// ---- the picture

function show() {
  const x = seen(), part = new Float64Array(side * side);
  let support = 0, against = 0;
  x.forEach((v, i) => {
    const says = v * weights[i];
    part[Math.floor(i / 3)] += says;
  });
  part.forEach(v => { if (v > 0) support += v; else against -= v; });
  const z = support - against + data.b, a = Network.answers([{ W: [[1]], b: [0], g: 'sigmoid' }], [[z]])[0];
  const map = smooth(part);
  paint('picture', pixels(picture, side, i => [255 * x[3 * i], 255 * x[3 * i + 1], 255 * x[3 * i + 2], 255]));
  paint('why', pixels(heat, side, i => tint(map[i] / data.most)));
  paint('answer', ...bar(gauge, a));
  put(cover, picture.left + picture.width * patch.x / side, picture.top + picture.height * patch.y / side);
  const wide = picture.width * patch.size / side;
  for (const r of cover.children) for (const [name, v] of Object.entries({ x: -wide / 2, y: -wide / 2, width: wide, height: wide })) r.setAttribute(name, v);
  cover.style.display = covering ? '' : 'none';
  brightness.show(light);
  size.show(patch.size);
  size.style.display = covering ? '' : 'none';
  mirror.setAttribute('aria-pressed', mirrored);
  covers.setAttribute('aria-pressed', covering);
  frame.refresh();
  cover.refresh();
  tell(sentences(fill(say.state, fixed(a), a > 0.5 ? data.names[1] : data.names[0], fixed(support, 1), fixed(against, 1), fixed(data.b, 2), fixed(z, 2)), score(x, a)));
}

// ---- what is under the hand

const frame = draw('rect', { x: picture.left, y: picture.top, width: picture.width, height: picture.height, fill: 'transparent', class: 'ring', 'stroke-width': 2 });
const cover = draw('g', {}, draw('rect', { fill: 'transparent', stroke: paper, 'stroke-width': 3 }), draw('rect', { class: 'ring', fill: 'transparent', stroke: colours.green, 'stroke-width': 2 }));
part('hands').replaceChildren(frame, cover);
begin();
const pixel = p => [(p.x - picture.left) * side / picture.width, (p.y - picture.top) * side / picture.height];
const shift = (x, y) => { [right, down] = [x, y].map(v => clamp(Math.round(v), -side / 2, side / 2)); show(); };
const move = (x, y) => { [patch.x, patch.y] = [x, y].map(v => clamp(Math.round(v), 0, side)); show(); };
let grip = [0, 0];
hand(frame, say.picture, {
  pressed: p => { const [x, y] = pixel(p); grip = [x - right, y - down]; },
  moved: p => { const [x, y] = pixel(p); shift(x - grip[0], y - grip[1]); },
  steer: (r, up) => shift(right + r, down - up), value: () => [right, fill(say.shifted, right, down)],
});
hand(cover, say.patch, {
  moved: p => move(...pixel(p)), steer: (r, up) => move(patch.x + r, patch.y - up), value: () => [patch.x, fill(say.covered, patch.x, patch.y)],
});

const brightness = slider(say.light, 0.3, 2, 0.05, v => '×' + fixed(v), v => { light = v; show(); });
const size = slider(say.size, 4, side / 2, 2, v => `${v}×${v}`, v => { patch.size = v; show(); });
const mirror = button(say.mirror, () => { mirrored = !mirrored; show(); }), covers = button(say.cover, () => { covering = !covering; show(); });
tools(brightness, mirror, covers, size, button(say.back, () => { covering = false; begin(); show(); }));
show();
