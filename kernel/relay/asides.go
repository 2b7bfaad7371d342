package relay

import (
	"nekonote/kernel/relay/wire"
	"nekonote/plots/display"
)

// asides holds the last remark of a cell back until it is clear that no figure follows.
type asides struct{ held *wire.Message }

func asideStep() step {
	a := &asides{}
	return step{name: "remarks that give way to a figure", output: a.output, after: a.after}
}

func (a *asides) output(_ *loop, _ *cell, m *wire.Message) []*wire.Message {
	if m.Kind != "display_data" && m.Kind != "update_display_data" {
		return []*wire.Message{m}
	}
	var data struct {
		Metadata map[string]any `json:"metadata"`
	}
	m.Read(&data)
	if yes, _ := data.Metadata[display.AsideKey].(bool); yes {
		delete(data.Metadata, display.AsideKey)
		a.held = m.Edit(map[string]any{"metadata": data.Metadata})
		return nil
	}
	a.held = nil
	return []*wire.Message{m}
}

// after shows the remark that no figure has followed.
func (a *asides) after(l *loop, c *cell) {
	if a.held != nil {
		l.show(c, a.held)
		a.held = nil
	}
}
