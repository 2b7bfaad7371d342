package gocell

import (
	"strings"
)

// WithComments is the program with // in place of a # that begins a line. Inside a string or a comment of several lines,
// a # stays what it is.
func (p *Program) WithComments() *Program {
	suspects := false
	for _, line := range p.Lines {
		suspects = suspects || strings.HasPrefix(line, "#")
	}
	if !suspects {
		return p
	}
	ins := insides(p.Lines)
	special := specialLines(p.Lines)
	out := *p
	out.Lines = append([]string(nil), p.Lines...)
	for i, line := range out.Lines {
		if strings.HasPrefix(line, "#") && ins[i] == code && !special[i] {
			out.Lines[i] = "//" + line[1:]
		}
	}
	return &out
}
