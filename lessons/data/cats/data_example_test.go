package cats_test

import (
	"fmt"
	"os"

	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

func ExampleLoad() {
	_ = os.Setenv(cats.Variable, os.TempDir()) // a folder where nothing was imported
	_ = os.Unsetenv(words.Variable)
	data := cats.Load()
	n, m := data.TrainX.Dims()
	fmt.Println(n, m, len(data.TestImages))
	fmt.Println(data.Source(cats.Train, 0))
	// Output:
	// 12288 209 50
	// train-000: cat
	//   from: maxogden/cats
	//   file: cat_photos/kublai96.jpg
	//   cut out: columns 70 to 250, rows 140 to 320
	//   licence: BSD (as its README declares)
	//   by: Calvin Metcalf
}
