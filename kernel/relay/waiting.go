package relay

import (
	"slices"
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

var sayHalted = words.T(
	"The cell's program stands still: a signal (SIGSTOP) has stopped it, and it goes on only when another (SIGCONT) says so. Stop (■) ends the cell.",
	"セルのプログラムがシグナル（SIGSTOP）で停止しています。SIGCONT を受け取るまで再開しません。停止ボタン（■）でセルを終わらせられます。",
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

// halts tells, once, that a signal has stopped the cell's program: it does not go on by itself, and looks as if it computed. Where
// the cell checks an answer, the judge says so.
func (l *loop) halts(c *cell, workers []process.Process) {
	halted := slices.ContainsFunc(workers, func(p process.Process) bool { return p.Halted && strings.HasPrefix(p.Name, "gonb_") })
	switch {
	case !halted:
		c.halted = time.Time{}
	case c.halted.IsZero():
		c.halted = time.Now()
	case !c.saidHalted && time.Since(c.halted) > calm && !strings.Contains(c.asked.Code, ".Check("):
		c.saidHalted = true
		l.note(c, sayHalted)
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
