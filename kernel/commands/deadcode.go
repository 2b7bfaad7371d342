package commands

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// alive is the gate that finds functions that neither a program nor a test reaches. What only cells call is called in
// lessons/internal/cells. Examples that print nothing are compiled and read, but not run, and may stay.
func alive(module string, _ io.Writer) error {
	cmd := exec.Command("go", "tool", "deadcode", "-test", "-json", "./...")
	cmd.Dir, cmd.Stderr = module, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	dead, err := unreachable(out)
	if err == nil && len(dead) > 0 {
		err = errors.New("nothing reaches these functions; take them out:\n" + strings.Join(dead, "\n"))
	}
	return err
}

// unreachable reads what deadcode has found, and leaves out the examples.
func unreachable(out []byte) ([]string, error) {
	var packages []struct {
		Path  string
		Funcs []struct {
			Name     string
			Position struct {
				File string
				Line int
			}
		}
	}
	if err := json.Unmarshal(out, &packages); err != nil {
		return nil, fmt.Errorf("deadcode: %w", err)
	}
	var dead []string
	for _, p := range packages {
		for _, f := range p.Funcs {
			if strings.HasPrefix(f.Name, "Example") && strings.HasSuffix(f.Position.File, "_test.go") {
				continue
			}
			dead = append(dead, fmt.Sprintf("%s.%s (%s:%d)", p.Path, f.Name, f.Position.File, f.Position.Line))
		}
	}
	return dead, nil
}
