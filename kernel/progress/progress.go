// Package progress is the command `go run ./kernel progress`: where a learner stands, week by week, and what comes next.
package progress

import (
	"os"

	"nekonote/kernel/learner"
	"nekonote/lessons"
	"nekonote/lessons/weeks"
)

// Command is `progress`, as kong reads it.
type Command struct {
	JSON bool `help:"Write JSON: one object a week, with its exercises." ja:"JSON で書き出す（週ごとに一つのオブジェクト、演習つき）。"`
	learner.Folder
}

// Run prints the progress that the folder's journal holds.
func (c *Command) Run() error {
	c.Choose()
	return lessons.WriteProgress(os.Stdout, weeks.Course(), c.JSON)
}
