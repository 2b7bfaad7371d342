// Two matrices and what becomes of them: the entry that is chosen, and what it comes from. They can be transposed, and where their
// shapes do not fit, one sees what finds no partner.
const side = data.side, gap = 30, top = 26;
const svg = drawings[0];
let op = data.op, turned = { A: false, B: false }, chosen = [0, 0];

const transposed = M => M[0].map((_, j) => M.map(row => row[j]));
const matrix = name => (turned[name] ? transposed(data[name]) : data[name]);
const shape = M => `${M.length}×${M[0].length}`;
const brief = x => fixed(x, Number.isInteger(+x.toFixed(2)) ? 0 : 2).replace(/(\.\d)0$/, '$1');
const named = name => (turned[name] ? name + '.T()' : name);
const sign = () => ({ Dot: '·', Add: '+', Mul: '∗' })[op];

// shapes are those of the two, whether they fit, and that of the result; at is the index in a size that may be repeated.
function shapes() {
  const [A, B] = [matrix('A'), matrix('B')], [an, am, bn, bm] = [A.length, A[0].length, B.length, B[0].length];
  if (op === 'Dot') return { A, B, fits: am === bn, n: an, m: bm };
  const repeats = (a, b) => a === b || a === 1 || b === 1;
  return { A, B, fits: repeats(an, bn) && repeats(am, bm), n: Math.max(an, bn), m: Math.max(am, bm) };
}
const at = (i, size) => (size === 1 ? 0 : i);

// entry is a number of the result, and the sum it comes from.
function entry({ A, B }, i, j) {
  if (op === 'Dot') {
    const value = Network.product([A[i]], B)[0][j];
    return { value, sum: A[i].map((a, k) => `${brief(a)}·${bracket(B[k][j])}`).join(' + ') };
  }
  const a = A[at(i, A.length)][at(j, A[0].length)], b = B[at(i, B.length)][at(j, B[0].length)];
  return { value: op === 'Add' ? a + b : a * b, sum: `${brief(a)} ${sign()} ${bracket(b)}` };
}
const bracket = x => (x < 0 ? `(${brief(x)})` : brief(x));

// ---- the picture

// block draws a matrix: light says which entries are lit, and with which colour; pale which ones are only repeated.
function block(name, left, up, rows, columns, text, light = () => '', pale = () => false) {
  const out = [words(left, up - 7, name, { 'font-size': 13, 'font-weight': 600 })];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const [x, y, colour] = [left + j * side, up + i * side, light(i, j)];
      out.push(draw('rect', { x, y, width: side, height: side, stroke: colours.ink, 'stroke-opacity': pale(i, j) ? 0.13 : 0.4, fill: colour || 'none', 'fill-opacity': 0.28, 'stroke-dasharray': pale(i, j) ? '3 3' : undefined }),
        words(x + side / 2, y + side / 2 + 5, text(i, j), { 'text-anchor': 'middle', 'font-size': 15, 'fill-opacity': pale(i, j) ? 0.5 : 0.92 }));
    }
  }
  return draw('g', {}, ...out);
}

// places are the left and upper ends of the two and of the result, and the size of the whole.
function places({ A, B, fits, n, m }) {
  if (op === 'Dot') {
    const x = 4 + A[0].length * side + gap, y = top + B.length * side + gap + 6;
    return { A: [4, y], B: [x, top], C: [x, y], size: [x + B[0].length * side + 12, y + A.length * side + 6] };
  }
  const a = fits ? m : A[0].length, b = fits ? m : B[0].length, second = 4 + a * side + gap, third = second + b * side + gap;
  return { A: [4, top], B: [second, top], C: [third, top], size: [third + m * side + 12, top + Math.max(fits ? n : 0, A.length, B.length) * side + 6] };
}

// lit says which entries of A, B and C are in the light.
function lit(s) {
  const [i, j] = chosen;
  if (!s.fits) {
    const few = op === 'Dot' ? Math.min(s.A[0].length, s.B.length) : 0;
    return op !== 'Dot' ? {} : {
      A: (r, c) => (r !== i ? '' : c < few ? colours.blue : colours.purple), B: (r, c) => (c !== j ? '' : r < few ? colours.orange : colours.purple),
    };
  }
  const one = (r, c) => r === i && c === j;
  if (op !== 'Dot') return { A: (r, c) => (one(r, c) ? colours.blue : ''), B: (r, c) => (one(r, c) ? colours.orange : ''), C: (r, c) => (one(r, c) ? colours.green : '') };
  return { A: r => (r === i ? colours.blue : ''), B: (r, c) => (c === j ? colours.orange : ''), C: (r, c) => (one(r, c) ? colours.green : '') };
}

