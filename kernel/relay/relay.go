// Package relay is Nekonote's Jupyter kernel: it stands between JupyterLab and GoNB, the engine that compiles and runs Go
// cells, and makes the engine fit for someone who meets Go for the first time.
//
// It owns the five sockets that Jupyter gives it, runs GoNB as its child on sockets of its own, and passes messages on.
// On their way a cell and its outputs go through a list of steps (see steps.go), each of which mends one thing, in one
// file: statements without %%, the value of the last expression, compile errors in plain words, and so on.
//
// What is no work of the loop's has rooms of its own: messages and sockets (wire), the Go in a cell as text (gocell), plain words
// for what the compiler, the runtime and the machine say (advice), and processes (../process).
//
// One goroutine, the loop, owns all state; sockets and clocks only send it events. So the order of messages on each socket
// is the order in which they came, and nothing is locked.
package relay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"syscall"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
)

// Options say what a kernel runs with.
type Options struct {
	ConnectionFile string    // written by Jupyter; needed
	GoNB           string    // path of the gonb program; "" means the one on PATH
	ModuleDir      string    // the module that cells use without go get: Nekonote's; "" for none
	Offered        []string  // the import paths of its packages that cells may use without an import line; nil for all
	Archives       string    // where what its packages are compiled to lies, in the form of the compiler's -importcfg; "" if that is not known
	Env            []string  // added to the environment of GoNB and of the cells' programs, as "NAME=value"
	Log            io.Writer // what went wrong, for whoever keeps the machine; nil means os.Stderr
	Limits         Limits    // what a cell may use; a zero field is read from the environment, see Limits
}

// Run is a kernel's whole life: it returns when Jupyter shuts it down or is gone, when ctx ends, or with an error when it
// cannot start. The program that calls it calls process.Guard first thing in main.
func Run(ctx context.Context, o Options) error {
	if o.Log == nil {
		o.Log = os.Stderr
	}
	logger := log.New(o.Log, "nekonote: ", log.LstdFlags)
	gonb, err := findGoNB(o.GoNB)
	if err != nil {
		return err
	}
	o.GoNB = gonb
	if o.Limits, err = o.Limits.orFromEnvironment(); err != nil {
		logger.Print(err) // a limit that cannot be read must not take the notebook away
	}
	c, err := wire.ReadConnection(o.ConnectionFile)
	if err != nil {
		return err
	}
	ctx, cancel := process.WhileParentLives(ctx)
	defer cancel()
	f, err := wire.Listen(ctx, c, logger)
	if err != nil {
		return err
	}
	defer f.Close()
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	return newLoop(o, kernelID(o.ConnectionFile), f, logger).run(ctx, signals)
}

// findGoNB makes the path of GoNB absolute, for a cell may change the working directory.
func findGoNB(path string) (string, error) {
	if path == "" {
		path = "gonb"
	}
	found, err := exec.LookPath(path)
	if err == nil {
		return filepath.Abs(found)
	}
	return "", fmt.Errorf("GoNB is not there (%w); `nekonote lab` builds it", errors.Unwrap(err))
}

var kernelFile = regexp.MustCompile(`kernel-([0-9a-f-]+)\.json$`)

// kernelID is the id that Jupyter gave this kernel, as the connection file's name tells it, or one of our own.
func kernelID(file string) string {
	if found := kernelFile.FindStringSubmatch(file); found != nil {
		return found[1]
	}
	return wire.NewID()
}
