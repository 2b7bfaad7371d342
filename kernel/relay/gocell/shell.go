package gocell

import "strings"

// WithShellPrefix is the program in which each command of the shell begins so.
func (p *Program) WithShellPrefix(prefix string) *Program {
	var out *Program
	for i, name := range p.Specials() {
		line := strings.TrimPrefix(p.Lines[i], specialPrefix)
		if !strings.HasPrefix(name, "!") || line[0] != '!' || i > 0 && p.Specials()[i-1] != "" && strings.HasSuffix(p.Lines[i-1], `\`) {
			continue
		}
		if out == nil {
			out = p.Copy()
		}
		command := strings.TrimPrefix(line[1:], "*")
		out.Lines[i] = line[:len(line)-len(command)] + prefix + command
	}
	if out == nil {
		return p
	}
	return out
}

// WithoutInputLines is the program without the lines by which GoNB's notebooks say that a command of the shell reads what is typed,
// or what is typed and not shown.
func (p *Program) WithoutInputLines() (out *Program, typed, hidden bool) {
	out = p
	for i, name := range p.Specials() {
		if name != "%with_inputs" && name != "%with_password" {
			continue
		}
		if !typed {
			out = p.Copy()
		}
		typed, hidden = true, hidden || name == "%with_password"
		out.Lines[i] = ""
	}
	return out, typed, hidden
}

// commands are the lines that begin with % and GoNB knows.
var commands = map[string]bool{
	"%%": true, "%main": true, "%args": true, "%test": true, "%exec": true, "%wasm": true, "%widgets": true, "%widgets_hb": true, "%env": true,
	"%cd": true, "%goflags": true, "%autoget": true, "%noautoget": true, "%help": true, "%version": true, "%reset": true, "%ls": true, "%list": true,
	"%rm": true, "%remove": true, "%with_inputs": true, "%with_password": true, "%track": true, "%untrack": true, "%goworkfix": true, "%capture": true,
}

// Unknown is the first line that looks like one for GoNB and is none, with its first word; -1 for none.
func (p *Program) Unknown() (line int, word string) {
	specials := p.Specials()
	for i := range p.Lines {
		name := specials[i]
		if strings.HasPrefix(name, "%") && !commands[name] && !foreignCells[name] && !(i > 0 && specials[i-1] != "" && strings.HasSuffix(p.Lines[i-1], `\`)) {
			return i, name
		}
	}
	return -1, ""
}

// WithExec is the program with something to run where it has nothing but the line that says which function is to be run: GoNB runs
// no cell that has only lines of its own.
func (p *Program) WithExec() *Program {
	exec := false
	specials := p.Specials()
	for i, line := range p.Lines {
		exec = exec || specials[i] == "%exec"
		if specials[i] == "" && strings.TrimSpace(line) != "" {
			return p
		}
	}
	if !exec {
		return p
	}
	out := p.Copy()
	out.Insert(len(out.Lines), "//", p.From[len(p.From)-1])
	return out
}
