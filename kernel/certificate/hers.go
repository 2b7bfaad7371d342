package certificate

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"nekonote/kernel/grade"
	"nekonote/lessons"
	"nekonote/lessons/journal"
	"nekonote/lessons/notebook"
	"nekonote/lessons/own/share"
	"nekonote/lessons/verdict"
	"nekonote/nn/version"
	"nekonote/nn/words"
)

// left is what is missing in one notebook.
type left struct {
	lesson   notebook.Lesson
	unsolved []words.Text // titles of what was not found correct yet
	gone     []words.Text // of what was, but of which no answer stands in the notebook now
}

// gather finds out what there is to certify in a learner's folder: what her journal says was found correct, as far as the answer
// stands in her notebook, since it is the answer that proves it.
func gather(folder string) (t Told, missing []left, err error) {
	t = Told{Version: version.Number, Lang: words.Current()}
	events, damaged, err := journal.Read(filepath.Join(folder, ".nekonote"))
	if said := journal.Trouble(damaged, err); !said.Empty() {
		if err != nil {
			return t, nil, errors.New(said.String())
		}
		_, _ = fmt.Fprintln(os.Stderr, said)
	}
	t.First, t.Last = days(events)
	standings := journal.Standings(events)
	for _, lesson := range notebook.All {
		infos := grade.Checked(lesson)
		if len(infos) == 0 {
			continue
		}
		given, begun, err := read(filepath.Join(folder, lesson.Name+".ipynb"), lesson)
		if err != nil {
			return t, nil, err
		}
		claims, l := claimed(infos, standings, begun)
		if l.lesson = lesson; len(l.unsolved)+len(l.gone) > 0 {
			missing = append(missing, l)
		}
		if len(claims) > 0 {
			t.Claims, t.Given = append(t.Claims, claims...), append(t.Given, given)
		}
	}
	if c, err := share.Kept(folder); err == nil { // where she has kept none, there is nothing to say
		t.Network = networkOf(c)
	}
	return t, missing, nil
}

// read reads her notebook of a lesson; one that is not there, or is another lesson's by now, holds no answers.
func read(path string, lesson notebook.Lesson) (grade.Given, map[string]bool, error) {
	given, begun, err := grade.Read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return given, nil, nil
	case err != nil:
		return given, nil, fmt.Errorf("%s: %w", path, err)
	case given.Name != lesson.Name:
		return given, nil, nil
	}
	return given, begun, nil
}

// claimed divides the exercises of a notebook into what is solved and what is left.
func claimed(infos []lessons.Info, standings map[string]journal.Standing, begun map[string]bool) (claims []Claim, l left) {
	for _, info := range infos {
		switch s := standings[info.ID]; {
		case s.Outcome != verdict.Correct:
			l.unsolved = append(l.unsolved, info.Title)
		case !begun[info.ID]:
			l.gone = append(l.gone, info.Title)
		default:
			claims = append(claims, Claim{info.ID, min(s.Points, info.Points)})
		}
	}
	return claims, l
}

// days are those of the first and the last verdict.
func days(events []journal.Event) (first, last string) {
	for _, e := range events {
		if e.Kind != journal.Checked || e.Outcome == verdict.NotAttempted {
			continue
		}
		day := e.Time.Local().Format(time.DateOnly)
		if first == "" || day < first {
			first = day
		}
		last = max(last, day)
	}
	return first, last
}

var (
	sayLeft     = words.T("This is still missing:", "まだ足りないもの：")
	sayUnsolved = words.T("not solved yet: %s", "まだ解いていない：%s")
	sayGone     = words.T("solved once, but no answer stands in the notebook now: %s", "一度は解いたが、今のノートブックに答えがない：%s")
	sayMore     = words.T("%s and %d more", "%s ほか %d 個")
)

// tell writes what is missing, notebook by notebook.
func tell(w io.Writer, missing []left) {
	fmt.Fprintln(w, sayLeft)
	for _, l := range missing {
		fmt.Fprintf(w, "  %s (%s.ipynb)\n", l.lesson.Title, l.lesson.Name)
		if len(l.unsolved) > 0 {
			fmt.Fprintf(w, "    %s\n", sayUnsolved.Fill(some(l.unsolved)))
		}
		if len(l.gone) > 0 {
			fmt.Fprintf(w, "    %s\n", sayGone.Fill(some(l.gone)))
		}
	}
}

// some are the first of the titles, and how many there are besides.
func some(titles []words.Text) string {
	const enough = 5
	var all []string
	for _, t := range titles[:min(enough, len(titles))] {
		all = append(all, t.String())
	}
	said := words.List(all).String()
	if more := len(titles) - enough; more > 0 {
		return sayMore.Fill(said, more).String()
	}
	return said
}
