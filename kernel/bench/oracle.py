"""What nn is tested against: numpy's normal numbers, the five-layer network of the course in numpy, and the data sets of
week 3 by scikit-learn.

Reads the names of a file with X (n_x×m, float64, row by row), Y (1×m), the test's X and Y, and the numbers n_x, m and
m_test from its arguments; without arguments it makes the data sets alone. Writes one JSON object.
"""
import json
import sys

import numpy as np
import sklearn.datasets


def forward(W, b, X):
    A, As, Zs = X, [X], []
    for l in range(len(W)):
        Z = np.dot(W[l], A) + b[l]
        A = 1 / (1 + np.exp(-Z)) if l == len(W) - 1 else np.maximum(0, Z)
        Zs.append(Z)
        As.append(A)
    return A, As, Zs


def five_layers(X, Y, testX, testY, iterations=1000, alpha=0.0075):
    sizes, m = [X.shape[0], 20, 7, 5, 1], X.shape[1]
    np.random.seed(1)
    W = [np.random.randn(n, p) / np.sqrt(p) for p, n in zip(sizes, sizes[1:])]
    b = [np.zeros((n, 1)) for n in sizes[1:]]
    costs = []
    for i in range(iterations):
        A, As, Zs = forward(W, b, X)
        if i % 100 == 0:
            costs.append(float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m))
        dA = -(Y / A - (1 - Y) / (1 - A))
        steps = []
        for l in reversed(range(len(W))):
            dZ = dA * A * (1 - A) if l == len(W) - 1 else np.where(Zs[l] > 0, dA, 0)
            steps.append((l, np.dot(dZ, As[l].T) / m, np.sum(dZ, axis=1, keepdims=True) / m))
            if l > 0:  # nobody asks for the slopes of X, and they are as many as X
                dA = np.dot(W[l].T, dZ)
        for l, dW, db in steps:
            W[l] = W[l] - alpha * dW
            b[l] = b[l] - alpha * db

    def wrong(X, Y):
        A, _, _ = forward(W, b, X)
        return [int(j) for j in np.flatnonzero((A > 0.5) != (Y == 1))]

    return {"costs": costs, "trainWrong": wrong(X, Y), "testWrong": wrong(testX, testY)}


def planar():
    N = 200
    sets = {}

    def add(name, seed, make):
        np.random.seed(seed)
        X, Y = make()
        sets[name] = {"X": X.T.tolist(), "Y": Y.tolist()}

    for seed in (1, 3):
        add(f"circles {seed}", seed, lambda: sklearn.datasets.make_circles(n_samples=N, factor=0.5, noise=0.3))
        add(f"moons {seed}", seed, lambda: sklearn.datasets.make_moons(n_samples=N, noise=0.2))
        add(f"quantiles {seed}", seed, lambda: sklearn.datasets.make_gaussian_quantiles(
            mean=None, cov=0.5, n_samples=N, n_features=2, n_classes=2, shuffle=True, random_state=None))
        add(f"no structure {seed}", seed, lambda: (
            np.concatenate([np.random.rand(N, 2), np.random.rand(N, 2)]), np.repeat([0, 1], N)))
    X, Y = sklearn.datasets.make_blobs(n_samples=N, random_state=5, n_features=2, centers=6)
    sets["blobs"] = {"X": X.T.tolist(), "Y": (Y % 2).tolist()}
    return sets


out = {"planar": planar(), "randn": np.random.RandomState(1).randn(100000).tolist()}
if len(sys.argv) > 1:
    name, n, m, t = sys.argv[1], *map(int, sys.argv[2:])
    data = np.fromfile(name, dtype=np.float64)
    parts = np.split(data, np.cumsum([n * m, m, n * t]))
    out["deep"] = five_layers(parts[0].reshape(n, m), parts[1].reshape(1, m), parts[2].reshape(n, t), parts[3].reshape(1, t))
json.dump(out, sys.stdout)
