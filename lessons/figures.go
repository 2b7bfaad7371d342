package lessons

// Figure says which of the course's published figures belongs to an exercise: its key in figures.json, and under which
// names the inputs and outputs stand there, in the order of the function's arguments and results. An output that the
// figures do not have is "".
type Figure struct {
	Key             string
	Inputs, Outputs []string
	Later           bool // the case is the one that a later version of the course publishes
}

// Figures maps our ids to the keys of the published figures. Exercises that are missing here have none there: their
// first case is one of ours.
var Figures = map[string]Figure{
	"week2/sigmoid":             {Key: "week2/sigmoid", Inputs: []string{"z"}, Outputs: []string{"s"}},
	"week2/initializeWithZeros": {Key: "week2/initialize_with_zeros", Inputs: []string{"dim"}, Outputs: []string{"w", "b"}},
	"week2/propagate":           {Key: "week2/propagate", Inputs: []string{"w", "b", "X", "Y"}, Outputs: []string{"dw", "db", "cost"}},
	"week2/optimize":            {Key: "week2/optimize", Inputs: []string{"w", "b", "X", "Y", "num_iterations", "learning_rate"}, Outputs: []string{"w", "b", "costs"}},
	"week2/predict":             {Key: "week2/predict", Inputs: []string{"w", "b", "X"}, Outputs: []string{"predictions"}},
}
