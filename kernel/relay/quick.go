package relay

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"nekonote/kernel/relay/stdio"
)

// The go command takes as long to find out that nothing has changed but the cell as the compiler and the linker take for the cell
// itself. So these two are called directly where all is as it usually is: with the library's packages as the go command has them in
// its cache, and what these import. For anything else, an error in the cell for a start, the go command does the work.

// quickly makes that so for the programs that an engine builds from now on. It is called when the first one has been built.
// What the library is compiled to is known from the set-up, or else asked of the go command.
func quickly(ctx context.Context, e *engine, archives string, imports []string) error {
	if runtime.GOOS != "linux" || e.module == "" || !there("cmp", "grep") { // other systems have other ways of linking
		return nil
	}
	q, err := newQuick(ctx, e.module)
	if err != nil {
		return err
	}
	folder := filepath.Join(e.room, "quick")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	packages, err := os.ReadFile(archives)
	if err != nil {
		list := append([]string{"list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"}, imports...)
		packages, err = q.ask(ctx, append(list, standard...)...)
	}
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "packages"), packages, 0o600); err != nil {
		return err
	}
	for _, name := range versions {
		text, err := os.ReadFile(filepath.Join(e.module, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), text, 0o600)
		}
		if err != nil {
			return err
		}
	}
	// All at once: a cell may be built right now.
	script := filepath.Join(folder, "go")
	if err := os.WriteFile(script, []byte(q.script(folder)), 0o700); err != nil {
		return err
	}
	return os.Rename(script, filepath.Join(e.room, "bin", "go"))
}

// quick is what has to be known of the go command.
type quick struct {
	module                                  string // the folder in which GoNB composes cells
	program, tools, version, compiler, lang string
}

// standard are packages of Go's own that cells use, besides those that the library uses; GoNB puts flag into every program.
var standard = []string{"flag", "bufio", "bytes", "cmp", "errors", "fmt", "maps", "math", "math/rand", "os", "slices", "sort", "strconv", "strings", "time"}

// versions are the files by which the go command knows which version of what is used.
var versions = []string{"go.mod", "go.work"}

var goLine = regexp.MustCompile(`(?m)^go (\d+\.\d+)`)

func newQuick(ctx context.Context, module string) (q quick, err error) {
	q.module = module
	if q.program, err = exec.LookPath("go"); err != nil {
		return q, err
	}
	said, err := q.ask(ctx, "env", "GOTOOLDIR", "GOVERSION", "CC")
	if err != nil {
		return q, err
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	if len(lines) != 3 {
		return q, fmt.Errorf("go env: %q", said)
	}
	q.tools, q.version, q.compiler = lines[0], lines[1], lines[2]
	for _, name := range versions { // an older Go in one of them would mean another behaviour of the program
		text, err := os.ReadFile(filepath.Join(module, name))
		if err != nil {
			return q, err
		}
		found := goLine.FindSubmatch(text)
		if found == nil || !strings.HasPrefix(q.version+".", "go"+string(found[1])+".") {
			return q, errors.New(name + " is for another Go")
		}
		q.lang = "go" + string(found[1])
	}
	return q, nil
}

// ask asks the go command in the folder of the cells.
func (q quick) ask(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, q.program, args...)
	cmd.Dir = q.module
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("go %s: %w\n%s", args[0], err, said.String())
	}
	return out, err
}

// frugal has the linker, which ends before its memory matters, not clear up behind itself, unless a cell is uncommonly large.
const frugal = "GOGC=off GOMEMLIMIT=200MiB "

// watched are the variables that may change what the go command does.
var watched = []string{
	"GOFLAGS", "GOOS", "GOARCH", "GOAMD64", "GOARM64", "GOEXPERIMENT", "GODEBUG", "GOROOT", "GOTOOLCHAIN", "GOWORK", "GOENV", "GOCACHE", "GO111MODULE", "CGO_ENABLED", "CC",
}

// script is a go command that is quick where nothing is unusual: the cell alone in the folder, without directives for the compiler,
// flags, variables and versions as they were.
func (q quick) script(folder string) string {
	var asked, was strings.Builder
	for _, name := range watched {
		asked.WriteString("${" + name + "-}|")
		was.WriteString(os.Getenv(name) + "|")
	}
	in := func(name string) string { return stdio.Quoted(filepath.Join(folder, name)) }
	usual := []string{
		`[ "$*" = ` + stdio.Quoted("build -o "+filepath.Join(q.module, filepath.Base(q.module))+" "+ownFlags) + ` ]`,
		`[ "$PWD" = ` + stdio.Quoted(q.module) + ` ]`,
		`[ "` + asked.String() + `" = ` + stdio.Quoted(was.String()) + ` ]`,
		`[ "$(echo *.go *.[cCshHmSfF] *.cc *.cpp *.cxx *.syso *.swig)" = 'main.go *.[cCshHmSfF] *.cc *.cpp *.cxx *.syso *.swig' ]`,
		`cmp -s go.mod ` + in("go.mod"),
		`cmp -s go.work ` + in("go.work"),
		`! grep -qE '^//go:|ReadBuildInfo' main.go`,
		stdio.Quoted(filepath.Join(q.tools, "compile")) + ` -o ` + in("cell.a") + ` -trimpath ` + stdio.Quoted(folder+"=>") + ` -p main -lang=` + q.lang +
			` -complete -goversion ` + q.version + ` -nolocalimports -importcfg ` + in("packages") + ` -pack ./main.go >/dev/null 2>&1`,
		frugal + stdio.Quoted(filepath.Join(q.tools, "link")) + ` -o gonb_cell -importcfg ` + in("packages") + ` -buildmode=exe -s -extld=` + stdio.Quoted(q.compiler) + ` ` + in("cell.a") + ` >/dev/null 2>&1`,
	}
	return "#!/bin/sh\n" + strings.Join(usual, " &&\n  ") + " && exit 0\nexec " + stdio.Quoted(q.program) + " \"$@\"\n"
}
