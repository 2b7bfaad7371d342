package report

import (
	"io"
	"os"

	"nekonote/lessons/verdict"
)

// verdicts is the channel to a program that grades; nil without one.
var verdicts, verdictsKey = openVerdicts()

func openVerdicts() (*os.File, string) {
	path := os.Getenv(verdict.VerdictsVariable)
	if path == "" {
		return nil, ""
	}
	_ = os.Unsetenv(verdict.VerdictsVariable)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND, 0)
	if err != nil {
		return nil, "" // it was for another cell
	}
	key, err := io.ReadAll(io.LimitReader(file, 1<<10))
	if err != nil || len(key) < verdict.KeySize || file.Truncate(0) != nil || os.Remove(path) != nil {
		_ = file.Close()
		return nil, ""
	}
	return file, string(key)
}

// tellGrader appends the verdict to the channel of a program that grades, if there is one.
func tellGrader(v verdict.Verdict) error {
	if verdicts == nil {
		return nil
	}
	g := verdict.Graded{ID: v.ID, Outcome: v.Outcome, Points: v.Points, Max: v.Max, Reason: v.Reason}
	if v.Outcome != verdict.Correct && v.Outcome != verdict.NotAttempted && len(v.Say) > 0 {
		g.Error = v.Say[0].String()
	}
	line, err := verdict.Sealed(verdictsKey, g)
	if err != nil {
		return err
	}
	_, err = verdicts.Write(line)
	return err
}

// Graded reports whether a teacher's program runs the notebook: then random cases are the same at each run.
func Graded() bool {
	return os.Getenv("NBGRADER_EXECUTION") != ""
}

// Heard reports whether a program that grades waits for the verdict.
func Heard() bool { return verdicts != nil }
