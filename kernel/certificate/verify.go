package certificate

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"nekonote/kernel/certificate/badge"
	"nekonote/kernel/grade"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Verify is `verify`, as kong reads it.
type Verify struct {
	grade.Means
	Key  string `help:"Say whether it was signed with this key: the public file of the person who is said to have signed, or the key's name (did:key:…)." ja:"この鍵で署名されているかを確かめる。署名したとされる人の公開鍵のファイル、または鍵の名前（did:key:…）。" placeholder:"KEY"`
	File string `arg:"" help:"Page that certificate has written." ja:"certificate が書き出したページ。" type:"path"`
}

var sayGraded = words.T("[%d/%d] %s: %d of %d points, %.0f s", "[%d/%d] %s：%[5]d 点中 %[4]d 点、%.0[6]f 秒")

// Run grades the answers in the page and says what of it holds. Whatever the page holds is a stranger's.
func (v *Verify) Run() error {
	t, page, err := load(v.File)
	if err != nil {
		return grade.Status{Code: 2, Why: err}
	}
	var known *badge.Key
	if v.Key != "" {
		k, err := badge.Known(v.Key)
		if err != nil {
			return grade.Status{Code: 2, Why: err}
		}
		known = &k
	}
	judge, done, err := judgeWith(v.Means)
	if err != nil {
		return grade.Status{Code: 2, Why: err}
	}
	defer done()
	f, err := t.examine(page, known, judge)
	if err != nil {
		return grade.Status{Code: 2, Why: err}
	}
	f.write(grade.Plain(os.Stdout), t)
	return f.status()
}

// judgeWith grades notebooks with these means, until done.
func judgeWith(means grade.Means) (judge func(path string) grade.Result, done func(), err error) {
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return nil, nil, err
	}
	g, err := means.Grader(os.Stderr, place, false)
	if err != nil {
		return nil, nil, err
	}
	g, end, err := g.Stocked()
	if err != nil {
		return nil, nil, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	return func(path string) grade.Result { return g.Grade(ctx, path) }, func() { stop(); end() }, nil
}

// examine finds out what of a page holds: its claims, what it shows, and its signature, which may have to be that of a key.
func (t Told) examine(page []byte, known *badge.Key, judge func(path string) grade.Result) (finding, error) {
	results, err := t.grade(judge)
	if err != nil {
		return finding{}, err
	}
	f := t.compare(results)
	f.altered = !t.shows(page)
	f.sealing = t.sealed(page, known)
	return f, nil
}

// grade has each notebook in the page graded that holds an answer to what is claimed, with trials that nobody could know before.
func (t Told) grade(judge func(path string) grade.Result) ([]grade.Result, error) {
	room, err := scratch.Make("nk-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(room)
	log := grade.Plain(os.Stderr)
	needed := t.needed()
	var all []grade.Result
	for i, given := range needed {
		data, err := fresh(given).Notebook().Bytes()
		if err != nil {
			return nil, err
		}
		path := filepath.Join(room, given.Name+".ipynb") // the name is a lesson's
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return nil, err
		}
		began := time.Now()
		r := judge(path)
		_, _ = fmt.Fprintln(log, sayGraded.Fill(i+1, len(needed), given.Name, r.Points, r.Max, time.Since(began).Seconds()))
		all = append(all, r)
	}
	return all, nil
}

// needed are the notebooks of the course in the page that check something of what is claimed.
func (t Told) needed() []grade.Given {
	claimed := map[string]bool{}
	for _, c := range t.Claims {
		claimed[c.ID] = true
	}
	var all []grade.Given
	for _, given := range t.Given {
		lesson, ok := grade.Lesson(given.Name)
		if !ok {
			continue
		}
		for _, info := range grade.Checked(lesson) {
			if claimed[info.ID] {
				all = append(all, given)
				break
			}
		}
	}
	return all
}

// fresh is a notebook with a first cell that no one could know: a judge's trials depend on all that was run before.
func fresh(g grade.Given) grade.Given {
	g.Cells = append([]grade.Code{{Source: "// " + rand.Text() + "\n"}}, g.Cells...)
	return g
}

// shows reports whether the page shows what it says inside.
func (t Told) shows(page []byte) bool {
	again, err := t.Page()
	return err == nil && again == string(page)
}
