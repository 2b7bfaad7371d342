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
	Dir  string `help:"Her folder of notebooks (default: work/<language> in the clone)." type:"path"`
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
	return lessons.WriteProgress(os.Stdout, weeks.All, c.JSON)
}

// usual is the folder that lab makes: that of the current language, or else the one where there is any progress.
func usual() string {
	langs := append([]words.Lang{words.Current()}, words.Langs...)
	for _, lang := range langs {
		dir := filepath.Join("work", string(lang))
		if _, err := os.Stat(filepath.Join(dir, ".nekonote")); err == nil {
			return dir
		}
	}
	return filepath.Join("work", string(words.Current()))
}
