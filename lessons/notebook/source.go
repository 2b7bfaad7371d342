package notebook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// block is one piece of a source: prose in both languages, code, or the place of an exercise.
type block struct {
	line     int // in the source, from 1
	en, ja   string
	code     bool
	exercise string
}

// problem is an error at a line of a source.
func problem(path string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", path, line, fmt.Errorf(format, args...))
}

// parse reads a lesson's source.
func parse(path, source string) ([]block, error) {
	var blocks []block
	var lang words.Lang // of the prose being read; empty outside of prose
	var text []string
	begin := 0
	close := func(at int) error { // ends the prose being read
		said := strings.TrimSpace(strings.Join(text, "\n"))
		text = nil
		switch {
		case lang == "" && said != "":
			return problem(path, begin, "this stands outside of <!-- en --> and <!-- ja -->")
		case lang != "" && said == "":
			return problem(path, begin, "the text in %q is empty", lang)
		case lang == words.English:
			blocks = append(blocks, block{line: begin, en: said})
		case lang == words.Japanese:
			last := &blocks[len(blocks)-1]
			last.ja = flow(said)
			if err := same(last.en, said); err != nil {
				return problem(path, last.line, "%w", err)
			}
		}
		lang, begin = "", at
		return nil
	}
	waiting := func() bool { // for the Japanese of the prose before
		return len(blocks) > 0 && blocks[len(blocks)-1].en != "" && blocks[len(blocks)-1].ja == ""
	}
	lines := strings.Split(strings.ReplaceAll(source, "\r\n", "\n"), "\n")
	fenced := false // inside a fence of prose
	for i := 0; i < len(lines); i++ {
		line, at := lines[i], i+1
		if strings.HasPrefix(line, "```") && (fenced || strings.TrimSpace(line) != "```go") {
			fenced = !fenced
		}
		directive, isDirective := strings.CutPrefix(line, "<!--")
		isCode := !fenced && strings.TrimSpace(line) == "```go" && strings.HasPrefix(line, "```")
		if fenced || !isDirective && !isCode {
			if len(text) == 0 && lang == "" {
				begin = at
			}
			text = append(text, line)
			continue
		}
		if err := close(at); err != nil {
			return nil, err
		}
		directive = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(directive), "-->"))
		if isCode {
			directive = "code"
		}
		if waiting() != (directive == "ja") {
			if directive == "ja" {
				return nil, problem(path, at, "this Japanese has no English before it")
			}
			return nil, problem(path, blocks[len(blocks)-1].line, "the Japanese of this text is missing")
		}
		name, isExercise := strings.CutPrefix(directive, "exercise ")
		switch {
		case directive == "en":
			lang, begin = words.English, at
		case directive == "ja":
			lang, begin = words.Japanese, at
		case isExercise:
			blocks = append(blocks, block{line: at, exercise: strings.TrimSpace(name)})
		case isCode:
			end := i + 1
			for end < len(lines) && strings.TrimRight(lines[end], " ") != "```" {
				end++
			}
			if end == len(lines) {
				return nil, problem(path, at, "the fence of this code never ends")
			}
			code := block{line: at, code: true}
			for _, l := range words.Langs {
				said, line, err := choose(lines[i+1:end], l)
				if err == nil {
					line, err = inOrder(said)
					line--
				}
				if err != nil {
					return nil, problem(path, at+1+max(line, 0), "%w", err)
				}
				if l == words.English {
					code.en = said
				} else {
					code.ja = said
				}
			}
			blocks = append(blocks, code)
			i = end
		default:
			return nil, problem(path, at, "unknown direction %q: there are en, ja, and exercise NAME", directive)
		}
	}
	if fenced {
		return nil, problem(path, len(lines), "a fence of code in the prose never ends")
	}
	if err := close(len(lines)); err != nil {
		return nil, err
	}
	if waiting() {
		return nil, problem(path, blocks[len(blocks)-1].line, "the Japanese of this text is missing")
	}
	return blocks, nil
}

var choice = regexp.MustCompile(`⟨([^⟨⟩|]*)\|([^⟨⟩|]*)⟩`)

// choose returns the code in one language. The line of an error is counted from 0.
func choose(lines []string, lang words.Lang) (string, int, error) {
	var out []string
	for i, line := range lines {
		var err error
		line = choice.ReplaceAllStringFunc(line, func(both string) string {
			said := choice.FindStringSubmatch(both)
			if strings.TrimSpace(said[1]) == "" || strings.TrimSpace(said[2]) == "" {
				err = fmt.Errorf("a language is missing in %s", both)
			}
			return words.T(said[1], said[2]).In(lang)
		})
		if err == nil && strings.ContainsAny(line, "⟨⟩") {
			err = fmt.Errorf("two languages are written ⟨English|日本語⟩, on one line")
		}
		if err != nil {
			return "", i, err
		}
		out = append(out, line)
	}
	return strings.Trim(strings.Join(out, "\n"), "\n"), 0, nil
}

var (
	formulas = regexp.MustCompile(`(?s)\$\$.+?\$\$|\$[^$\n]+\$`)
	targets  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
)

// same reports what of the formulas and links of a text the other language lacks.
func same(en, ja string) error {
	for _, kind := range []struct {
		name string
		find *regexp.Regexp
	}{{"formulas", formulas}, {"links", targets}} {
		a, b := kind.find.FindAllString(en, -1), kind.find.FindAllString(ja, -1)
		slices.Sort(a)
		slices.Sort(b)
		if a, b = slices.Compact(a), slices.Compact(b); !slices.Equal(a, b) {
			return fmt.Errorf("the %s differ: only in English %q, only in Japanese %q", kind.name, without(a, b), without(b, a))
		}
	}
	return nil
}

func without(all, those []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return slices.Contains(those, s) })
}
