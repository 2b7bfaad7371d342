// Command cells calls what only cells call. Nobody runs it: it lets deadcode, which does not read notebooks, see that these
// functions are alive. Tests run them in programs of their own, which deadcode does not read either.
package main

import (
	"nekonote/lessons"
	"nekonote/lessons/data/pictures"
	"nekonote/lessons/week1"
	"nekonote/nn"
)

func main() {
	lessons.Progress(week1.Sigmoid)
	lessons.Remember("one", func() int { return 1 })
	pictures.Judge("cat.png", func(nn.Matrix) float64 { return 0.5 })
	pictures.Collection{}.Show()
	pictures.Photo{}.Show()
}
