package notebook

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// begins is what the first line of a piece of Markdown begins with that is not the flow of a paragraph: a heading, a list,
// a quotation, a table, a formula of its own.
var begins = regexp.MustCompile(`^\s*(#|[-*+] |\d+[.)] |>|\||\$\$|<)`)

// flow joins the lines of Japanese paragraphs. Markdown shows the end of a line as a space, and Japanese has none between
// its characters.
func flow(text string) string {
	var out strings.Builder
	fenced := false
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		fence := strings.HasPrefix(strings.TrimSpace(line), "```")
		if fence {
			fenced = !fenced
		}
		out.WriteString(line)
		if i == len(lines)-1 {
			break
		}
		next := lines[i+1]
		if fenced || fence || strings.TrimSpace(line) == "" || strings.TrimSpace(next) == "" || strings.HasPrefix(strings.TrimSpace(line), "#") ||
			strings.HasPrefix(strings.TrimSpace(line), "|") || begins.MatchString(next) || strings.HasPrefix(strings.TrimSpace(next), "```") ||
			strings.HasSuffix(line, "  ") || strings.HasSuffix(strings.TrimSpace(line), "$$") || !wide(line, next) {
			out.WriteByte('\n')
			continue
		}
		if apart(line, next) {
			out.WriteByte(' ')
		}
		lines[i+1] = strings.TrimLeft(next, " ")
	}
	return out.String()
}

// wide reports whether no space belongs between two lines: where one of the characters that meet is Japanese.
func wide(line, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " "))
	return japanese(last) || japanese(first)
}

// apart reports whether a space belongs between two lines all the same: where a Japanese letter meets a Latin one, a number,
// code or a formula.
func apart(line, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " "))
	latin := func(r rune) bool {
		return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '`' || r == '$')
	}
	letter := func(r rune) bool { return r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
	return letter(last) && latin(first) || latin(last) && letter(first)
}

func japanese(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("、。「」『』（）：？！…ー・〜", r)
}
