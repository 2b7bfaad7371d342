package cats

import (
	"io"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Kinds names the classes of the pictures, of which there may be more than two: for pictures of a learner's own one for each
// folder, in the order in which she named them; of the cats "cat" and "not a cat".
func (d Data) Kinds() []words.Text {
	classes := d.train.classes
	names := make([]words.Text, len(classes))
	for label, class := range classes {
		names[kind(label)] = class
	}
	return names
}

// TrainKinds returns the number of the class of each picture to learn from, as 1×m: Kinds()[0] has the number 0.
func (d Data) TrainKinds() nn.Matrix { return d.train.kinds() }

// TestKinds returns the number of the class of each picture of the test, as 1×m.
func (d Data) TestKinds() nn.Matrix { return d.test.kinds() }

func (s Set) kinds() nn.Matrix {
	numbers := make([]float64, len(s.entries))
	for i, entry := range s.entries {
		numbers[i] = float64(kind(entry.Label))
	}
	return nn.Row(numbers...)
}

// kind is the number of a class in the order of the folders. An album's label 1 is its yes, which is named first.
func kind(label int) int {
	if label < 2 {
		return 1 - label
	}
	return label
}

// feedKinds tells a fingerprint which picture is of which class, where yes and no do not say it all.
func (s Set) feedKinds(w io.Writer) {
	if len(s.classes) <= 2 {
		return
	}
	for _, entry := range s.entries {
		_, _ = w.Write([]byte{byte(entry.Label)})
	}
}
