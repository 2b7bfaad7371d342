package plots

import "nekonote/nn"

// Option changes how a figure looks. Each figure says which ones it heeds; the others do nothing to it.
type Option func(*options)

type options struct {
	title         string
	every         int
	logScale      bool
	width         int
	captions      []string
	labels        nn.Matrix
	classes       []string
	probabilities nn.Matrix
	first         int
	onlyWrong     bool
	flow          []nn.Matrix
}

func optionsOf(all []Option) options {
	var o options
	for _, option := range all {
		option(&o)
	}
	return o
}

// Title writes a line above the figure.
func Title(title string) Option { return func(o *options) { o.title = title } }

// Every says that the costs were noted every n iterations, which the horizontal axis then counts. Without it they were
// noted in each.
func Every(n int) Option { return func(o *options) { o.every = n } }

// LogScale draws the cost on a logarithmic axis: from 1 to 0.1 is as far as from 0.1 to 0.01.
func LogScale() Option { return func(o *options) { o.logScale = true } }

// Width is how wide a picture is shown, in pixels of the screen.
func Width(pixels int) Option { return func(o *options) { o.width = pixels } }

// Captions writes one line below each picture.
func Captions(captions []string) Option { return func(o *options) { o.captions = captions } }

// Labels says what each example is: Y is 1×m with the number of its class, 0 or 1, and names say what they mean, in order
// ("not a cat", "cat").
func Labels(Y nn.Matrix, names ...string) Option {
	return func(o *options) { o.labels, o.classes = Y, names }
}

// Classes names the classes 0, 1, … in order.
func Classes(names ...string) Option { return func(o *options) { o.classes = names } }

// Probabilities says how sure the network is that each example is of class 1: A is 1×m, between 0 and 1.
func Probabilities(A nn.Matrix) Option { return func(o *options) { o.probabilities = A } }

// First shows only the first n.
func First(n int) Option { return func(o *options) { o.first = n } }
