package lessons

// Figure says where the published figures of an exercise's first case stand: under which key of the file that package
// exercisetest reads, and under which names the inputs and outputs stand there, in the order of the function's arguments
// and results. An output that the figures do not have is "". A value that holds several of them, such as the layers of a
// network, has their names in order: "W1 b1 W2 b2". Its zero value stands for a case of our own.
type Figure struct {
	Key             string
	Inputs, Outputs []string
	Later           bool // the case is the one that a later version of the course publishes
}
