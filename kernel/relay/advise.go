package relay

import (
	"strings"

	"nekonote/kernel/relay/advice"
	"nekonote/nn/words"
)

// advise says in one sentence what to do about a problem. The line itself may tell more than the message does: habits from
// Python come first, then names that the notebook knows, then the message.
func (l *loop) advise(c *cell, p *problem) words.Text {
	if said, ok := l.unknownName(c, p); ok {
		return said
	}
	if p.at != nil {
		if said, ok := advice.Find(advice.Python, p.at.text); ok && strings.Contains(p.said, "expected") {
			return said
		}
	}
	if said, ok := beganWhole(c, p); ok {
		return said
	}
	for _, all := range [][]advice.Advice{advice.Syntax, advice.Types, advice.Calls} {
		if said, ok := advice.Find(all, p.said); ok {
			return said
		}
	}
	return words.Text{}
}
