package relay

import (
	"encoding/json"
	"strings"
	"testing"

	"nekonote/kernel/desk"
	"nekonote/kernel/relay/wire"
)

// ofCell is the request of a page to run the cell of an id.
func ofCell(id string) *wire.Message {
	m := wire.NewMessage("execute_request", "page", map[string]any{})
	m.Metadata = wire.Encode(map[string]any{"cellId": id})
	return m
}

func TestWhatNoPageHasSeenIsKept(t *testing.T) {
	var u unseen
	m := ofCell("a")
	u.began(m, "code", 7)
	show := func(kind string, content map[string]any) { u.take(m.Answer(kind, content)) }
	picture := func(data, id string) map[string]any {
		return map[string]any{"data": map[string]any{"text/plain": data}, "metadata": map[string]any{}, "transient": map[string]any{"display_id": id}}
	}
	show("stream", map[string]any{"name": "stdout", "text": "gone"})
	show("clear_output", map[string]any{"wait": true})
	show("stream", map[string]any{"name": "stdout", "text": "1 "})
	show("stream", map[string]any{"name": "stdout", "text": "2"})
	show("stream", map[string]any{"name": "stderr", "text": "no"})
	show("display_data", picture("first", "film"))
	show("update_display_data", picture("last", "film"))
	show("update_display_data", picture("of another cell", "other"))
	show("error", map[string]any{"ename": "E", "evalue": "v", "traceback": []string{"t"}})
	show("status", map[string]any{"execution_state": "busy"})
	u.take(ofCell("b").Answer("stream", map[string]any{"name": "stdout", "text": "of nobody"}))
	got := string(wire.Encode(u.all()[0].Outputs))
	const want = `[{"name":"stdout","output_type":"stream","text":"1 2"},{"name":"stderr","output_type":"stream","text":"no"},` +
		`{"data":{"text/plain":"last"},"metadata":{},"output_type":"display_data"},` +
		`{"ename":"E","evalue":"v","output_type":"error","traceback":["t"]}]`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}

	u.saved(map[string]int{"a": 7})
	if len(u.all()) != 1 {
		t.Error("what is saved while the cell runs is not all that there will be")
	}
	u.ended(m)
	u.saved(map[string]int{"a": 6})
	if len(u.all()) != 1 {
		t.Error("a page that has saved an older run has not seen this one")
	}
	u.saved(map[string]int{"a": 7})
	if len(u.all()) != 0 {
		t.Error("what is saved is kept all the same")
	}
}

func TestWhatNoPageHasSeenIsBounded(t *testing.T) {
	var u unseen
	for _, id := range []string{"a", "b", "c"} {
		m := ofCell(id)
		u.began(m, "", 1)
		u.take(m.Answer("stream", map[string]any{"name": "stdout", "text": strings.Repeat("x", unseenLimit/2)}))
		u.ended(m)
	}
	if all := u.all(); len(all) != 2 || all[0].Cell != "b" {
		t.Errorf("%d runs are kept; want the last two", len(all))
	}
}

func TestAPageIsToldWhatItMissed(t *testing.T) {
	k := startFake(t, "NEKONOTE_LANG=en", "NEKONOTE_DIR="+t.TempDir())
	m := wire.NewMessage("execute_request", k.session, request{Code: "//many 2", Store: true})
	m.Metadata = wire.Encode(map[string]any{"cellId": "a"})
	k.sendMessage(wire.Shell, m)
	for a := range k.arrivals {
		if a.Kind == "execute_reply" {
			break
		}
	}
	var said struct {
		Data struct {
			Said []run `json:"said"`
		} `json:"data"`
	}
	data, _ := deskSays(k, desk.Ask{Kind: desk.Unseen}, 2)
	if err := json.Unmarshal([]byte(data), &said); err != nil || len(said.Data.Said) != 1 {
		t.Fatal(data, err)
	}
	r := said.Data.Said[0]
	if r.Cell != "a" || r.Count != 1 || r.Ended == "" || r.Session != k.session || r.Outputs[0]["text"] != "0\n1\n" {
		t.Errorf("%+v", r)
	}
	if data, _ = deskSays(k, desk.Ask{Kind: desk.Saved, Seen: map[string]int{"a": 1}}, 2); !strings.Contains(data, "true") {
		t.Error(data)
	}
	if data, _ = deskSays(k, desk.Ask{Kind: desk.Unseen}, 2); !strings.Contains(data, `"said":[]`) {
		t.Error(data)
	}
}
