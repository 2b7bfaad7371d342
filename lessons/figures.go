package lessons

// Figure says which of the course's published figures belongs to an exercise: its key in figures.json, and under which
// names the inputs and outputs stand there, in the order of the function's arguments and results. An output that the
// figures do not have is "". A value that holds several of them, such as the layers of a network, has their names in
// order: "W1 b1 W2 b2".
type Figure struct {
	Key             string
	Inputs, Outputs []string
	Later           bool // the case is the one that a later version of the course publishes
}

// Figures maps our ids to the keys of the published figures. Exercises that are missing here have none there: their
// first case is one of ours.
var Figures = map[string]Figure{
	"basics/basicSigmoid":      {Key: "basics/basic_sigmoid", Inputs: []string{"x"}, Outputs: []string{"s"}},
	"basics/sigmoid":           {Key: "basics/sigmoid", Inputs: []string{"x"}, Outputs: []string{"s"}},
	"basics/sigmoidDerivative": {Key: "basics/sigmoid_derivative", Inputs: []string{"x"}, Outputs: []string{"ds"}},
	"basics/imageToVector":     {Key: "basics/image2vector", Inputs: []string{"image"}, Outputs: []string{"v"}},
	"basics/normalizeRows":     {Key: "basics/normalizeRows", Inputs: []string{"x"}, Outputs: []string{"out"}},
	"basics/softmax":           {Key: "basics/softmax", Inputs: []string{"x"}, Outputs: []string{"s"}},
	"basics/l1":                {Key: "basics/L1", Inputs: []string{"yhat", "y"}, Outputs: []string{"loss"}},
	"basics/l2":                {Key: "basics/L2", Inputs: []string{"yhat", "y"}, Outputs: []string{"loss"}},

	"week2/sigmoid":             {Key: "week2/sigmoid", Inputs: []string{"z"}, Outputs: []string{"s"}},
	"week2/initializeWithZeros": {Key: "week2/initialize_with_zeros", Inputs: []string{"dim"}, Outputs: []string{"w", "b"}},
	"week2/propagate":           {Key: "week2/propagate", Inputs: []string{"w", "b", "X", "Y"}, Outputs: []string{"dw", "db", "cost"}},
	"week2/optimize":            {Key: "week2/optimize", Inputs: []string{"w", "b", "X", "Y", "num_iterations", "learning_rate"}, Outputs: []string{"w", "b", "costs"}},
	"week2/predict":             {Key: "week2/predict", Inputs: []string{"w", "b", "X"}, Outputs: []string{"predictions"}},

	"week3/layerSizes":           {Key: "week3/layer_sizes", Inputs: []string{"X", "Y"}, Outputs: []string{"n_x", "n_h", "n_y"}},
	"week3/initializeParameters": {Key: "week3/initialize_parameters", Inputs: []string{"n_x", "n_h", "n_y"}, Outputs: []string{"W1 b1 W2 b2"}},
	"week3/forwardPropagation":   {Key: "week3/forward_propagation", Inputs: []string{"X", "W1 b1 W2 b2"}, Outputs: []string{"A2", "Z1 A1 Z2 A2"}},
	"week3/computeCost":          {Key: "week3/compute_cost", Inputs: []string{"A2", "Y"}, Outputs: []string{"cost"}},
	"week3/backwardPropagation":  {Key: "week3/backward_propagation", Inputs: []string{"W1 b1 W2 b2", "Z1 A1 Z2 A2", "X", "Y"}, Outputs: []string{"dW1 db1 dW2 db2"}},
	"week3/updateParameters":     {Key: "week3/update_parameters", Inputs: []string{"W1 b1 W2 b2", "dW1 db1 dW2 db2", "learning_rate"}, Outputs: []string{"W1 b1 W2 b2"}},
	"week3/nnModel":              {Key: "week3/nn_model", Inputs: []string{"X", "Y", "n_h", "num_iterations", ""}, Outputs: []string{"W1 b1 W2 b2", "costs_every_1000"}, Later: true},
	"week3/predict":              {Key: "week3/predict", Inputs: []string{"W1 b1 W2 b2", "X"}, Outputs: []string{"predictions"}},

	"week4/initializeParameters":     {Key: "week4_steps/initialize_parameters", Inputs: []string{"n_x", "n_h", "n_y"}, Outputs: []string{"W1 b1 W2 b2"}},
	"week4/initializeParametersDeep": {Key: "week4_steps/initialize_parameters_deep", Inputs: []string{"layer_dims_0 layer_dims_1 layer_dims_2"}, Outputs: []string{"W1 b1 W2 b2"}},
	"week4/linearForward":            {Key: "week4_steps/linear_forward", Inputs: []string{"A", "W", "b"}, Outputs: []string{"Z"}},
	"week4/linearActivationForward":  {Key: "week4_steps/linear_activation_forward[sigmoid]", Inputs: []string{"A_prev", "W", "b", ""}, Outputs: []string{"A", ""}},
	"week4/modelForward":             {Key: "week4_steps/L_model_forward", Inputs: []string{"X", "W1 b1 W2 b2"}, Outputs: []string{"AL", ""}},
	"week4/computeCost":              {Key: "week4_steps/compute_cost", Inputs: []string{"AL", "Y"}, Outputs: []string{"cost"}},
	"week4/linearBackward":           {Key: "week4_steps/linear_backward", Inputs: []string{"dZ", "A_prev W b"}, Outputs: []string{"dA_prev", "dW", "db"}},
	"week4/linearActivationBackward": {Key: "week4_steps/linear_activation_backward[sigmoid]", Inputs: []string{"dA", "A_prev W b Z", ""}, Outputs: []string{"dA_prev", "dW", "db"}},
	"week4/modelBackward":            {Key: "week4_steps/L_model_backward", Inputs: []string{"AL", "Y", "A1 W1 b1 Z1 A2 W2 b2 Z2"}, Outputs: []string{"dW1 db1 dW2 db2"}},
	"week4/updateParameters":         {Key: "week4_steps/update_parameters", Inputs: []string{"W1 b1 W2 b2", "dW1 db1 dW2 db2", "learning_rate"}, Outputs: []string{"W1 b1 W2 b2"}},
}
