package notebook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// block is one piece of a source: prose, code, or the place of an exercise.
type block struct {
	line     int      // in the source, from 1
	said     []string // in the order of words.Langs; all of them once the source is read
	code     bool
	exercise string
}

// in is the block in a language.
func (b block) in(lang words.Lang) string { return b.said[slices.Index(words.Langs, lang)] }

// problem is an error at a line of a source.
func problem(path string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", path, line, fmt.Errorf(format, args...))
}

// parse reads a lesson's source.
func parse(path, source string) ([]block, error) {
	p := reader{path: path, lines: strings.Split(strings.ReplaceAll(source, "\r\n", "\n"), "\n")}
	fenced := false // inside a fence of prose
	for p.at < len(p.lines) {
		line := p.lines[p.at]
		p.at++
		if strings.HasPrefix(line, "```") && (fenced || strings.TrimSpace(line) != "```go") {
			fenced = !fenced
		}
		said, found := direction(line)
		if fenced || !found {
			p.prose(line)
			continue
		}
		if err := p.follow(said); err != nil {
			return nil, err
		}
	}
	if fenced {
		return nil, problem(path, len(p.lines), "a fence of code in the prose never ends")
	}
	if err := p.close(); err != nil {
		return nil, err
	}
	return p.blocks, p.waits("")
}

// reader reads a source line by line.
type reader struct {
	path  string
	lines []string
	at    int // lines read so far; while one is read, its number from 1

	blocks []block
	lang   words.Lang // of the prose being read; empty outside of prose
	text   []string   // its lines
	begin  int        // its first line, from 1
}

// direction reads a line that directs the generator: <!-- … -->, or the fence of a code cell.
func direction(line string) (said string, found bool) {
	if strings.HasPrefix(line, "```") && strings.TrimSpace(line) == "```go" {
		return "code", true
	}
	said, found = strings.CutPrefix(line, "<!--")
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(said), "-->")), found
}

func (p *reader) prose(line string) {
	if len(p.text) == 0 && p.lang == "" {
		p.begin = p.at
	}
	p.text = append(p.text, line)
}

// follow does what a direction says.
func (p *reader) follow(said string) error {
	if err := p.close(); err != nil {
		return err
	}
	if err := p.waits(words.Lang(said)); err != nil {
		return err
	}
	name, isExercise := strings.CutPrefix(said, "exercise ")
	switch {
	case slices.Contains(words.Langs, words.Lang(said)):
		p.lang, p.begin = words.Lang(said), p.at
	case said == "code":
		return p.code()
	case isExercise:
		p.blocks = append(p.blocks, block{line: p.at, exercise: strings.TrimSpace(name)})
	default:
		return problem(p.path, p.at, "unknown direction %q: there are %s, and exercise NAME", said, words.Langs)
	}
	return nil
}

// close ends the prose being read.
func (p *reader) close() error {
	said := strings.TrimSpace(strings.Join(p.text, "\n"))
	lang := p.lang
	p.text, p.lang = nil, ""
	switch {
	case lang == "" && said != "":
		return problem(p.path, p.begin, "this stands outside of <!-- en --> and <!-- ja -->")
	case lang != "" && said == "":
		return problem(p.path, p.begin, "the text in %q is empty", lang)
	case lang == words.English:
		p.blocks = append(p.blocks, block{line: p.begin, said: []string{said}})
	case lang != "":
		last := &p.blocks[len(p.blocks)-1]
		if err := same(last.said[0], said); err != nil {
			return problem(p.path, last.line, "%s: %w", lang, err)
		}
		last.said = append(last.said, flow(said))
	}
	return nil
}

// waits compares the language that comes now, if it is one, with the one that the prose before waits for: its languages come
// in the order of words.Langs.
func (p *reader) waits(comes words.Lang) error {
	wanted, line := words.English, p.at
	if n := len(p.blocks); n > 0 {
		if last := p.blocks[n-1]; len(last.said) > 0 && len(last.said) < len(words.Langs) {
			wanted, line = words.Langs[len(last.said)], last.line
		}
	}
	switch {
	case wanted != words.English && comes != wanted:
		return problem(p.path, line, "the text is missing in %q", wanted)
	case comes != wanted && slices.Contains(words.Langs, comes):
		return problem(p.path, p.at, "this text in %q has none in %q before it", comes, words.English)
	}
	return nil
}

// code reads a code cell, up to the end of its fence.
func (p *reader) code() error {
	begin := p.at
	for p.at < len(p.lines) && strings.TrimRight(p.lines[p.at], " ") != "```" {
		p.at++
	}
	if p.at == len(p.lines) {
		return problem(p.path, begin, "the fence of this code never ends")
	}
	lines := p.lines[begin:p.at]
	p.at++
	var in []string
	for _, lang := range words.Langs {
		said, line, err := choose(lines, lang)
		if err == nil {
			line, err = inOrder(said)
			line--
		}
		if err != nil {
			return problem(p.path, begin+1+max(line, 0), "%w", err)
		}
		in = append(in, said)
	}
	p.blocks = append(p.blocks, block{line: begin, code: true, said: in})
	return nil
}

var choice = regexp.MustCompile(`⟨([^⟨⟩|]*(?:\|[^⟨⟩|]*)+)⟩`)

// choose returns the code in one language. The line of an error is counted from 0.
func choose(lines []string, lang words.Lang) (string, int, error) {
	var out []string
	for i, line := range lines {
		var err error
		line = choice.ReplaceAllStringFunc(line, func(all string) string {
			said := strings.Split(choice.FindStringSubmatch(all)[1], "|")
			if len(said) != len(words.Langs) || slices.ContainsFunc(said, func(s string) bool { return strings.TrimSpace(s) == "" }) {
				err = fmt.Errorf("a language is missing in %s, or one too many: there are %s", all, words.Langs)
				return all
			}
			return said[slices.Index(words.Langs, lang)]
		})
		if err == nil && strings.ContainsAny(line, "⟨⟩") {
			err = fmt.Errorf("the languages are written ⟨English|日本語⟩, on one line")
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

// same reports what of the formulas, links and claims of a text the other language lacks.
func same(en, other string) error {
	for _, kind := range []struct {
		name string
		find *regexp.Regexp
	}{{"formulas", formulas}, {"links", targets}, {"numbers that outputs bear out", claimed}} {
		a, b := kind.find.FindAllString(en, -1), kind.find.FindAllString(other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if a, b = slices.Compact(a), slices.Compact(b); !slices.Equal(a, b) {
			return fmt.Errorf("the %s differ: only in English %q, only here %q", kind.name, without(a, b), without(b, a))
		}
	}
	return nil
}

func without(all, those []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return slices.Contains(those, s) })
}