function show() {
  const s = shapes(), p = places(s), [width, height] = p.size;
  chosen = [clamp(chosen[0], 0, s.n - 1), clamp(chosen[1], 0, s.m - 1)];
  const light = lit(s);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', width);
  svg.setAttribute('height', height);
  const spread = op !== 'Dot' && s.fits, given = name => {
    const M = s[name], [rows, columns] = spread ? [s.n, s.m] : [M.length, M[0].length];
    return block(`${named(name)} ${shape(M)}`, ...p[name], rows, columns, (i, j) => brief(M[at(i, M.length)][at(j, M[0].length)]), light[name],
      (i, j) => i >= M.length || j >= M[0].length);
  };
  const middle = p.A[1] + side * (spread ? s.n : s.A.length) / 2 + 6;
  paint('matrices', given('A'), given('B'),
    ...(op === 'Dot' ? [] : [[p.B[0], sign()], [p.C[0], '=']].map(([x, text]) => words(x - gap / 2, middle, text, { 'text-anchor': 'middle', 'font-size': 18 }))));
  result.replaceChildren(draw('rect', { x: p.C[0], y: p.C[1], width: s.m * side, height: s.n * side, fill: 'transparent' }),
    block(s.fits ? `${s.n}×${s.m}` : '', ...p.C, s.n, s.m, (i, j) => (s.fits ? brief(entry(s, i, j).value) : '?'), light.C, () => !s.fits),
    draw('rect', { class: 'ring', x: p.C[0] + chosen[1] * side + 2, y: p.C[1] + chosen[0] * side + 2, width: side - 4, height: side - 4, rx: 4, 'stroke-width': 2 }));
  result.corner = p.C;
  result.refresh?.();
  tell(state(s));
}

// state says which entry is chosen and what it comes from, or what does not fit.
function state(s) {
  const [i, j] = chosen, names = [`${named('A')}.${op}(${named('B')})`, shape(s.A), shape(s.B)];
  if (s.fits) {
    const { value, sum } = entry(s, i, j);
    return fill(op === 'Dot' ? say.meets : say.alone, ...names, `${s.n}×${s.m}`, i, j, `${sum} = ${brief(value)}`);
  }
  if (op === 'Dot') return fill(say.inner, ...names, s.A[0].length, s.B.length);
  return fill(say.outer, ...names);
}

// ---- what is under the hand

const result = draw('g', {});
part('hands').replaceChildren(result);
const choose = (i, j) => {
  const { n, m } = shapes();
  chosen = [clamp(i, 0, n - 1), clamp(j, 0, m - 1)];
  show();
};
const under = p => choose(Math.floor((p.y - result.corner[1]) / side), Math.floor((p.x - result.corner[0]) / side));
show();
hand(result, say.entry, {
  moved: under, pressed: under, steer: (right, up) => choose(chosen[0] - up, chosen[1] + right),
  value: () => [chosen[0] * shapes().m + chosen[1], state(shapes())],
});
result.style.cursor = 'pointer';
result.addEventListener('pointermove', event => {
  if (event.pointerType === 'mouse' && !event.buttons) under(new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse()));
});

const turn = name => {
  const e = button(name + '.T()', () => {
    turned[name] = !turned[name];
    e.setAttribute('aria-pressed', turned[name]);
    show();
  });
  e.setAttribute('aria-pressed', false);
  return e;
};
const select = make('select', { 'aria-label': say.op }, ...['Dot', 'Add', 'Mul'].map(name => make('option', { value: name }, `A.${name}(B)`)));
select.value = op;
select.onchange = () => { op = select.value; show(); };
tools(select, turn('A'), turn('B'), button(say.next, () => {
  const { n, m } = shapes(), k = (chosen[0] * m + chosen[1] + 1) % (n * m);
  choose(Math.floor(k / m), k % m);
}));
