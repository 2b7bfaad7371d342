package nn

import "fmt"

func (p *Convolutional) saved() savedModel {
	s := savedModel{Model: "convolutional", Activations: activationsOf(p.Classes.Hidden)}
	if len(p.Filters) > 0 {
		from := p.Filters[0].From
		s.Picture = []int{from.Height, from.Width, from.Channels}
	}
	return s
}

// restore makes as many layers of filters as there are layers beside those of the classes, whose hidden ones have an activation each.
func (p *Convolutional) restore(s savedModel) error {
	layers := len(s.Parameters)/2 - len(s.Activations) - 1
	if layers < 1 {
		return fmt.Errorf("%d parameters and %d activations leave no filters", len(s.Parameters), len(s.Activations))
	}
	q := Convolutional{Filters: make([]Convolution, layers), Classes: Classifier{Hidden: s.layers()}}
	parameters := q.parameters()
	if err := s.fill(parameters); err != nil {
		return err
	}
	if err := q.room(s.Picture); err != nil {
		return err
	}
	last := q.Filters[layers-1].To().numbers()
	if W := shape(*parameters[2*layers].value); W[1] != last {
		return fmt.Errorf("%s looks at %d numbers, and the filters give %d", parameters[2*layers].name, W[1], last)
	}
	if err := chained(parameters[2*layers:]); err != nil {
		return err
	}
	*p = q
	return nil
}

// room tells each layer of filters which pictures come to it, beginning with those of the size height, width and channels, and
// reports where they do not fit.
func (p *Convolutional) room(size []int) error {
	const most = 1 << 15 // so that no product of three overflows
	if len(size) != 3 {
		return fmt.Errorf("a picture has three sizes, not %d", len(size))
	}
	for _, n := range size {
		if n < 1 || n > most {
			return fmt.Errorf("no picture has the size %v", size)
		}
	}
	from := Picture{Height: size[0], Width: size[1], Channels: size[2]}
	for l := range p.Filters {
		c := &p.Filters[l]
		c.From = from
		W, b, k := shape(c.W), shape(c.B), c.side()
		from = c.To()
		if W[1] != k*k*c.From.Channels || b != [2]int{W[0], 1} || from.Height < 1 || from.Width < 1 {
			return fmt.Errorf("%s is %d×%d, which fits no picture of %d×%d pixels", fmt.Sprint("W", l+1), W[0], W[1], c.From.Height, c.From.Width)
		}
	}
	return nil
}
