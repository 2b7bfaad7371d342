package lectures

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nekonote/nn/words"
)

// problem is an error at a line of a text.
func problem(path string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", path, line, fmt.Errorf(format, args...))
}

// reader reads a lecture paragraph by paragraph.
type reader struct {
	lecture *Lecture
	scene   string
	first   bool // whether the scene has no sentence yet
}

// Parse reads a lecture. id is its name in the course, path that of its file, for errors.
func Parse(id, path, text string) (*Lecture, error) {
	r := &reader{lecture: &Lecture{ID: id, Path: path}}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for at := 0; at < len(lines); {
		if strings.TrimSpace(lines[at]) == "" {
			at++
			continue
		}
		end := at
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		if err := r.paragraph(lines[at:end], at+1); err != nil {
			return nil, err
		}
		at = end
	}
	switch {
	case r.lecture.Title.Empty():
		return nil, problem(path, 1, "the title is missing: # and a line for each of %s", words.Langs)
	case len(r.lecture.Sentences) == 0:
		return nil, problem(path, 1, "the lecture says nothing")
	}
	return r.lecture, nil
}

// paragraph reads what stands between two empty lines; line is the number of its first line.
func (r *reader) paragraph(lines []string, line int) error {
	if name, scene := strings.CutPrefix(lines[0], "## "); scene {
		if len(lines) > 1 {
			return problem(r.lecture.Path, line+1, "an empty line is missing behind the scene's name")
		}
		r.scene, r.first = strings.TrimSpace(name), true
		return nil
	}
	if strings.HasPrefix(lines[0], "# ") {
		return r.head(lines, line)
	}
	return r.sentence(lines, line)
}

// head reads the title and what belongs to it.
func (r *reader) head(lines []string, line int) error {
	if !r.lecture.Title.Empty() {
		return problem(r.lecture.Path, line, "there is a title already; a scene begins with ##")
	}
	var said []string
	for i, text := range lines {
		word, rest, _ := strings.Cut(text, " ")
		rest = strings.TrimSpace(rest)
		switch {
		case rest == "":
			return problem(r.lecture.Path, line+i, "there is nothing behind %q", word)
		case word == "#":
			said = append(said, rest)
		case word == "exercise":
			r.lecture.Exercise = rest
		case word == "source":
			r.lecture.Sources = append(r.lecture.Sources, rest)
		default:
			return problem(r.lecture.Path, line+i, "below the title there are only exercise and source, not %q", word)
		}
	}
	title, err := inAll(said)
	if err != nil {
		return problem(r.lecture.Path, line, "the title: %w", err)
	}
	r.lecture.Title = title
	return nil
}

// inAll makes a text of a line for each language.
func inAll(said []string) (words.Text, error) {
	if len(said) != len(words.Langs) {
		return words.Text{}, fmt.Errorf("a language is missing, or one too many: a line for each of %s, and there are %d", words.Langs, len(said))
	}
	return words.Build(func(l words.Lang) string { return said[slices.Index(words.Langs, l)] }), nil
}

// sentence reads a sentence with its cues.
func (r *reader) sentence(lines []string, line int) error {
	path := r.lecture.Path
	if r.scene == "" {
		return problem(path, line, "this sentence stands before the first scene (##)")
	}
	s := Sentence{Line: line, Scene: r.scene, First: r.first}
	r.first = false
	var shown, spoken []string
	for i, text := range lines {
		if cues, found := strings.CutPrefix(text, ">"); found {
			if err := s.read(cues); err != nil {
				return problem(path, line+i, "%w", err)
			}
			continue
		}
		if i > len(shown) {
			return problem(path, line+i, "a sentence stands above its cues")
		}
		eye, voice, err := twice(strings.TrimSpace(text))
		if err != nil {
			return problem(path, line+i, "%w", err)
		}
		shown, spoken = append(shown, eye), append(spoken, voice)
	}
	var err error
	if s.Shown, err = inAll(shown); err != nil {
		return problem(path, line, "%w", err)
	}
	if s.Spoken, err = inAll(spoken); err != nil {
		return problem(path, line, "%w", err)
	}
	for i, lang := range words.Langs {
		if japanese(shown[i]) != (lang == words.Japanese) {
			return problem(path, line+i, "this line should be in %q", lang)
		}
	}
	r.lecture.Sentences = append(r.lecture.Sentences, s)
	return nil
}

var kana = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}]`)

func japanese(text string) bool { return kana.MatchString(text) }

var choice = regexp.MustCompile(`\{([^{}|]+)\|([^{}|]+)\}`)

// twice reads {shown|spoken}.
func twice(text string) (shown, spoken string, err error) {
	shown, spoken = choice.ReplaceAllString(text, "$1"), choice.ReplaceAllString(text, "$2")
	if strings.ContainsAny(shown, "{}|") && strings.ContainsAny(spoken, "{}|") {
		return "", "", fmt.Errorf("what the eye and the voice get is written {shown|spoken}")
	}
	return shown, spoken, nil
}

// read reads cues.
func (s *Sentence) read(text string) error {
	for _, one := range strings.Split(text, ";") {
		word, rest, _ := strings.Cut(strings.TrimSpace(one), " ")
		c := Cue{Verb: Verb(word)}
		for _, name := range strings.Split(rest, ",") {
			if name = strings.TrimSpace(name); name != "" {
				c.Parts = append(c.Parts, name)
			}
		}
		if len(c.Parts) == 0 {
			return fmt.Errorf("the cue %q names nothing", strings.TrimSpace(one))
		}
		switch c.Verb {
		case Show, Hide, Draw, Mark:
		case Move:
			name, to, found := strings.Cut(rest, " to ")
			value, err := strconv.ParseFloat(strings.TrimSpace(to), 64)
			if !found || err != nil {
				return fmt.Errorf("a part is moved with: move part to 2.5")
			}
			c.Parts, c.Value = []string{strings.TrimSpace(name)}, value
		case "explains":
			s.Explains = append(s.Explains, c.Parts...)
			continue
		default:
			return fmt.Errorf("unknown cue %q: there are show, hide, draw, move, mark and explains", word)
		}
		s.Cues = append(s.Cues, c)
	}
	return nil
}
