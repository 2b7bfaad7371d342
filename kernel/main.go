// Command nekonote is everything that is typed in a terminal: it opens the course in JupyterLab, and tests it.
//
// From a clone it is `go run ./kernel COMMAND`. Set-up keeps a built copy of it in Nekonote's private folder, which the
// kernelspec starts and scripts may call.
package main

import (
	"errors"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"nekonote/kernel/data"
	"nekonote/kernel/grade"
	"nekonote/kernel/lab"
	"nekonote/kernel/process"
	"nekonote/kernel/progress"
	"nekonote/kernel/trial"
	"nekonote/nn/words"
)

// commands is the command line, one field a command.
type commands struct {
	Lab       lab.Command      `cmd:"" help:"Set up what is missing and open the course in JupyterLab."`
	Setup     setupCommand     `cmd:"" help:"Set up what is missing, and no more."`
	Install   installCommand   `cmd:"" help:"Offer the kernels to your own JupyterLab, Notebook 7 or VS Code."`
	Uninstall uninstallCommand `cmd:"" help:"Take them back."`
	Test      testCommand      `cmd:"" help:"Run all tests."`
	Grade     grade.Command    `cmd:"" help:"Run notebooks and say what their answers are worth."`
	Doctor    doctorCommand    `cmd:"" help:"Say what is there, what is missing, and how to mend it."`
	Notebooks notebooksCommand `cmd:"" help:"Write the notebooks into a folder."`
	Data      data.Command     `cmd:"" help:"Show, choose and import data sets."`
	Progress  progress.Command `cmd:"" help:"Show how far a learner has come."`
	Bench     benchCommand     `cmd:"" help:"Measure speed."`
	Kernel    kernelCommand    `cmd:"" hidden:"" help:"What Jupyter starts: the kernel of one notebook."`
	Trial     trial.Command    `cmd:"" hidden:"" help:"What a set-up ends with: run a first cell."`
	Picture   pictureCommand   `cmd:"" hidden:"" help:"What a cell starts: decode pictures."`
}

func main() {
	process.Guard()
	if os.Getenv(words.Variable) == "" && japaneseTerminal() {
		_ = os.Setenv(words.Variable, string(words.Japanese))
	}
	var c commands
	parsed := kong.Parse(&c,
		kong.Name("nekonote"),
		kong.Description("Neural networks, written by yourself in Go: a course of notebooks."),
		kong.UsageOnError(),
		kong.Exit(exit))
	if err := parsed.Run(); err != nil {
		if err.Error() != "" {
			parsed.Errorf("%v", err)
		}
		var status grade.Status
		if errors.As(err, &status) {
			os.Exit(status.Code)
		}
		os.Exit(1)
	}
}

// exit ends the program after --help, or where the command line makes no sense: with 2, as for all that could not run.
func exit(status int) {
	if status != 0 {
		status = 2
	}
	os.Exit(status)
}

// japaneseTerminal reports whether the terminal's language is Japanese.
func japaneseTerminal() bool {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return strings.HasPrefix(value, "ja")
		}
	}
	return false
}
