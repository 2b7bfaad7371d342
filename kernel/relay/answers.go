package relay

import (
	"runtime"
	"sort"
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
	"nekonote/nn/version"
)

// answers are the requests that the relay answers itself, because GoNB leaves them without an answer or with half of one.
var answers = map[string]func(*loop, *wire.Message) (kind string, content any){
	"kernel_info_request": kernelInfo,
	"is_complete_request": isComplete,
	"comm_info_request":   commInfo,
	"history_request":     history,
}

// answerSelf answers m on the socket that it came from.
func (l *loop) answerSelf(m wire.Arrival) {
	l.busy(m.Message)
	kind, content := answers[m.Kind](l, m.Message)
	l.front.Reply(m.From, m.Answer(kind, content))
	l.idle(m.Message)
}

// kernelInfo says who we are. The two names of the language, for Pygments and for CodeMirror, are what keeps Go's colours
// in exports.
func kernelInfo(*loop, *wire.Message) (string, any) {
	return "kernel_info_reply", map[string]any{
		"status": "ok", "protocol_version": wire.ProtocolVersion,
		"implementation": "nekonote", "implementation_version": version.Number,
		"banner": "Nekonote: Go in a notebook, with GoNB (https://github.com/janpfeifer/gonb)",
		"language_info": map[string]any{
			"name": "go", "version": strings.TrimPrefix(runtime.Version(), "go"),
			"mimetype": "text/x-go", "file_extension": ".go",
			"pygments_lexer": "go", "codemirror_mode": "go", "nbconvert_exporter": "script",
		},
		"help_links": []map[string]string{
			{"text": "Go", "url": "https://go.dev/doc/"},
			{"text": "GoNB", "url": "https://github.com/janpfeifer/gonb"},
		},
		"debugger": false, "supported_features": []string{},
	}
}

// isComplete says whether Enter should run the cell or begin a new line, as a console asks.
func isComplete(_ *loop, m *wire.Message) (string, any) {
	var asked struct {
		Code string `json:"code"`
	}
	m.Read(&asked)
	status, indent := gocell.Completeness(asked.Code)
	reply := map[string]any{"status": status}
	if status == "incomplete" {
		reply["indent"] = indent
	}
	return "is_complete_reply", reply
}

// commInfo lists no open comms: GoNB's widgets speak over a websocket of their own.
func commInfo(*loop, *wire.Message) (string, any) {
	return "comm_info_reply", map[string]any{"status": "ok", "comms": map[string]any{}}
}

// history gives back the cells of this session.
func history(l *loop, m *wire.Message) (string, any) {
	var asked struct {
		Access  string `json:"hist_access_type"`
		Output  bool   `json:"output"`
		Start   int    `json:"start"`
		Stop    int    `json:"stop"`
		N       int    `json:"n"`
		Pattern string `json:"pattern"`
		Unique  bool   `json:"unique"`
	}
	m.Read(&asked)
	found := []any{}
	past := l.notebook.history
	switch asked.Access {
	case "range":
		past = between(past, asked.Start, asked.Stop)
	case "search":
		past = matching(past, asked.Pattern, asked.Unique)
	}
	if asked.Access != "range" && asked.N > 0 && len(past) > asked.N {
		past = past[len(past)-asked.N:]
	}
	for _, e := range past {
		var input any = e.code
		if asked.Output {
			input = []any{e.code, nil}
		}
		found = append(found, []any{0, e.count, input})
	}
	return "history_reply", map[string]any{"status": "ok", "history": found}
}

// entry is one cell that was run.
type entry struct {
	count int
	code  string
}

// between are the cells with numbers from start up to, but without, stop; no stop means to the end.
func between(all []entry, start, stop int) []entry {
	from := sort.Search(len(all), func(i int) bool { return all[i].count >= start })
	to := len(all)
	if stop > 0 {
		to = sort.Search(len(all), func(i int) bool { return all[i].count >= stop })
	}
	return all[min(from, to):to]
}

// matching are the cells that fit a pattern with * and ?, as shells know it.
func matching(all []entry, pattern string, unique bool) []entry {
	var found []entry
	seen := map[string]bool{}
	for _, e := range all {
		if glob(pattern, e.code) && !(unique && seen[e.code]) {
			seen[e.code] = true
			found = append(found, e)
		}
	}
	return found
}

// glob reports whether text fits pattern; * stands for any text, line breaks too, and ? for one character.
func glob(pattern, text string) bool {
	p, t := []rune(pattern), []rune(text)
	star, back := -1, 0
	i, k := 0, 0
	for k < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, back = i, k
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[k]):
			i++
			k++
		case star >= 0:
			back++
			i, k = star+1, back
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}
