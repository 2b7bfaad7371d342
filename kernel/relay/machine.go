package relay

import (
	"strings"

	"nekonote/kernel/relay/advice"
)

// NotRun is the name of the failure of a cell that could not be run for a reason of the machine: the disk is full, a module is
// missing, the compiler was killed. It is no mistake of hers, so whoever grades counts it neither for nor against her.
const NotRun = "NotRun"

// EngineStopped is the name of the failure of a cell that was under way when the engine died.
const EngineStopped = "EngineStopped"

// machineStep tells what the machine has done to a cell that could not be built.
func machineStep(l *loop, c *cell) {
	f := c.engineFailure()
	if f == nil || c.failure != nil || ranProgram.MatchString(f.Value) {
		return
	}
	if why, ok := advice.Machine(f.Value, l.notebook.imported(c)); ok {
		c.fail(failure{Name: NotRun, Value: advice.NotRun(why).String()})
		l.log.Printf("a cell could not be run: %s", f.Value)
		l.notebook.broke(c, problem{said: why.String()})
	}
}

// imported are the paths that the learner's cells import by name, this one's too: a package that is not there is then a matter
// between her and its path.
func (n *notebook) imported(c *cell) []string {
	var paths []string
	for _, path := range append(n.imports, c.sent.Imports()...) {
		if !strings.HasPrefix(path, "nekonote/") {
			paths = append(paths, path)
		}
	}
	return paths
}
