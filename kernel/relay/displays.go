package relay

import "nekonote/kernel/relay/wire"

func displayStep() step {
	d := displays{}
	return step{name: "a figure that does not vanish", output: d.output}
}

// displays are the ids of displays that one run of a cell has shown.
type displays map[string]bool

// output turns the first update of a display in this run of a cell into a new display. When a cell runs again,
// JupyterLab has cleared what it showed, while GoNB, which knows the id from before, only sends an update to nothing.
func (d displays) output(_ *loop, _ *cell, m *wire.Message) []*wire.Message {
	if m.Kind != "display_data" && m.Kind != "update_display_data" {
		return []*wire.Message{m}
	}
	var data struct {
		Transient struct {
			ID string `json:"display_id"`
		} `json:"transient"`
	}
	m.Read(&data)
	id := data.Transient.ID
	if id == "" {
		return []*wire.Message{m}
	}
	if m.Kind == "update_display_data" && !d[id] {
		m = m.Renamed("display_data")
	}
	d[id] = true
	return []*wire.Message{m}
}
