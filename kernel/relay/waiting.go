package relay

import (
	"strings"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// On a machine that has never compiled the library, or that a whole class has just begun to use, a first cell waits. It says
// for what, calmly and in one place, and the sentence goes when the cell goes on.

// calm is how long a cell waits before it says so: most are done by then.
const calm = 4 * time.Second

var (
	sayStarting = words.T(
		"Getting ready: the engine starts (%d s). The first time on a machine takes longest; your cell runs when it is there.",
		"準備中：エンジンを起動しています（%d 秒）。このマシンでの最初の起動がいちばん長くかかります。起動したらセルを実行します。",
	)
	sayCompiling = words.T(
		"Compiling (%d s): what this cell uses is compiled here for the first time, or the machine has much to do. The next cells are faster.",
		"コンパイル中（%d 秒）：このセルが使うものを初めてコンパイルしているか、マシンが混み合っています。次のセルからは速くなります。",
	)
)

// waiting is the sentence that a cell shows while it waits.
type waiting struct {
	since time.Time
	shown string // the display's id; "" before it is shown
	said  int    // the seconds that it shows
}

// pulse is called once a second: it tells what the first cell in the queue waits for.
func (l *loop) pulse() {
	if l.engine != nil || len(l.queue) == 0 || l.queue[0].Kind != "execute_request" {
		return
	}
	l.wait(l.queue[0].Message, sayStarting)
}

// compiling tells that a cell which has shown nothing yet is still being compiled.
func (l *loop) compiling(c *cell, workers []process.Process) {
	if c.shown {
		return
	}
	for _, p := range workers {
		switch {
		case p.Name == "compile" || p.Name == "link":
			l.wait(c.task.request, sayCompiling)
			return
		case strings.HasPrefix(p.Name, "gonb_"): // it runs
			l.waited(c.task.request)
			return
		}
	}
}

// wait shows the sentence for a request that has waited for long enough, or brings its seconds up to date.
func (l *loop) wait(request *wire.Message, said words.Text) {
	var asked struct{ Silent bool }
	if request.Read(&asked); asked.Silent {
		return
	}
	w := l.waits[request.ID]
	if w == nil {
		w = &waiting{since: time.Now()}
		l.waits[request.ID] = w
	}
	seconds := time.Since(w.since)
	if seconds < calm {
		return
	}
	if int(seconds.Seconds()) == w.said {
		return
	}
	w.said = int(seconds.Seconds())
	kind := "update_display_data"
	if w.shown == "" {
		w.shown, kind = wire.NewID(), "display_data"
	}
	content := noteContent("◷ ", said.Fill(int(seconds.Seconds())))
	content["transient"] = map[string]any{"display_id": w.shown}
	l.publish(request.Answer(kind, content))
}

// waited takes the sentence away: the cell goes on, or is over.
func (l *loop) waited(request *wire.Message) {
	if w := l.waits[request.ID]; w != nil && w.shown != "" {
		l.publish(request.Answer("clear_output", map[string]any{"wait": false}))
	}
	delete(l.waits, request.ID)
}
