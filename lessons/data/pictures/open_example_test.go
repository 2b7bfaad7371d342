package pictures_test

import (
	"fmt"

	"nekonote/lessons/data/pictures"
	"nekonote/nn"
)

func ExampleJudge() {
	w, b := nn.Zeros(12288, 1), 0.0 // what was learned
	pictures.Judge("pictures/cat.png", func(X nn.Matrix) float64 {
		return w.T().Dot(X.Scale(1.0/255)).AddScalar(b).Sigmoid().At(0, 0)
	})
}

func ExampleFromFolders() {
	own, err := pictures.FromFolders("pictures/my cat", "pictures/other cats")
	if err != nil {
		fmt.Println(err)
		return
	}
	own.Show()           // how many of each kind, what was left out, what to mind
	X := own.Data.TrainX // 12288×m, as with the cats
	_ = own.Keep("mine") // from now on cats.Use("mine") chooses it
	fmt.Println(X.Dims())
}
