package lessons

import (
	"nekonote/lessons/face/ask"
	"nekonote/lessons/internal/wire"
)

// Lecture shows a lecture of the course below the cell: a picture with its title, which opens into the player. id is its name, as
// "week1/slope"; for a name that there is not, it shows those that there are. The kernel makes the page, so that a cell links
// nothing for it.
func Lecture(id string) { ask.Ask(wire.Ask{Kind: wire.Lecture, ID: id}) }
