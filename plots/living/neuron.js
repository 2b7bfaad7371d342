// A neuron under the hand: its curve over the points, the loss of each as a bar, and the place of (w, b) in the bowl of the cost.
const curve = axes(data.curve), bars = axes(data.bars), bowl = axes(data.bowl);
const start = { w: data.w, b: data.b };
let w = start.w, b = start.b, alpha = data.alpha, walked = [];

const neuron = () => [{ W: [[w]], b: [b], g: 'sigmoid' }];
const answer = x => Network.answers(neuron(), [[x]])[0];

// move sets w and b, within the bowl that is seen.
function move(toW, toB) {
  w = clamp(toW, bowl.x0, bowl.x1);
  b = clamp(toB, bowl.y0, bowl.y1);
  show();
}

// byHand is a move that breaks off the walk downhill.
function byHand(toW, toB) {
  walked = [];
  move(toW, toB);
}

function downhill(steps) {
  for (let i = 0; i < steps; i++) {
    if (!walked.length) walked = [[w, b]];
    const layers = neuron();
    Network.train(layers, [data.X], data.Y, alpha, 1);
    [w, b] = [layers[0].W[0][0], layers[0].b[0]];
    walked.push([w, b]);
  }
  show();
}

// ---- the picture

function showCurve(A) {
  const xs = Array.from({ length: 161 }, (_, i) => curve.x0 + (curve.x1 - curve.x0) * i / 160), border = -b / w;
  const ys = Network.answers(neuron(), [xs]);
  paint('curve',
    border > curve.x0 && border < curve.x1
      ? line([[curve.x(border), curve.y(curve.y1)], [curve.x(border), curve.y(curve.y0)]], colours.ink, 1, { 'stroke-opacity': 0.4, 'stroke-dasharray': '2 4' }) : '',
    ...data.X.map((x, j) => line([[curve.x(x), curve.y(data.Y[j])], [curve.x(x), curve.y(A[j])]], data.Y[j] > 0.5 ? colours.orange : colours.blue, 2, { 'stroke-opacity': 0.55 })),
    line(xs.map((x, i) => [curve.x(x), curve.y(ys[i])]), colours.ink, 2.5, { 'stroke-opacity': 0.92 }));
}

function showLosses(A, J) {
  const wide = 15;
  paint('losses',
    J <= bars.y1 ? line([[bars.left, bars.y(J)], [bars.left + bars.width, bars.y(J)]], colours.ink, 1.5, { 'stroke-opacity': 0.65, 'stroke-dasharray': '6 4' }) : '',
    ...data.X.flatMap((x, j) => {
      const loss = Network.loss(A[j], data.Y[j]), top = Math.max(bars.y(loss), bars.top), left = bars.x(x) - wide / 2;
      return [
        draw('path', { d: path([[left, bars.y(0)], [left, top], [left + wide, top], [left + wide, bars.y(0)]]) + 'Z', fill: data.Y[j] > 0.5 ? colours.orange : colours.blue, 'fill-opacity': 0.8 }),
        words(bars.x(x), top - 4, fixed(loss), { 'text-anchor': 'middle', 'font-size': 11, ...halo }),
      ];
    }));
}

const inBowl = ([w, b]) => [bowl.x(clamp(w, bowl.x0, bowl.x1)), bowl.y(clamp(b, bowl.y0, bowl.y1))];

function showBowl() {
  const places = walked.map(inBowl), step = ([x, y]) => draw('circle', { cx: short(x), cy: short(y), r: 2.6, fill: colours.blue });
  paint('bowl', places.length > 1 ? line(places, colours.blue, 2) : '', ...places.map(step));
  put(here, ...inBowl([w, b]));
}

function show() {
  const A = Network.answers(neuron(), [data.X]), J = Network.cost(A, data.Y);
  showCurve(A);
  showLosses(A, J);
  showBowl();
  ends.forEach(e => put(e.knob, curve.x(e.x), curve.y(clamp(answer(e.x), curve.y0, curve.y1))));
  sliders.forEach(([s, v]) => s.show(v()));
  hands.forEach(h => h.refresh());
  const [{ W: [[dw]], b: [db] }] = Network.backward(neuron(), Network.forward(neuron(), [data.X]), data.Y);
  const border = Math.abs(w) < 0.005 ? say.flat : fill(say.border, fixed(-b / w));
  tell(fill(say.state, fixed(w), fixed(b), border, fixed(J, 3), fixed(dw, 3), fixed(db, 3)));
}

// ---- what is under the hand: two places of the curve, and the place in the bowl

const ends = data.ends.map((x, i) => ({ x, knob: knob(colours.green), other: data.ends[1 - i] }));
const sets = (end, a) => {
  const z = Math.log(a / (1 - a)), far = w * end.other + b, steep = clamp((far - z) / (end.other - end.x), bowl.x0, bowl.x1);
  byHand(steep, z - steep * end.x);
};
const logit = a => clamp(a, 0.004, 0.996);
const hands = ends.map(end => {
  part('hands').append(end.knob);
  return hand(end.knob, fill(say.end, fixed(end.x)), {
    moved: p => sets(end, logit(curve.fromY(p.y))),
    steer: (right, up) => sets(end, logit(answer(end.x) + 0.02 * (up || right))),
    value: () => [answer(end.x), fill(say.answer, fixed(answer(end.x)))],
  });
});
const here = knob(colours.green);
part('place').replaceChildren(here);
hands.push(hand(here, say.place, {
  moved: p => byHand(bowl.fromX(p.x), bowl.fromY(p.y)),
  steer: (right, up) => byHand(w + 0.05 * right, b + 0.05 * up),
  value: () => [w, `w = ${fixed(w)}, b = ${fixed(b)}`],
}));

const sliders = [
  [slider('w', bowl.x0, bowl.x1, 0.01, v => fixed(v), v => byHand(v, b)), () => w],
  [slider('b', bowl.y0, bowl.y1, 0.01, v => fixed(v), v => byHand(w, v)), () => b],
  [slider(say.rate, 0, data.rates.length - 1, 1, i => String(data.rates[i]), i => { alpha = data.rates[i]; show(); }), () => data.rates.indexOf(alpha)],
];
tools(sliders[0][0], sliders[1][0]);
tools(button(say.step, () => downhill(1)), button(say.steps, () => downhill(10)), sliders[2][0],
  button(say.back, () => byHand(start.w, start.b)));
show();
