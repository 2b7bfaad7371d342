// Package planar holds the data sets of weeks 3 and 4: points in the plane of two kinds, for a network to tell apart. All but
// Spirals are the course's, point for point.
//
// Each function returns X (2×m: a column for each point) and Y (1×m: 0 or 1). Those that draw random numbers take the
// stream to draw from, so that the same seed gives the same points as numpy and scikit-learn do.
package planar

import (
	"cmp"
	"math"
	"slices"

	"nekonote/nn"
)

// points is how many points the data sets other than the flower have.
const points = 200

// Flower returns 400 points on a flower with eight petals, red (0) and blue (1) by turns. It is always the same one: the
// course's, of seed 1.
func Flower() (X, Y nn.Matrix) {
	const (
		perKind = 200
		petal   = 4.0  // how long a petal is
		half    = 3.12 // the course's π
	)
	s := nn.NewRand(1)
	x1, x2, y := make([]float64, 0, 2*perKind), make([]float64, 0, 2*perKind), make([]float64, 0, 2*perKind)
	for kind := range 2 {
		start := half * float64(kind)
		g := s.Randn(1, perKind)
		h := s.Randn(1, perKind)
		for i, angle := range evenly(start, half*float64(kind+1), perKind) {
			theta := angle + float64(0.2*g.At(0, i))
			r := petal*math.Sin(4*theta) + 0.2*h.At(0, i)
			x1 = append(x1, r*math.Sin(theta))
			x2 = append(x2, r*math.Cos(theta))
			y = append(y, float64(kind))
		}
	}
	return nn.Rows([][]float64{x1, x2}), nn.Row(y...)
}

// Circles returns points on a circle (0) and on a smaller one inside it (1), with noise: scikit-learn's
// make_circles(n_samples=200, factor=0.5, noise=0.3).
func Circles(s *nn.Stream) (X, Y nn.Matrix) {
	var list []point
	for kind, radius := range []float64{1, 0.5} {
		for k := range points / 2 {
			t := float64(k) * (2 * math.Pi / (points / 2))
			list = append(list, point{radius * math.Cos(t), radius * math.Sin(t), float64(kind)})
		}
	}
	return noisy(s, shuffled(s, list), 0.3)
}

// Moons returns points on two half circles that reach into each other, with noise: scikit-learn's
// make_moons(n_samples=200, noise=0.2).
func Moons(s *nn.Stream) (X, Y nn.Matrix) {
	var list []point
	angles := evenly(0, math.Pi, points/2)
	for _, t := range angles {
		list = append(list, point{math.Cos(t), math.Sin(t), 0})
	}
	for _, t := range angles {
		list = append(list, point{1 - math.Cos(t), 1 - math.Sin(t) - 0.5, 1})
	}
	return noisy(s, shuffled(s, list), 0.2)
}

// Blobs returns six clouds of points, of both kinds by turns. They are always the same ones, scikit-learn's
// make_blobs(n_samples=200, random_state=5, n_features=2, centers=6), with its labels modulo 2, as the course takes them.
func Blobs() (X, Y nn.Matrix) {
	const clouds = 6
	s := nn.NewRand(5)
	centers := s.Rand(clouds, 2).Scale(20).AddScalar(-10)
	var list []point
	for cloud := range clouds {
		n := points / clouds
		if cloud < points%clouds {
			n++ // the first clouds get what does not divide
		}
		around := s.Randn(n, 2)
		for i := range n {
			list = append(list, point{centers.At(cloud, 0) + around.At(i, 0), centers.At(cloud, 1) + around.At(i, 1), float64(cloud % 2)})
		}
	}
	return matrices(shuffled(s, list))
}

// GaussianQuantiles returns points of one cloud, those nearer to its middle 0 and those outside 1: scikit-learn's
// make_gaussian_quantiles(cov=0.5, n_samples=200, n_features=2, n_classes=2).
func GaussianQuantiles(s *nn.Stream) (X, Y nn.Matrix) {
	around := s.Randn(points, 2).Scale(math.Sqrt(0.5))
	list := make([]point, points)
	for i := range list {
		list[i] = point{x1: around.At(i, 0), x2: around.At(i, 1)}
	}
	slices.SortStableFunc(list, func(p, q point) int {
		return cmp.Compare(p.x1*p.x1+p.x2*p.x2, q.x1*q.x1+q.x2*q.x2)
	})
	for i := points / 2; i < points; i++ {
		list[i].kind = 1
	}
	return matrices(shuffled(s, list))
}

// Spirals returns two arms of 100 points each that wind round each other with a little noise, label 0 and label 1: it is no data set of
// the course.
func Spirals(s *nn.Stream) (X, Y nn.Matrix) {
	var list []point
	for i := range points {
		const half = points / 2
		r, arm := 0.15+0.85*float64(i%half)/half, float64(i/half)
		angle := 8*r + math.Pi*arm
		list = append(list, point{r * math.Cos(angle), r * math.Sin(angle), arm})
	}
	return noisy(s, list, 0.04)
}

// NoStructure returns points that have nothing to do with their kinds. The course draws two such clouds and gives them
// no labels; here the first are 0 and the second 1.
func NoStructure(s *nn.Stream) (X, Y nn.Matrix) {
	first, second := s.Rand(points, 2), s.Rand(points, 2)
	X = nn.ConcatCols(first.T(), second.T())
	Y = nn.ConcatCols(nn.Zeros(1, points), nn.Zeros(1, points).AddScalar(1))
	return X, Y
}

type point struct{ x1, x2, kind float64 }

// Split parts examples X (n×m) with their labels Y (1×m) in two: every eighth one to learn from, the others to test with.
// The order stays.
func Split(X, Y nn.Matrix) (trainX, trainY, testX, testY nn.Matrix) {
	n, m := X.Dims()
	for j := range m {
		x, y := X.Slice(0, n, j, j+1), Y.Slice(0, 1, j, j+1)
		if j%8 == 0 {
			trainX, trainY = nn.ConcatCols(trainX, x), nn.ConcatCols(trainY, y)
		} else {
			testX, testY = nn.ConcatCols(testX, x), nn.ConcatCols(testY, y)
		}
	}
	return trainX, trainY, testX, testY
}

// shuffled returns the points in the order in which scikit-learn shuffles them.
func shuffled(s *nn.Stream, list []point) []point {
	out := make([]point, len(list))
	for i, from := range s.Permutation(len(list)) {
		out[i] = list[from]
	}
	return out
}

// noisy moves each point a little, after the shuffling: by normal numbers of the given size.
func noisy(s *nn.Stream, list []point, size float64) (X, Y nn.Matrix) {
	X, Y = matrices(list)
	return X.Add(s.Randn(len(list), 2).Scale(size).T()), Y
}

func matrices(list []point) (X, Y nn.Matrix) {
	x1, x2, y := make([]float64, len(list)), make([]float64, len(list)), make([]float64, len(list))
	for i, p := range list {
		x1[i], x2[i], y[i] = p.x1, p.x2, p.kind
	}
	return nn.Rows([][]float64{x1, x2}), nn.Row(y...)
}

// evenly returns n numbers from start to stop, both included, at equal distances (numpy: linspace).
func evenly(start, stop float64, n int) []float64 {
	out := make([]float64, n)
	width := (stop - start) / float64(n-1)
	for i := range out {
		out[i] = float64(float64(i)*width) + start
	}
	out[n-1] = stop
	return out
}
