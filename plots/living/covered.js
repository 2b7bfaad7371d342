// What does a network look at? A patch covers the picture wherever she puts it, and the answers, computed beforehand, say how much the
// network misses what lies there.
const side = data.side, places = data.places, picture = axes(data.picture), heat = axes(data.heat), gauge = axes(data.gauge);
const original = bytes(data.x), answers = data.answers, middle = original.reduce((sum, v) => sum + v, 0) / original.length;
let column = Math.floor(places / 2), row = column, covering = false, needed = 0, shown = false;
const turns = a => (a > 0.5) !== (data.first > 0.5), possible = answers.some(turns), tried = new Set();

// score is how the game stands: whether the answer can be turned at all, and how many places she tried until it was.
function score(a) {
  if (!possible) return say.never;
  if (!turns(a)) return fill(say.goal, data.names[data.first > 0.5 ? 0 : 1], tried.size);
  if (needed > 1) return fill(say.turned, needed);
  return needed ? say.first : shown ? say.shown : '';
}

// attempt counts the place where she has left the patch. Once the button has shown her one, none is found any more.
function attempt() {
  if (!covering) return;
  tried.add(row * places + column);
  if (turns(answers[row * places + column]) && !shown) needed ||= tried.size;
  show();
}

// left is the first pixel of the patch at a place.
const left = place => place * data.stride;

function show() {
  const a = covering ? answers[row * places + column] : data.first, inside = (v, from) => v >= from && v < from + data.patch;
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
  const state = covering ? fill(say.covered, left(column), left(row), fixed(a), name, fixed(a - data.first)) : fill(say.whole, fixed(a), name);
  tell((state + ' ' + score(a)).trim());
}

const cover = (x, y) => {
  [column, row] = [x, y].map(v => clamp(Math.round(v), 0, places - 1));
  covering = true;
  show();
};
const wide = data.patch * picture.width / side, frame = { width: wide, height: wide, fill: 'transparent' };
const patch = draw('g', {}, draw('rect', { ...frame, stroke: paper, 'stroke-width': 3 }), draw('rect', { ...frame, class: 'ring', stroke: colours.green, 'stroke-width': 2 }));
part('hands').replaceChildren(patch);
const at = p => cover(...[p.x - picture.left, p.y - picture.top].map(v => (v * side / picture.width - data.patch / 2) / data.stride));
const off = button(say.cover, () => {
  covering = !covering;
  attempt();
  show();
});
const strongest = button(say.strongest, () => {
  const k = answers.reduce((best, a, i) => (Math.abs(a - data.first) > Math.abs(answers[best] - data.first) ? i : best), 0);
  shown ||= turns(answers[k]) && !needed;
  cover(k % places, Math.floor(k / places));
});
hand(patch, say.patch, { moved: at, steer: (right, up) => cover(column + right, row - up), released: attempt, value: () => [column, fill(say.place, left(column), left(row))] });
tools(off, strongest);
show();
