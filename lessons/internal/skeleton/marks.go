package skeleton

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// The comments that begin and end what a learner writes.
const (
	begin = "BLANK"
	end   = "END"
)

// Unused stands beside a line that only keeps Go from refusing a variable that the blank would use.
var Unused = words.T("delete this line once you use it", "使うようになったら、この行は消してください")

// blank returns the lines with the code of each blank replaced by a pencil line. A line that holds code and a comment
// is code.
func blank(lines []string, lang words.Lang) ([]string, error) {
	var out []string
	inside, pencilled, planted, blanks := false, false, false, 0
	for i, line := range lines {
		comment, isComment := commentOf(line)
		switch {
		case isComment && comment == begin:
			if inside {
				return nil, fmt.Errorf("line %d: a blank inside a blank", i+1)
			}
			inside, pencilled, planted = true, false, false
			blanks++
		case isComment && comment == end:
			if !inside {
				return nil, fmt.Errorf("line %d: END without BLANK", i+1)
			}
			inside = false
		case isComment:
			if code, ok := strings.CutPrefix(comment, ": "); ok {
				if strings.HasPrefix(code, "_") {
					code += " // " + Unused.In(lang)
				}
				out = append(out, margin(line)+code)
				planted = inside
				continue
			}
			if said, ok := spoken(comment, lang); ok {
				out = append(out, margin(line)+"// "+said)
				pencilled = false
			}
		case !inside || strings.TrimSpace(line) == "":
			out = append(out, line)
		case planted: // what stands here already is wrong, and hers to mend
		case !pencilled:
			out = append(out, margin(line)+"// "+Pencil.In(lang))
			pencilled = true
		}
	}
	if inside {
		return nil, errors.New("BLANK without END")
	}
	if blanks == 0 {
		return nil, errors.New("nothing is blank: mark what the learner writes with // BLANK and // END")
	}
	return out, nil
}

// whole returns the lines without marks.
func whole(lines []string, lang words.Lang) []string {
	var out []string
	for _, line := range lines {
		comment, isComment := commentOf(line)
		if !isComment {
			out = append(out, line)
			continue
		}
		if comment == begin || comment == end || strings.HasPrefix(comment, ": ") {
			continue
		}
		if said, ok := spoken(comment, lang); ok {
			out = append(out, margin(line)+"// "+said)
		}
	}
	return out
}

// english marks the doc comment's lines as English where others of it are Japanese, so that it can be written as every
// doc comment is.
func english(lines []string) []string {
	var doc []string
	for _, line := range lines {
		if _, ok := commentOf(line); !ok {
			break
		}
		doc = append(doc, line)
	}
	marked := func(lang words.Lang) bool {
		return slices.ContainsFunc(doc, func(line string) bool { return strings.HasPrefix(line, "// "+string(lang)+": ") })
	}
	if !marked(words.Japanese) || marked(words.English) {
		return lines
	}
	out := slices.Clone(lines)
	for i, line := range doc {
		if !slices.ContainsFunc(words.Langs, func(lang words.Lang) bool { return strings.HasPrefix(line, "// "+string(lang)+": ") }) {
			out[i] = "// en: " + strings.TrimPrefix(line, "// ")
		}
	}
	return out
}

// spokenIn lets a language in which no comment is marked have the English ones.
func spokenIn(lang words.Lang, lines []string) []string {
	in := func(l words.Lang) string { return "// " + string(l) + ": " }
	if slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), in(lang)) }) {
		return lines
	}
	out := slices.Clone(lines)
	for i, line := range lines {
		if said, found := strings.CutPrefix(strings.TrimSpace(line), in(words.English)); found {
			out[i] = margin(line) + in(lang) + said
		}
	}
	return out
}

// commentOf returns the words of a line that is a comment and nothing else. "//: x" gives ": x".
func commentOf(line string) (string, bool) {
	words, ok := strings.CutPrefix(strings.TrimSpace(line), "//")
	return strings.TrimPrefix(words, " "), ok
}

// spoken returns a comment's words, and false when they are in another language.
func spoken(comment string, lang words.Lang) (string, bool) {
	for _, l := range words.Langs {
		if said, ok := strings.CutPrefix(comment, string(l)+": "); ok {
			return said, l == lang
		}
	}
	return comment, true
}

// margin is the white space at the beginning of a line.
func margin(line string) string {
	return line[:len(line)-len(strings.TrimLeft(line, "\t "))]
}
