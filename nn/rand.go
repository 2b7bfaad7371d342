package nn

import (
	"math/rand/v2"
	"sync"

	"nekonote/nn/internal/numpy"
)

// Stream is a stream of random numbers: numpy's legacy generator, MT19937 (Matsumoto and Nishimura 1998) with
// Marsaglia's polar method for normal numbers. The same seed gives the numbers that np.random.seed gives.
//
// A Stream may be used by several goroutines at once; who gets which number is then a matter of chance.
type Stream struct {
	mu        sync.Mutex
	generator numpy.Generator
}

// common is the stream of Seed, Rand and Randn. Until it is seeded, each run of a program draws other numbers.
var common = NewRand(rand.Uint32())

// Seed starts the common stream anew (numpy: np.random.seed(seed)).
func Seed(seed uint32) { common.Seed(seed) }

// Rand returns n×m numbers, evenly distributed from 0 up to but without 1 (numpy: np.random.rand(n, m)).
func Rand(n, m int) Matrix { return common.Rand(n, m) }

// Randn returns n×m normal numbers with mean 0 and variance 1 (numpy: np.random.randn(n, m)).
func Randn(n, m int) Matrix { return common.Randn(n, m) }

// Common returns the stream of Seed, Rand and Randn, for who keeps where it stands.
func Common() *Stream { return common }

// NewRand returns a stream of its own, which nobody else draws from (numpy: np.random.RandomState(seed)).
func NewRand(seed uint32) *Stream {
	s := new(Stream)
	s.Seed(seed)
	return s
}

// Seed starts the stream anew.
func (s *Stream) Seed(seed uint32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generator.Seed(seed)
}

// MarshalBinary returns where the stream stands, so that another one can go on from there. It never fails.
func (s *Stream) MarshalBinary() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.generator.MarshalBinary()
}

// UnmarshalBinary makes the stream go on where the one stood that MarshalBinary has written. It returns an error where data says
// no such thing; then the stream stays where it was.
func (s *Stream) UnmarshalBinary(data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.generator.UnmarshalBinary(data)
}

// Rand returns n×m numbers, evenly distributed from 0 up to but without 1, drawn row by row.
func (s *Stream) Rand(n, m int) Matrix { return s.fill(n, m, s.generator.Uniform) }

// Randn returns n×m normal numbers with mean 0 and variance 1, drawn row by row. They are numpy's, to the
// bit but for one number in thousands, which differs by at most 3 units in the last place.
func (s *Stream) Randn(n, m int) Matrix { return s.fill(n, m, s.generator.Normal) }

// Intn returns a whole number from 0 up to but without n. It panics if n is not between 1 and 2³².
func (s *Stream) Intn(n int) int {
	if n < 1 || uint64(n) > 1<<32 {
		panic("nn: Intn needs n from 1 to 2³²")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.generator.UpTo(n - 1)
}

// Shuffle puts n things into a random order, by calling swap for two of them at a time (numpy: shuffle).
func (s *Stream) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i >= 1; i-- {
		swap(i, s.Intn(i+1))
	}
}

// Permutation returns 0, 1 … n−1 in a random order (numpy: permutation).
func (s *Stream) Permutation(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	s.Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

func (s *Stream) fill(n, m int, draw func() float64) Matrix {
	out := Zeros(n, m)
	if out.IsEmpty() {
		return out
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, numbers := 0, out.values(); k < len(numbers); k++ {
		numbers[k] = draw()
	}
	return out
}
