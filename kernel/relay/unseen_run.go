package relay

import (
	"slices"

	"nekonote/kernel/relay/wire"
)

// take puts a message among the outputs of a run, as a page would.
func (r *run) take(m *wire.Message) {
	switch m.Kind {
	case "clear_output":
		var said struct {
			Wait bool `json:"wait"`
		}
		m.Read(&said)
		if r.clear = said.Wait; !said.Wait {
			r.shown = nil
		}
		return
	case "update_display_data":
		r.display(m)
		return
	case "stream", "display_data", "execute_result", "error":
	default:
		return
	}
	if r.clear {
		r.shown, r.clear = nil, false
	}
	switch m.Kind {
	case "stream":
		r.print(m)
	case "error":
		var said map[string]any
		m.Read(&said)
		r.shown = append(r.shown, shown{size: len(m.Content), output: output{
			"output_type": "error", "ename": said["ename"], "evalue": said["evalue"], "traceback": said["traceback"],
		}})
	default:
		r.display(m)
	}
}

// print adds to a stream's text: what follows on the same stream is one output.
func (r *run) print(m *wire.Message) {
	var said struct {
		Name string `json:"name"`
		Text string `json:"text"`
	}
	m.Read(&said)
	last := len(r.shown) - 1
	if last < 0 || r.shown[last].output["name"] != said.Name {
		r.shown = append(r.shown, shown{output: output{"output_type": "stream", "name": said.Name}})
		last++
	}
	r.shown[last].text = append(r.shown[last].text, said.Text...)
}

// display adds a display; an update goes where the display stands.
func (r *run) display(m *wire.Message) {
	var said struct {
		Data      any            `json:"data"`
		Metadata  map[string]any `json:"metadata"`
		Count     int            `json:"execution_count"`
		Transient struct {
			ID string `json:"display_id"`
		} `json:"transient"`
	}
	m.Read(&said)
	if said.Metadata == nil {
		said.Metadata = map[string]any{} // a notebook's file needs it
	}
	s := shown{id: said.Transient.ID, size: len(m.Content), output: output{"output_type": m.Kind, "data": said.Data, "metadata": said.Metadata}}
	if m.Kind == "execute_result" {
		s.output["execution_count"] = said.Count
	}
	if m.Kind != "update_display_data" {
		r.shown = append(r.shown, s)
		return
	}
	if at := slices.IndexFunc(r.shown, func(old shown) bool { return old.id == s.id && s.id != "" }); at >= 0 {
		s.output["output_type"] = r.shown[at].output["output_type"]
		r.shown[at] = s
	}
}

// size is how many bytes the outputs are, about.
func (r *run) size() int {
	size := 0
	for _, s := range r.shown {
		size += s.size + len(s.text)
	}
	return size
}
