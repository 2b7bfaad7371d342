// What does a network look at? A patch covers the picture wherever she puts it, and the answers, computed beforehand, say how much the
// network misses what lies there. The patch comes in some sizes.
const { side, sizes, first } = data, picture = axes(data.picture), heat = axes(data.heat), gauge = axes(data.gauge);
const original = bytes(data.x), middle = original.reduce((sum, v) => sum + v, 0) / original.length, turns = a => (a > 0.5) !== (first > 0.5);
// Each size is a game of its own: the places that she tried, how many it took her to turn the answer, and whether a place was shown to her.
for (const s of sizes) Object.assign(s, { change: missed(s), tried: new Set(), needed: 0, shown: false });
let now = sizes[data.start], column = Math.floor(now.places / 2), row = column, covering = false;

// missed is for each pixel how far, on average, the answer falls when the patch covers it.
function missed({ size, stride, places, answers }) {
  const sum = new Float64Array(side * side), times = new Float64Array(side * side);
  answers.forEach((a, k) => {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const i = (Math.floor(k / places) * stride + y) * side + (k % places) * stride + x;
        sum[i] += first - a;
        times[i]++;
      }
    }
  });
  return sum.map((v, i) => v / Math.max(times[i], 1));
}

// score is how the game stands: whether the answer can be turned at all, and how many places she tried until it was.
function score(a) {
  if (!now.turns) return say.never;
  if (!turns(a)) return fill(say.goal, data.names[first > 0.5 ? 0 : 1], now.tried.size);
  if (now.needed > 1) return fill(say.turned, now.needed);
  return now.needed ? say.first : now.shown ? say.shown : '';
}

const answer = () => now.answers[row * now.places + column];

// attempt counts the place where she has left the patch. Once the button has shown her one, none is found any more.
function attempt() {
  if (!covering) return;
  now.tried.add(row * now.places + column);
  if (turns(answer()) && !now.shown) now.needed ||= now.tried.size;
  show();
}

// left is the first pixel of the patch at a place.
const left = place => place * now.stride;

function show() {
  const a = covering ? answer() : first, inside = (v, from) => v >= from && v < from + now.size;
  paint('picture', pixels(picture, side, i => {
    const hidden = covering && inside(i % side, left(column)) && inside(Math.floor(i / side), left(row));
    return hidden ? [middle, middle, middle, 255] : [original[3 * i], original[3 * i + 1], original[3 * i + 2], 255];
  }));
  paint('answer', ...bar(gauge, a));
  const scale = picture.width / side;
  put(patch, picture.left + scale * left(column), picture.top + scale * left(row));
  patch.style.opacity = covering ? 1 : 0.5;
  off.setAttribute('aria-pressed', covering);
  patch.refresh();
  const name = data.names[a > 0.5 ? 1 : 0];
  const state = covering ? fill(say.covered, now.size, left(column), left(row), fixed(a), name, fixed(a - first))
    : sentences(fill(say.sized, now.size, now.turns, now.answers.length), fill(say.whole, fixed(a), name));
  tell(sentences(state, score(a)));
}

// resize draws what is another for another size: the patch and the map.
function resize() {
  const wide = now.size * picture.width / side;
  for (const r of patch.children) for (const name of ['width', 'height']) r.setAttribute(name, short(wide));
  paint('why', pixels(heat, side, i => tint(now.change[i] / now.most)));
  paint('most', words(heat.left + heat.width, heat.top - 9, now.strongest, { 'text-anchor': 'end', 'fill-opacity': 0.65 }));
  choices.forEach((e, i) => e.setAttribute('aria-pressed', sizes[i] === now));
}

// choose takes another size; the patch's middle stays where it is, as far as it can.
function choose(s) {
  const middleOf = place => left(place) + now.size / 2, before = [column, row].map(middleOf);
  now = s;
  [column, row] = before.map(v => clamp(Math.round((v - s.size / 2) / s.stride), 0, s.places - 1));
  resize();
  if (covering) attempt();
  else show();
}

const cover = (x, y) => {
  [column, row] = [x, y].map(v => clamp(Math.round(v), 0, now.places - 1));
  covering = true;
  show();
};
const patch = draw('g', {}, draw('rect', { fill: 'transparent', stroke: paper, 'stroke-width': 3 }), draw('rect', { fill: 'transparent', class: 'ring', stroke: colours.green, 'stroke-width': 2 }));
part('hands').replaceChildren(patch);
const at = p => cover(...[p.x - picture.left, p.y - picture.top].map(v => (v * side / picture.width - now.size / 2) / now.stride));
const off = button(say.cover, () => {
  covering = !covering;
  attempt();
  show();
});
const strongest = button(say.strongest, () => {
  const k = now.answers.reduce((best, a, i) => (Math.abs(a - first) > Math.abs(now.answers[best] - first) ? i : best), 0);
  now.shown ||= turns(now.answers[k]) && !now.needed;
  cover(k % now.places, Math.floor(k / now.places));
});
const choices = sizes.map(s => button(`${s.size}×${s.size}`, () => choose(s)));
hand(patch, say.patch, { moved: at, steer: (right, up) => cover(column + right, row - up), released: attempt, value: () => [column, fill(say.place, left(column), left(row))] });
tools(off, strongest, make('span', { role: 'group', 'aria-label': say.size, style: 'display:inline-flex;gap:6px;align-items:center' }, make('span', { 'aria-hidden': 'true' }, say.size), ...choices));
resize();
show();
