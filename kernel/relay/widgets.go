package relay

import (
	"encoding/json"
	"strings"
	"time"

	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// GoNB's widgets speak with the page over a connection of their own, which a script in the page opens. Where no page runs it, a program
// would wait for a widget without end.

// widgetPatience is how long the page may take to open the connection; GoNB itself gives up after three seconds.
const widgetPatience = 5 * time.Second

var noWidgets = words.T(
	"GoNB's widgets do not work here: they need JupyterLab in a browser, at an address that ends in /lab. Write the value into the cell instead, or read it with fmt.Scan.",
	"ここでは GoNB のウィジェットは使えません。ブラウザーで開いた JupyterLab（アドレスが /lab で終わるもの）が必要です。値をセルに書くか、fmt.Scan で読み込んでください。",
)

// widgetTarget is the name under which the page opens the connection, and widgetDisplay how the display begins that holds the script.
const (
	widgetTarget  = "gonb_comm"
	widgetDisplay = "gonb_websocket_"
)

func widgetStep() step {
	return step{name: "GoNB's widgets", output: widgetOutput, after: widgetAfter}
}

// widgetAfter takes GoNB's own words about it.
func widgetAfter(_ *loop, c *cell) {
	if f := c.engineFailure(); f != nil && strings.Contains(f.Value, "InstallWebSocket failed") {
		c.fail(failure{Name: "NoWidgets", Value: noWidgets.String()})
	}
}

// widgetOutput waits for the connection as soon as the script is shown.
func widgetOutput(l *loop, c *cell, m *wire.Message) []*wire.Message {
	var shown struct {
		Transient struct {
			ID string `json:"display_id"`
		}
	}
	if strings.HasSuffix(m.Kind, "display_data") {
		m.Read(&shown)
	}
	if !strings.HasPrefix(shown.Transient.ID, widgetDisplay) || l.widgets == shown.Transient.ID {
		return []*wire.Message{m}
	}
	l.widgets = shown.Transient.ID
	time.AfterFunc(widgetPatience, func() {
		l.tell(func() {
			if l.widgets != shown.Transient.ID || l.current == nil || l.current.cell != c {
				return
			}
			l.widgets = ""
			l.front.Publish(c.task.request.Answer("update_display_data", map[string]any{ // the script is not to be saved
				"data": map[string]any{"text/html": ""}, "metadata": map[string]any{}, "transient": map[string]any{"display_id": shown.Transient.ID},
			}))
			l.stop(c, failure{Name: "NoWidgets", Value: noWidgets.String()})
		})
	})
	return []*wire.Message{m}
}

// opened notes that the page has opened the connection.
func (l *loop) opened(m *wire.Message) {
	var content struct {
		Target string `json:"target_name"`
	}
	if json.Unmarshal(m.Content, &content) == nil && content.Target == widgetTarget {
		l.widgets = ""
	}
}
