package relay

import (
	"regexp"
	"strings"

	"nekonote/kernel/relay/advice"
	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// advise says in one sentence what to do about a problem. The line itself may tell more than the message does: habits from
// Python come first, then names that the notebook knows, then the message.
func (l *loop) advise(c *cell, p *problem) words.Text {
	if said, ok := l.unknownName(c, p); ok {
		return said
	}
	if said, ok := l.hidden(c, p); ok {
		return said
	}
	if p.at != nil && noGo.MatchString(p.said) {
		if said, ok := advice.Line(p.at.text); ok {
			return said
		}
	}
	if said, ok := unclosed(c, p); ok {
		return said
	}
	if said, ok := l.changedUnder(c, p); ok {
		return said
	}
	if said, ok := l.beganWhole(c, p); ok {
		return said
	}
	message := l.spelledOut(p.said)
	for _, all := range [][]advice.Advice{advice.Syntax, advice.Types, advice.Calls} {
		if said, ok := advice.Find(all, message); ok {
			return said
		}
	}
	return words.Text{}
}

// wanted is said where the type of an exercise's function has a name.
var wanted = regexp.MustCompile(`as (\w+)\.(\w+) value in argument to \S+\.Check`)

// spelledOut is the compiler's message with the type that an exercise wants instead of its name, which no learner knows.
func (l *loop) spelledOut(said string) string {
	found := wanted.FindStringSubmatch(said)
	if found == nil {
		return said
	}
	shown, _ := l.packages.describe(found[1], found[2])
	_, kind, ok := strings.Cut(shown, "func(")
	if !ok {
		return said
	}
	return strings.Replace(said, found[1]+"."+found[2]+" value", "func("+kind+" value", 1)
}

// noGo is what the parser says of a line that is none of Go's.
var noGo = regexp.MustCompile(`expected|illegal character|not terminated|rune literal|is not used|must be function call`)

// unclosed tells which bracket is open where the parser is surprised by the end of the cell.
func unclosed(c *cell, p *problem) (words.Text, bool) {
	if !strings.Contains(p.said, "found 'EOF'") {
		return words.Text{}, false
	}
	bracket, line := gocell.Unclosed(c.lines)
	if bracket == "" {
		return words.Text{}, false
	}
	closing := map[string]words.Text{"{": closingBrace, "(": closingBracket, "[": closingSquare}[bracket]
	return openSince.Fill(closing, bracket, line+1), true
}

var (
	openSince      = words.T("%[1]s is missing: the %[2]s in line %[3]d has none.", "%[1]sが足りません。%[3]d 行目の %[2]s が閉じられていません。")
	closingBrace   = words.T("A closing brace }", "閉じる波かっこ } ")
	closingBracket = words.T("A closing bracket )", "閉じかっこ ) ")
	closingSquare  = words.T("A closing bracket ]", "閉じかっこ ] ")
)
