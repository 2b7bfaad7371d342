package blas

import "time"

// These are all the limits at which products are computed in another way, with what they were chosen for. Those of time and
// size were measured on two processors of an EPYC with AVX-512, what AVX2 has of its own (kernels.fetches and depth) on an EPYC
// without it; those of more processors are reasoned, not measured.
const (
	// smallest is the number of multiplications below which gonum is as good: to find the way takes longer than to go it.
	smallest = 4096

	// librarys is from how many multiplications on a product is left to the library of the system, where there is one. To call it
	// takes 2 µs and a kernel of ours 15 µs at least for so many, on a core that does its best; all products of a layer with
	// the cats' pixels are larger, all products of graded cases smaller. Reasoned: no Mac was here to time it.
	librarys = 300_000

	// piece is the number of multiplications that are worth a processor of their own: they take 10 µs and more, and to give
	// them to a helper who is awake takes 1 µs.
	piece = 50_000

	// mostPieces is how many processors work on a product at most. Beyond that, memory has no more to give on the machines
	// that learners have, and the pieces of the course's products become so narrow that each helper waits for the next row.
	mostPieces = 16

	// awake is how long a helper looks out for more work before it sleeps. To wake it takes 100 µs, a third of a product;
	// training comes with the next one sooner than this.
	awake = 200 * time.Microsecond

	// halvedK is from how many steps along k on a product of few rows is halved there: at least two blocks for each half.
	// It does not depend on how many processors there are, for sums in another order are other numbers.
	halvedK = 4 * blockK

	// manyRows is from how many rows of C on they are divided between processors. Each of them reads all of B; for fewer rows
	// that takes longer than to compute, and halves of B are divided.
	manyRows = 32

	// blockK is how many steps along k are computed at a time, blockM for how many rows, someB with how many numbers of B:
	// what is in use then stays in the second cache, and most of it in the fastest. wholeK steps at most are not divided.
	// Where B is read as it lies, a block of it and the next one, which is being fetched, are in the second cache together:
	// that of a processor with AVX2 alone often holds 512 KB, half of what others have, so there it is half of blockK (depth).
	blockK = 192
	wholeK = 256
	blockM = 256
	someB  = 5000

	// packedTogether is from how many numbers of B on all processors pack it together, each a part, which then wait for one
	// another: below, each packs all of it sooner than that.
	packedTogether = 20_000

	// fewRows is for how many rows of A at most what the next block needs is fetched ahead; more come by themselves.
	fewRows = 64

	// group is so many columns that inner products gather where they do not go into C as they are: three cache lines.
	group = 24

	// narrowest is how many numbers of a row a helper needs to combine rows: eight cache lines, which a processor recognizes
	// as a stream.
	narrowest = 64
)
