package commands

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nekonote/kernel/needs"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// testCommand is `test`: everything that must hold before a change is taken.
type testCommand struct {
	Parts []string `arg:"" optional:"" name:"part" help:"Parts to run, by the names that a whole run prints (default: all)." ja:"実行する項目。全体を実行したときに表示される名前で指定する（省略時はすべて）。"`
}

// gate is one thing that must hold.
type gate struct {
	name   string
	run    func(module string, out io.Writer) error
	beside bool // it goes on while the gates behind it run
}

var gates = []gate{
	{name: "gofmt", run: formatted},
	{name: "go vet", run: command("go", "vet", "./...")},
	{name: "staticcheck", run: command("go", "tool", "staticcheck", "./...")},
	{name: "short functions", run: short},
	{name: "deadcode", run: alive},
	{name: "go generate", run: generated},
	{name: "browser", run: func(_ string, out io.Writer) error { return setup.PrepareBrowser(out) }},
	{name: "set-up", run: func(_ string, out io.Writer) error { _, err := setup.Prepare(out); return err }},
	{name: "a new machine", run: newMachine, beside: true},
	{name: "arm64", run: arm64},
	{name: "race", run: raced},
	{name: "go test", run: tested},
}

// Run runs every gate and stops at the first that does not hold.
func (c *testCommand) Run() error {
	module, err := setup.Module()
	if err != nil {
		return err
	}
	for _, name := range c.Parts {
		if !slices.ContainsFunc(gates, func(g gate) bool { return g.name == name }) {
			return errors.New(sayNoPart.Fill(name, names()).String())
		}
	}
	wait := func() error { return nil } // for the gate that goes on beside the others
	for _, g := range gates {
		switch {
		case len(c.Parts) > 0 && !slices.Contains(c.Parts, g.name):
		case g.beside:
			wait = g.start(module)
		default:
			err = g.pass(module, os.Stdout)
		}
		if err != nil {
			break
		}
	}
	return errors.Join(err, wait())
}

// pass runs a gate and says how long it took.
func (g gate) pass(module string, out io.Writer) error {
	_, _ = fmt.Fprintf(out, "== %s\n", g.name)
	began := time.Now()
	if err := g.run(module, out); err != nil {
		return fmt.Errorf("%s: %w", g.name, err)
	}
	_, _ = fmt.Fprintf(out, "   %.1f s\n", time.Since(began).Seconds())
	return nil
}

// start lets a gate run beside the others; wait prints what it has said, once it is done.
func (g gate) start(module string) (wait func() error) {
	var said bytes.Buffer
	done := make(chan error, 1)
	go func() { done <- g.pass(module, &said) }()
	return func() error {
		err := <-done
		_, _ = said.WriteTo(os.Stdout)
		return err
	}
}

var sayNoPart = words.T("there is no part %q; the parts are: %s", "「%s」という項目はありません。項目：%s")

// names are the names of all gates.
func names() string {
	var all []string
	for _, g := range gates {
		all = append(all, g.name)
	}
	return strings.Join(all, ", ")
}

// command is a gate that holds when a program says so.
func command(name string, args ...string) func(string, io.Writer) error {
	return func(module string, out io.Writer) error {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = module, out, os.Stderr
		return cmd.Run()
	}
}

// tested runs all tests. None may be skipped for something that is missing, and the language is the tests' to choose.
func tested(module string, out io.Writer) error {
	if err := errors.Join(os.Unsetenv(words.Variable), os.Setenv(needs.Variable, "1")); err != nil {
		return err
	}
	return command("go", "test", "-vet=off", "-timeout", "60m", "./...")(module, out) // a gate of its own has vetted
}

// raced runs with the race detector what several goroutines share: the relay's messages, with an engine of the tests' own that
// needs no compiler, and what the lessons do in files and in the judge. The relay's tests start kernels that are built so, too.
func raced(module string, out io.Writer) error {
	tests := []string{
		"TheEngineGoesWrong", "EverySequence", "ARequest", "TheDesk", "KillOfTheGuard", "AnEngineThatDies", // the relay
		"Pump", "Strangers", "AMessage", "TextIsWhole", "AReader", "Lead", // its sockets and pipes
		"WhateverAProgramSays", "AnUnknownQuestion", "Quiz", "Guesses", "ATrainingThatIs", "ADamaged", "Forget", "Store", "NoLock", // lessons
		"Patterns", "SharedMemory", "Incorrect", "ExercisesOf", "MessagesArrive", // the judge
	}
	return command("go", "test", "-race", "-vet=off", "-timeout", "10m", "-run", "^Test("+strings.Join(tests, "|")+")",
		"./kernel/relay/...", "./lessons", "./lessons/internal/remember", "./lessons/internal/judge", "./lessons/internal/wire")(module, out)
}

func formatted(module string, _ io.Writer) error {
	cmd := exec.Command("gofmt", "-l", ".")
	cmd.Dir, cmd.Stderr = module, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	if len(out) > 0 {
		return fmt.Errorf("these files are not formatted; run gofmt -w on them:\n%s", out)
	}
	return nil
}

// generated regenerates and compares with what is there, file by file: in a clone with changes of one's own, git alone
// could not tell a stale file from an edited one.
func generated(module string, out io.Writer) error {
	before, err := snapshot(module)
	if err != nil {
		return err
	}
	if err := command("go", "generate", "./...")(module, out); err != nil {
		return err
	}
	after, err := snapshot(module)
	if err != nil {
		return err
	}
	var stale []string
	for name, content := range after {
		if !bytes.Equal(before[name], content) {
			stale = append(stale, name)
		}
	}
	if len(stale) > 0 {
		return errors.New("these files were not what go generate makes; they are now, commit them:\n" + strings.Join(stale, "\n"))
	}
	return nil
}

// snapshot reads the files that git knows or would add, by name.
func snapshot(module string) (map[string][]byte, error) {
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir, cmd.Stderr = module, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		content, err := readFile(filepath.Join(module, name))
		if err != nil {
			return nil, err
		}
		files[name] = content
	}
	return files, nil
}

// readFile reads a file; one that was deleted but not yet committed is empty.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
