package relay

import (
	"regexp"
	"strings"

	"nekonote/nn/words"
)

// advice is one sentence for one message of the compiler, the parser or the runtime. Its verbs %[1]s, %[2]s … stand for
// the groups of the pattern.
type advice struct {
	when *regexp.Regexp
	say  words.Text
}

func on(pattern, en, ja string) advice {
	return advice{regexp.MustCompile(pattern), words.T(en, ja)}
}

// find is the sentence of the first advice whose pattern fits the message.
func find(all []advice, message string) (words.Text, bool) {
	for _, a := range all {
		if found := a.when.FindStringSubmatch(message); found != nil {
			args := make([]any, len(found)-1)
			for i, group := range found[1:] {
				args[i] = group
			}
			if len(args) == 0 || !strings.Contains(a.say.In(words.English), "%[") {
				return a.say, true
			}
			return a.say.Fill(args...), true
		}
	}
	return words.Text{}, false
}

// advise says in one sentence what to do about a problem. The line itself may tell more than the message does: habits from
// Python come first, then names that the notebook knows, then the message.
func (l *loop) advise(c *cell, p *problem) words.Text {
	if said, ok := l.unknownName(c, p); ok {
		return said
	}
	if p.at != nil {
		if said, ok := find(pythonAdvice, p.at.text); ok && strings.Contains(p.said, "expected") {
			return said
		}
	}
	for _, all := range [][]advice{syntaxAdvice, typeAdvice, callAdvice} {
		if said, ok := find(all, p.said); ok {
			return said
		}
	}
	return words.Text{}
}
