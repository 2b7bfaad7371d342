package relay

// displayStep turns the first update of a display in this run of a cell into a new display. When a cell runs again,
// JupyterLab has cleared what it showed, while GoNB, which knows the id from before, only sends an update to nothing.
func displayStep(_ *loop, c *cell, m *message) []*message {
	if m.kind != "display_data" && m.kind != "update_display_data" {
		return []*message{m}
	}
	var data struct {
		Transient struct {
			ID string `json:"display_id"`
		} `json:"transient"`
	}
	m.read(&data)
	id := data.Transient.ID
	if id == "" {
		return []*message{m}
	}
	if m.kind == "update_display_data" && !c.seen[id] {
		m = m.renamed("display_data")
	}
	c.seen[id] = true
	return []*message{m}
}
