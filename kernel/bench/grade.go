package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"nekonote/kernel/grade"
	"nekonote/kernel/grade/walls"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// Grade is `bench grade`: how long it takes to grade classes of several sizes. Of four learners, one has solved the whole week-2
// notebook, one makes a known mistake in each exercise's middle, one has done the first half, and one nothing.
type Grade struct {
	Sizes    []int `help:"How many learners a class has." ja:"クラスの人数。" default:"10,20,40"`
	Parallel int   `help:"Notebooks at a time (default: one for each processor)." ja:"同時に採点するノートブックの数（省略時はプロセッサーの数）。" placeholder:"N"`
	Output
}

const graded = "week2-logistic-regression-cats"

// Run measures and prints.
func (c *Grade) Run() error {
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	parallel := c.Parallel
	if parallel <= 0 {
		parallel = runtime.NumCPU()
	}
	g := grade.Grader{Place: place, Timeout: 10 * time.Minute, Memory: "2GB", Open: !walls.Why().Empty()}
	table := tabwriter.NewWriter(c.table(), 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "%s\t%s\t%s\t\n", words.T("learners", "人数"), words.T("whole class", "クラス全体"), words.T("each", "一人あたり"))
	for _, size := range c.Sizes {
		took, err := gradeClass(g, size, parallel)
		if err != nil {
			return err
		}
		fmt.Fprintf(table, "%d\t%.1f min\t%.1f s\t\n", size, took.Minutes(), took.Seconds()/float64(size))
		c.note(fmt.Sprintf("class of %d", size), "s", took.Seconds())
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return c.print("grade")
}

// gradeClass grades a class and says how long it took.
func gradeClass(g grade.Grader, size, parallel int) (time.Duration, error) {
	dir, err := scratch.Make("nk-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	for i := range size {
		if err := handIn(filepath.Join(dir, fmt.Sprintf("learner-%02d", i)), i); err != nil {
			return 0, err
		}
	}
	began := time.Now()
	err = g.Folder(context.Background(), dir, grade.Part{}, parallel, io.Discard, os.Stderr)
	return time.Since(began), err
}

// handIn writes what the i-th learner hands in.
func handIn(dir string, i int) error {
	for _, lesson := range notebook.All {
		if lesson.Name != graded {
			continue
		}
		book, err := lesson.Notebook(words.Langs[i%len(words.Langs)], i%4 != 3)
		if err != nil {
			return err
		}
		for j, cell := range book.Cells {
			if _, role := cell.Exercise(); role != notebook.Answer {
				continue
			}
			switch {
			case i%4 == 1:
				book.Cells[j].Source = notebook.Source(strings.Replace(string(cell.Source), "1 / float64(m)", "2 / float64(m)", 1))
			case i%4 == 2 && j > len(book.Cells)/2:
				book.Cells[j].Source = "// later"
			}
		}
		data, err := book.Bytes()
		if err == nil {
			err = os.MkdirAll(dir, 0o700)
		}
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, graded+".ipynb"), data, 0o600)
	}
	return fmt.Errorf("there is no %s", graded)
}
