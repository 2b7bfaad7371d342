package skeleton

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Columns is how wide a line of a learner's cell may be, a tab for four: in a window of 1280 pixels it is seen whole.
const Columns = 88

// Width is how many columns a line takes: a Japanese character takes two, a tab goes on to the next multiple of four.
func Width(line string) int {
	width := 0
	for _, r := range line {
		switch {
		case r == '\t':
			width += 4 - width%4
		case wide(r):
			width += 2
		default:
			width++
		}
	}
	return width
}

func wide(r rune) bool { return r >= 0x1100 && (r < 0x1d00 || r > 0x2e7f) } // between them are small letters and signs

// wrapped is the lines with those that are too wide broken: comments between words, the head of a function between its
// parameters.
func wrapped(lines []string) []string {
	var out []string
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && prose(lines[end]) && (end == i || indent(lines[i]) == "") {
			end++ // what stands above the function is a paragraph; inside of it each line says something of its own
		}
		switch {
		case end == i:
			out = append(out, head(lines[i])...)
			i++
		case slices.ContainsFunc(lines[i:end], tooWide):
			out = append(out, filled(lines[i:end])...)
			i = end
		default:
			out = append(out, lines[i:end]...)
			i = end
		}
	}
	return out
}

func tooWide(line string) bool { return Width(line) > Columns }

func indent(line string) string { return line[:len(line)-len(strings.TrimLeft(line, "\t"))] }

// prose reports whether a line is a comment of words, which may be broken anew.
func prose(line string) bool {
	said, ok := strings.CutPrefix(strings.TrimLeft(line, "\t"), "// ")
	return ok && said != "" && said[0] != ' ' && said[0] != '\t'
}

// filled breaks a paragraph of comment lines anew.
func filled(lines []string) []string {
	begin := indent(lines[0]) + "//"
	var out []string
	line := begin
	for _, piece := range pieces(lines) {
		if line != begin && Width(line+strings.TrimRight(piece, " ")) > Columns {
			out = append(out, strings.TrimRight(line, " "))
			line = begin
		}
		if line == begin {
			line += " " + strings.TrimLeft(piece, " ")
		} else {
			line += piece
		}
	}
	return append(out, strings.TrimRight(line, " "))
}

// pieces cuts a paragraph where a line may end: behind a space, and behind a Japanese comma or full stop. No line begins with
// hiragana because of a space before them: they are a particle, which belongs to the name or the number in front.
func pieces(lines []string) []string {
	var text strings.Builder
	for i, line := range lines {
		said := strings.TrimSpace(strings.TrimPrefix(strings.TrimLeft(line, "\t"), "//"))
		if i > 0 && !endsWide(text.String()) {
			text.WriteByte(' ')
		}
		text.WriteString(said)
	}
	var all []string
	begin, runes := 0, text.String()
	for at, r := range runes {
		if r == ' ' || r == '、' || r == '。' {
			end := at + utf8.RuneLen(r)
			if next, _ := utf8.DecodeRuneInString(runes[end:]); r == ' ' && unicode.Is(unicode.Hiragana, next) {
				continue
			}
			all = append(all, runes[begin:end])
			begin = end
		}
	}
	return append(all, runes[begin:])
}

func endsWide(text string) bool {
	runes := []rune(text)
	return len(runes) > 0 && unicode.In(runes[len(runes)-1], unicode.Hiragana, unicode.Katakana, unicode.Han, unicode.Punct) && wide(runes[len(runes)-1])
}

// head breaks the head of a function that is too wide: its parameters stand on a line of their own.
func head(line string) []string {
	if !tooWide(line) || !strings.HasPrefix(line, "func ") {
		return []string{line}
	}
	open := strings.IndexByte(line, '(')
	depth := 0
	for at := open; at < len(line); at++ {
		switch line[at] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return []string{line[:open+1], "\t" + line[open+1:at] + ",", line[at:]}
		}
	}
	return []string{line}
}
