package grade

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"nekonote/lessons/verdict"
)

// channel is where the program of one check cell writes its verdict; see lessons.VerdictsVariable.
type channel struct {
	file *os.File
	key  string
}

func newChannel(room string) (*channel, error) {
	folder := filepath.Join(room, "run")
	if err := os.MkdirAll(folder, 0o700); err != nil { // a cell may have deleted it
		return nil, err
	}
	file, err := os.CreateTemp(folder, "verdict-")
	if err != nil {
		return nil, err
	}
	c := &channel{file, verdict.NewKey()}
	if _, err := file.WriteString(c.key); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

func (c *channel) close() {
	_ = c.file.Close()
	_ = os.Remove(c.file.Name()) // where no program took it
}

// line is put before the code of the cell: GoNB hands the variable to the cell's program.
func (c *channel) line() string {
	return fmt.Sprintf("%%env %s=%s\n", verdict.VerdictsVariable, c.file.Name())
}

// verdict reads what was said about an exercise. Where it was said more than once, the least counts.
func (c *channel) verdict(id string) (Exercise, bool) {
	found := Exercise{}
	lines := bufio.NewScanner(io.NewSectionReader(c.file, 0, 1<<20))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g verdict.Graded
		if !verdict.Unseal(c.key, lines.Bytes(), &g) || g.ID != id {
			continue
		}
		e := Exercise{ID: id, Outcome: g.Outcome, Points: g.Points, Max: g.Max, Error: oneLine(g.Error)}
		if e.Outcome != verdict.Correct {
			e.Points = 0
		}
		if found.ID == "" || e.Points < found.Points {
			found = e
		}
	}
	return found, found.ID != ""
}
