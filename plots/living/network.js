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

  return { bends: Object.keys(bends), product, forward, answers, loss, cost, backward, step, train };
})();
