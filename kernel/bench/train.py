"""The three cat models of the course in plain numpy, and single products, timed.

The program reads one task a line, "five-layer 30", does it that many times, and answers with the seconds it took, with
those of nothing else. The first line names a file with X (n_x×m, float64, row by row) followed by Y (1×m), and n_x and m.
"""
import sys
import time

import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def logistic(X, Y, iterations, alpha=0.005):
    n, m = X.shape
    w, b = np.zeros((n, 1)), 0.0
    for _ in range(iterations):
        A = sigmoid(np.dot(w.T, X) + b)
        cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
        dZ = A - Y
        dw = np.dot(X, dZ.T) / m
        db = np.sum(dZ) / m
        w = w - alpha * dw
        b = b - alpha * db
    return cost


def deep(sizes, X, Y, iterations, alpha=0.0075):
    m = X.shape[1]
    random = np.random.default_rng(1)
    W = [random.standard_normal((n, p)) / np.sqrt(p) for p, n in zip(sizes, sizes[1:])]
    b = [np.zeros((n, 1)) for n in sizes[1:]]
    last = len(W) - 1

    def train():
        for _ in range(iterations):
            A, Zs, As = X, [], [X]
            for l in range(len(W)):
                Z = np.dot(W[l], A) + b[l]
                A = sigmoid(Z) if l == last else np.maximum(0, Z)
                Zs.append(Z)
                As.append(A)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dA = -(Y / A - (1 - Y) / (1 - A))
            gradients = []
            for l in reversed(range(len(W))):
                if l == last:
                    s = sigmoid(Zs[l])
                    dZ = dA * s * (1 - s)
                else:
                    dZ = np.where(Zs[l] > 0, dA, 0)
                dW = np.dot(dZ, As[l].T) / m
                db = np.sum(dZ, axis=1, keepdims=True) / m
                dA = np.dot(W[l].T, dZ)
                gradients.append((l, dW, db))
            for l, dW, db in gradients:
                W[l] = W[l] - alpha * dW
                b[l] = b[l] - alpha * db
        return cost

    return train


def tasks(X, Y):
    random = np.random.default_rng(2)
    W = random.standard_normal((20, X.shape[0]))
    S, T = random.standard_normal((1024, 1024)), random.standard_normal((1024, 1024))

    def repeat(product):
        return lambda times: lambda: [product() for _ in range(times)]

    return {
        "logistic": lambda times: lambda: logistic(X, Y, times),
        "two-layer": lambda times: deep([X.shape[0], 7, 1], X, Y, times),
        "five-layer": lambda times: deep([X.shape[0], 20, 7, 5, 1], X, Y, times),
        "dot": repeat(lambda: np.dot(W, X)),
        "square": repeat(lambda: np.dot(S, T)),
    }


def main():
    name, n, m = sys.stdin.readline().split()
    n, m = int(n), int(m)
    data = np.fromfile(name, dtype=np.float64)
    known = tasks(data[: n * m].reshape(n, m), data[n * m :].reshape(1, m))
    for line in sys.stdin:
        task, times = line.split()
        work = known[task](int(times))
        began = time.perf_counter()
        work()
        print(time.perf_counter() - began, flush=True)


main()
