package remember

import (
	"context"
	"fmt"
	"testing"

	"nekonote/nn"
)

// networks are the library's, as the notebooks train them: in portions, and through nn.Model.
func networks() map[string]nn.Model {
	nn.Seed(4)
	return map[string]nn.Model{
		"Logistic": nn.NewLogisticRegression(12), "TwoLayer": nn.NewTwoLayer(12, 3, 1), "Deep": nn.NewDeep(12, 4, 3, 1), "Classifier": nn.NewClassifier(12, 5, 3),
		"Convolutional": nn.NewConvolutional(nn.Picture{Height: 4, Width: 3, Channels: 1}, 2, []int{2}, 2),
	}
}

// TestANetworkThatIsKilledGivesWhatAnUnbrokenOneGives: each network of the library goes on where it was, bit for bit; in one call or in
// portions, it learns the same.
func TestANetworkThatIsKilledGivesWhatAnUnbrokenOneGives(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	nn.Seed(5)
	X, Y := nn.Rand(12, 6), nn.Row(1, 0, 1, 1, 0, 0)
	train := func(net nn.Model, steps int) {
		if err := net.Train(context.Background(), X, Y, nn.Training{Alpha: 0.2, Iterations: steps}); err != nil {
			t.Fatal(err)
		}
	}
	const far = 1 << 30
	for name := range networks() {
		program := func(s *store, dies int) (net nn.Model, done bool) {
			w := &work{store: s, eager: true}
			defer w.begin()()
			defer func() {
				if broken := recover(); broken != nil && broken != (killed{}) {
					panic(broken)
				}
			}()
			net = networks()[name]
			for i := range Steps(23, 5, []any{net}) {
				if dies--; dies < 0 {
					panic(killed{})
				}
				train(net, min(5, 23-i))
			}
			return net, true
		}
		whole := networks()[name]
		train(whole, 23)
		unbroken, _ := program(open(name, "unbroken"), far)
		s, programs := open(name, "killed"), 0
		for done := false; !done; programs++ {
			var net nn.Model
			if net, done = program(s, 2); done && (fmt.Sprintf("%v", net) != fmt.Sprintf("%v", unbroken) || fmt.Sprintf("%v", net) != fmt.Sprintf("%v", whole)) {
				t.Errorf("%s: after %d programs %v, want %v", name, programs, net, whole)
			}
		}
		if programs < 3 {
			t.Errorf("%s: only %d programs: nothing was killed, or nothing kept", name, programs)
		}
	}
}
