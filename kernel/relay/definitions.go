package relay

import (
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// When a cell does not compile, GoNB goes on with what an earlier cell declared under the same name, and a check would
// judge yesterday's function. The relay keeps account and says so above the outputs of each cell that uses such a name.

// ranProgram is how GoNB reports a program that was compiled and failed as it ran.
var ranProgram = regexp.MustCompile(`^(?:exit status \d+|signal: .*)\s*$`)

// notStarted is how it reports one that was compiled and could not be run: its declarations count all the same.
var notStarted = regexp.MustCompile(`^failed to (?:start to execute command|create pipe for)`)

// definitionStep notes, after a cell, what GoNB holds now.
func definitionStep(l *loop, c *cell) {
	if f := c.engineFailure(); f == nil || ranProgram.MatchString(f.Value) || notStarted.MatchString(f.Value) {
		l.notebook.compiled(c)
	}
	if strings.Contains(c.asked.Code, "%reset") {
		n := l.notebook
		n.declared, n.aside, n.stale, n.emptied = map[string]*definition{}, nil, map[string]stale{}, true
	}
}

var (
	staleOne = words.T(
		"%[1]s: In [%[2]d], which changes it, has an error, so this cell still runs with the version of In [%[3]d]. Mend In [%[2]d] and run it first.",
		"%[1]s：これを書き換えるセル [%[2]d] にエラーがあるため、このセルはまだセル [%[3]d] の古い内容で動いています。先にセル [%[2]d] を直して実行してください。",
	)
)

// staleStep tells of old definitions before the cell runs.
func staleStep(l *loop, c *cell) {
	n := l.notebook
	if len(n.stale) == 0 || gocell.Foreign(c.sent.Lines) {
		return
	}
	for _, name := range n.staleIn(c) {
		if !strings.Contains(c.asked.Code, ".Check("+name+")") && !n.declared[name].cell.supplied[name] { // its card says so
			l.note(c, staleOne.Fill(name, n.stale[name].count, n.declared[name].cell.count))
		}
	}
}

// staleIn are the old definitions that a cell reaches, also through functions that it calls, in the order of the alphabet.
func (n *notebook) staleIn(c *cell) []string {
	own := c.definitions()
	var found []string
	n.reach(own, slices.Collect(maps.Keys(own)), func(d *definition) {
		if _, old := n.stale[d.Name]; old && d.cell != c {
			found = append(found, d.Name)
		}
	})
	sort.Strings(found)
	return found
}

// reach visits the definitions of these names and all that they use, each once: the cell's own ones before the notebook's.
func (n *notebook) reach(own map[string]*definition, names []string, visit func(*definition)) {
	seen := map[string]bool{}
	var follow func(names []string)
	follow = func(names []string) {
		for _, name := range names {
			if seen[name] {
				continue
			}
			seen[name] = true
			d := own[name]
			if d == nil {
				d = n.declared[name]
			}
			if d != nil {
				visit(d)
				follow(d.Uses)
			}
		}
	}
	follow(names)
}
