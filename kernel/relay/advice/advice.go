// Package advice turns the words of the compiler, the parser and the runtime into plain ones, and tells a fault of the
// machine from one of the learner.
package advice

import (
	"regexp"
	"strings"
	"sync"

	"nekonote/nn/words"
)

// Advice is one sentence for one message of the compiler, the parser or the runtime. Its verbs %[1]s, %[2]s … stand for
// the groups of the pattern.
type Advice struct {
	when func() *regexp.Regexp // compiled when it is first asked: there are many, and most kernels never need one
	say  words.Text
}

func on(pattern, en, ja string) Advice {
	return Advice{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) }), words.T(en, ja)}
}

// Find is the sentence of the first advice whose pattern fits the message.
func Find(all []Advice, message string) (words.Text, bool) {
	for _, a := range all {
		if found := a.when().FindStringSubmatch(message); found != nil {
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
