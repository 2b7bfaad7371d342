// A small runner of networks, for figures that compute in the page: the course's formulas, forward and backward, as package nn has
// them. A matrix is a list of its rows. A layer is {W, b, g}: W is units × inputs, b has one number a unit, g names the bend.
const Network = (() => {
  // The activations: g, and its slope where z is the input and a = g(z). Kinks have the slope to the left of them.
  const sigmoid = z => 1 / (1 + Math.exp(-z));
  const bends = {
    'linear': { of: z => z, slope: () => 1 },
    'sigmoid': { of: sigmoid, slope: (z, a) => a * (1 - a) },
    'tanh': { of: Math.tanh, slope: (z, a) => 1 - a * a },
    'relu': { of: z => Math.max(0, z), slope: z => (z > 0 ? 1 : 0) },
    'leaky relu': { of: z => (z > 0 ? z : 0.01 * z), slope: z => (z > 0 ? 1 : 0.01) },
  };

  // product is A·B + b, the column b for all columns; without b, A·B.
  function product(A, B, b) {
    const m = B[0].length;
    return A.map((row, i) => {
      const out = new Float64Array(m).fill(b ? b[i] : 0);
      row.forEach((a, k) => {
        const from = B[k];
        for (let j = 0; j < m; j++) out[j] += a * from[j];
      });
      return out;
    });
  }

  // forward returns what each layer makes of the examples X (a column each): Z and A, layer by layer; A[0] is X.
  function forward(layers, X) {
    const Z = [], A = [X];
    for (const { W, b, g } of layers) {
      const z = product(W, A.at(-1), b);
      Z.push(z);
      A.push(z.map(row => row.map(bends[g].of)));
    }
    return { Z, A };
  }

  // answers are the last layer's activations of its first unit, one an example.
  const answers = (layers, X) => forward(layers, X).A.at(-1)[0];

  // curved are the bends that are 1 − rate/(1 + e^(rate·z)). With z = w₁x + w₂y + b, e^z is a factor of the column times one of the row.
  const curved = { 'tanh': 2, 'sigmoid': 1 };

  // kinked are those that are straight on both sides of 0: z on the right of it, this slope on the left.
  const kinked = { 'linear': 1, 'relu': 0, 'leaky relu': 0.01 };

  // curve and kink add a unit's part to the numbers of a row, in a loop of nothing else.
  const curve = (row, columns, factor, v, most) => {
    for (let i = 0; i < row.length; i++) row[i] += v - most / (1 + columns[i] * factor);
  };
  const kink = (row, x, w, z, right, left) => {
    for (let i = 0; i < row.length; i++) {
      const at = w * x[i] + z;
      row[i] += (at > 0 ? right : left) * at;
    }
  };

  // overPlane are the answers over a plane, at each x of each y, row by row: those of answers, many times as fast where the network has two
  // inputs, one hidden layer and one output.
  function overPlane(layers, x, y) {
    const n = x.length, m = y.length;
    if (layers.length !== 2 || layers[1].W.length !== 1) {
      return answers(layers, [Float64Array.from({ length: n * m }, (_, p) => x[p % n]), Float64Array.from({ length: n * m }, (_, p) => y[Math.floor(p / n)])]);
    }
    const [{ W, b, g }, last] = layers, Z = new Float64Array(n * m).fill(last.b[0]), middle = (x[0] + x[n - 1]) / 2;
    const units = W.map(([w1, w2], k) => {
      const v = last.W[0][k], rate = curved[g], slope = kinked[g], of = bends[g].of;
      if (rate && Math.abs(rate * w1 * (x[n - 1] - middle)) < 300) { // or a factor might be infinite where the other is 0
        const columns = Float64Array.from(x, x => Math.exp(rate * w1 * (x - middle)));
        return (row, y) => curve(row, columns, Math.exp(rate * (w1 * middle + w2 * y + b[k])), v, v * rate);
      }
      if (slope === undefined) return (row, y) => row.forEach((_, i) => { row[i] += v * of(w1 * x[i] + w2 * y + b[k]); });
      return (row, y) => kink(row, x, w1, w2 * y + b[k], v, v * slope);
    });
    for (let j = 0; j < m; j++) units.forEach(add => add(Z.subarray(n * j, n * (j + 1)), y[j]));
    return Z.map(bends[last.g].of);
  }

  // loss is that of one answer a to the truth y, 0 or 1; cost is the mean over all.
  const loss = (a, y) => -Math.log(y > 0.5 ? a : 1 - a);
  const cost = (A, Y) => A.reduce((sum, a, j) => sum + loss(a, Y[j]), 0) / A.length;

  // backward returns how the cost of the answers changes with the parameters, layer by layer: {W, b}. The last layer has one unit, a
  // sigmoid, and the cross-entropy for cost: its dZ is A − Y.
  function backward(layers, { Z, A }, Y) {
    const m = Y.length, all = [];
    let dZ = [A.at(-1)[0].map((a, j) => a - Y[j])];
    for (let l = layers.length - 1; l >= 0; l--) {
      const before = A[l];
      all.unshift({
        W: dZ.map(d => before.map(row => d.reduce((sum, v, j) => sum + v * row[j], 0) / m)),
        b: dZ.map(d => d.reduce((sum, v) => sum + v, 0) / m),
      });
      if (l === 0) break;
      const { slope } = bends[layers[l - 1].g], W = layers[l].W, d = dZ;
      dZ = before.map((row, k) => row.map((a, j) => {
        let sum = 0;
        for (let i = 0; i < W.length; i++) sum += W[i][k] * d[i][j];
        return sum * slope(Z[l - 1][k][j], a);
      }));
    }
    return all;
  }

  // step moves the parameters against their slopes, in place: θ := θ − α dθ.
  function step(layers, slopes, alpha) {
    layers.forEach(({ W, b }, l) => {
      slopes[l].W.forEach((row, i) => row.forEach((d, k) => { W[i][k] -= alpha * d; }));
      slopes[l].b.forEach((d, i) => { b[i] -= alpha * d; });
    });
  }

  // train takes n steps, in place.
  function train(layers, X, Y, alpha, n) {
    for (let i = 0; i < n; i++) step(layers, backward(layers, forward(layers, X), Y), alpha);
  }

  return { bends: Object.keys(bends), product, forward, answers, overPlane, loss, cost, backward, step, train };
})();
