package bank

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed answers
var written embed.FS

// hand reads the answers to an exercise that were written by hand. Its file is answers/week/exercise.txt; each answer
// begins with a line
//
//	## wrong a few words: a regular expression that a sentence fulfils if it names what was done
//	## right a few words
//
// and is either Go, or a change of the reference: lines that begin with "- " go, those behind them that begin with "+ "
// come instead. Lines before the first answer are a comment.
func hand(id, solution string) ([]Answer, error) {
	data, err := written.ReadFile("answers/" + id + ".txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Answer
	for i, part := range strings.Split("\n"+string(data), "\n## ") {
		if i == 0 {
			continue
		}
		head, body, _ := strings.Cut(part, "\n")
		kind, said, _ := strings.Cut(head, " ")
		name, names, _ := strings.Cut(said, ": ")
		a := Answer{Exercise: id, Name: name, Names: names, Right: kind == "right", Source: strings.TrimSpace(body) + "\n"}
		if kind != "right" && (kind != "wrong" || names == "") {
			return nil, fmt.Errorf("%s: %q is neither right nor wrong with words", id, head)
		}
		if strings.HasPrefix(a.Source, "- ") {
			if a.Source, err = patched(solution, a.Source); err != nil {
				return nil, fmt.Errorf("%s, %q: %w", id, name, err)
			}
		}
		all = append(all, a)
	}
	return all, nil
}

// patched is a text with some lines changed.
func patched(text, patch string) (string, error) {
	lines := strings.Split(strings.TrimSpace(patch), "\n")
	for i := 0; i < len(lines); {
		var old, now []string
		for ; i < len(lines) && strings.HasPrefix(lines[i], "-"); i++ {
			old = append(old, strings.TrimSpace(lines[i][1:]))
		}
		for ; i < len(lines) && strings.HasPrefix(lines[i], "+"); i++ {
			now = append(now, lines[i][1:])
		}
		if len(old) == 0 {
			return "", fmt.Errorf("line %q belongs to no change", lines[i])
		}
		all := strings.Split(text, "\n")
		at := -1
		for j := range all {
			same := j+len(old) <= len(all)
			for k := range old {
				same = same && strings.TrimSpace(all[j+k]) == old[k]
			}
			if same {
				at = j
				break
			}
		}
		if at < 0 {
			return "", fmt.Errorf("the reference has no line %q", old)
		}
		text = strings.Join(append(append(append([]string{}, all[:at]...), now...), all[at+len(old):]...), "\n")
	}
	return text, nil
}
