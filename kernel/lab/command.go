// Package lab opens the course in JupyterLab: it lays out the learner's folder and runs JupyterLab on it.
package lab

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Command is `lab`: from a clone to a notebook in the browser.
type Command struct {
	Port      int    `help:"Port of JupyterLab (default: the first free one from 8888)." ja:"JupyterLab のポート（省略時は 8888 以降の最初の空き）。"`
	NoBrowser bool   `help:"Do not open a browser; print the address only." ja:"ブラウザーを開かず、アドレスだけを表示する。"`
	Dir       string `help:"Your folder of notebooks (default: work/<language> in the clone)." ja:"ノートブックのフォルダー（省略時はクローンの work/言語）。" type:"path" placeholder:"DIR"`
}

// Paths is where the command works; its language is that of the notebooks there.
func (c *Command) Paths() []string {
	if c.Dir == "" {
		return nil
	}
	return []string{c.Dir}
}

// Run sets up what is missing, lays out the learner's folder and runs JupyterLab until it is stopped.
func (c *Command) Run() error {
	lang := words.Current()
	if err := portFree(c.Port); err != nil {
		return err // before a set-up that takes minutes
	}
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	private, err := place.Private()
	if err != nil {
		return err
	}
	dir := c.Dir
	if dir == "" {
		if dir, err = place.Notebooks(lang); err != nil {
			return err
		}
	}
	// From here on a signal must not leave a JupyterLab behind.
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	server, err := Start(Options{
		Place: place, Dir: dir, Private: filepath.Join(private, "jupyter", string(lang)),
		Lang: lang, Port: c.Port, Browser: !c.NoBrowser,
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, words.T(
		"JupyterLab is open at\n\n    %s\n\nYour notebooks lie in %s. To stop, press Ctrl+C here twice.",
		"JupyterLab のアドレスは次のとおりです。\n\n    %s\n\nノートブックは %s にあります。終わるには、ここで Ctrl+C を 2 回押してください。",
	).Fill(server.URL, dir))
	return server.untilStopped(signals)
}
