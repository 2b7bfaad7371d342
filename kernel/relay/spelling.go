package relay

import (
	"regexp"
	"sort"
	"strings"

	"golang.org/x/text/width"

	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// newHere is about an unknown name to which the problem's line gives a value: as if it were there already, or were to begin from
// what it was before. known tells that an earlier cell had it.
func newHere(name string, p *problem, known bool) (words.Text, bool) {
	if p.at == nil {
		return words.Text{}, false
	}
	assigned := regexp.MustCompile(`^\s*(?:(?:for|if|switch)\s+)?(?:\w+\s*,\s*)*` + name + `(?:\s*,\s*\w+)*\s*=[^=](.*)`).FindStringSubmatch(p.at.text)
	again := regexp.MustCompile(`^\s*` + name + `\s*(?:(?:[-+*/%&|^]|<<|>>|&\^)=|\+\+|--)`).MatchString(p.at.text)
	if assigned != nil {
		right, _, _ := strings.Cut(assigned[1], ";")
		again = regexp.MustCompile(`\b` + name + `\b`).MatchString(right)
	}
	switch {
	case again && !known:
		return beginHere.Fill(name), true
	case assigned != nil && !again:
		return declareHere.Fill(name), true
	}
	return words.Text{}, false
}

// fullWidth finds a name that looks the same and is written with characters of another width.
func fullWidth(name string, names []string) (words.Text, bool) {
	for _, other := range names {
		if other == name || width.Fold.String(other) != width.Fold.String(name) {
			continue
		}
		if width.Fold.String(name) == name {
			return alsoWide.Fill(other, name), true
		}
		return alsoWide.Fill(name, other), true
	}
	return words.Text{}, false
}

// everyName are the names in the lines of a cell.
func everyName(lines []string) []string {
	var names []string
	for _, t := range gocell.Lexemes(strings.Join(lines, "\n")) {
		if t.Token.String() == "IDENT" {
			names = append(names, t.Text)
		}
	}
	return names
}

// namesIn are the names that stand more than once in the lines of a cell: one that stands once may be the wrong one.
func namesIn(lines []string) []string {
	times := map[string]int{}
	for _, t := range gocell.Lexemes(strings.Join(lines, "\n")) {
		if len(t.Text) > 1 && t.Token.String() == "IDENT" {
			times[t.Text]++
		}
	}
	var names []string
	for name, n := range times {
		if n > 1 {
			names = append(names, name)
		}
	}
	return names
}

// nearest is the name that differs from name by its case or by one mistake of the fingers, or "".
func nearest(name string, names []string) string {
	sort.Strings(names)
	for _, other := range names {
		if other != name && strings.EqualFold(other, name) {
			return other
		}
	}
	if len(name) < 4 {
		return "" // of short names, any two are near
	}
	for _, other := range names {
		if other != name && oneMistake([]rune(name), []rune(other)) {
			return other
		}
	}
	return ""
}

// oneMistake reports whether a becomes b by adding, leaving out, changing or swapping one letter.
func oneMistake(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b)-len(a) == 1:
		return string(a[i:]) == string(b[i+1:])
	case len(a) != len(b) || i == len(a):
		return false
	}
	if string(a[i+1:]) == string(b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
}
