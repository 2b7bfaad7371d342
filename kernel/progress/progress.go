// Package progress is the command `go run ./kernel progress`: where a learner stands, week by week, and what comes next.
package progress

import (
	"os"
	"path/filepath"

	"nekonote/lessons"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// Command is `progress`, as kong reads it.
type Command struct {
	JSON bool   `help:"Write JSON: one object a week, with its exercises."`
	Dir  string `help:"Her folder of notebooks (default: the current one if it is hers, else work/<language> in the clone)." type:"path"`
}

// Run prints the progress that the folder's journal holds.
func (c *Command) Run() error {
	if c.Dir != "" {
		if err := os.Setenv("NEKONOTE_DIR", c.Dir); err != nil {
			return err
		}
	} else if os.Getenv("NEKONOTE_DIR") == "" {
		if err := os.Setenv("NEKONOTE_DIR", usual()); err != nil {
			return err
		}
	}
	return lessons.WriteProgress(os.Stdout, weeks.Course(), c.JSON)
}

// usual is the folder where there is any progress: the current one, or one that lab has made.
func usual() string {
	langs := append([]words.Lang{words.Current()}, words.Langs...)
	folders := []string{"."}
	for _, lang := range langs {
		folders = append(folders, filepath.Join("work", string(lang)))
	}
	for _, dir := range folders {
		if _, err := os.Stat(filepath.Join(dir, ".nekonote")); err == nil {
			return dir
		}
	}
	return filepath.Join("work", string(words.Current()))
}
