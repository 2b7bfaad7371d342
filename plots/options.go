package plots

import (
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Option changes how a figure looks. Each figure says which ones it heeds, and panics on any other, since nobody would
// notice that it does nothing. The zero value changes nothing.
type Option struct {
	name  string
	apply func(*options)
}

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
	flow          []nn.Matrix
}

// heed returns what the options say to a figure that heeds Title and the ones that are named.
func heed(figure string, given []Option, heeded ...string) options {
	heeded = append([]string{"Title"}, heeded...)
	for _, option := range given {
		if option.apply != nil && !slices.Contains(heeded, option.name) {
			panic(notHeeded.Fill(figure, option.name, strings.Join(heeded, ", ")).String())
		}
	}
	return optionsOf(given)
}

func optionsOf(given []Option) options {
	var o options
	for _, option := range given {
		if option.apply != nil {
			option.apply(&o)
		}
	}
	return o
}

var (
	notHeeded = words.T("plots: %[2]s means nothing to %[1]s, which heeds %[3]s. Leave that option out.",
		"plots: %[1]s では %[2]s を使えません（使えるのは %[3]s）。そのオプションを外してください。")
	notCount = words.T("plots: %s wants a number from 1 on, not %d.", "plots: %s には 1 以上の数を渡してください（%d は使えません）。")
)

// count is an option that is a number from 1 on.
func count(name string, n int, set func(o *options)) Option {
	if n < 1 {
		panic(notCount.Fill(name, n).String())
	}
	return Option{name, set}
}

// Title writes a line above the figure.
func Title(title string) Option { return Option{"Title", func(o *options) { o.title = title }} }

// Every says that the costs were noted every n iterations, which the horizontal axis then counts. Without it they were
// noted in each. It panics where n is less than 1.
func Every(n int) Option { return count("Every", n, func(o *options) { o.every = n }) }

// LogScale draws the cost on a logarithmic axis: from 1 to 0.1 is as far as from 0.1 to 0.01.
func LogScale() Option { return Option{"LogScale", func(o *options) { o.logScale = true }} }

// Width is how wide a picture is shown, in pixels of the screen. It panics where that is less than 1.
func Width(pixels int) Option { return count("Width", pixels, func(o *options) { o.width = pixels }) }

// Captions writes one line below each picture.
func Captions(captions []string) Option {
	return Option{"Captions", func(o *options) { o.captions = captions }}
}

// Labels says what each example is: Y is 1×m with the number of its class, 0 or 1, and names say what they mean, in order
// ("not a cat", "cat").
func Labels(Y nn.Matrix, names ...string) Option {
	return Option{"Labels", func(o *options) {
		o.labels = Y
		if len(names) > 0 {
			o.classes = names
		}
	}}
}

// Classes names the classes 0, 1, … in order.
func Classes(names ...string) Option {
	return Option{"Classes", func(o *options) { o.classes = names }}
}

// Probabilities says how sure the network is that each example is of class 1: A is 1×m, between 0 and 1.
func Probabilities(A nn.Matrix) Option {
	return Option{"Probabilities", func(o *options) { o.probabilities = A }}
}

// First shows only the first n. It panics where n is less than 1.
func First(n int) Option { return count("First", n, func(o *options) { o.first = n }) }

// Flow gives what each layer makes of one example: the input x (n_x×1), then A1, A2 … (units×1).
func Flow(activations ...nn.Matrix) Option {
	return Option{"Flow", func(o *options) { o.flow = activations }}
}
