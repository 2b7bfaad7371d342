package report

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"nekonote/nn/files"
	"nekonote/nn/words"
)

// Command is `report`, as kong reads it.
type Command struct {
	Names bool   `help:"Also list the learners with their points." ja:"受講者の名前と点数も載せる。"`
	Dir   string `arg:"" help:"A folder with tables of grade --csv, or one table." ja:"grade --csv の表が入ったフォルダー、または表一つ。" type:"path"`
}

var sayWritten = words.T("Written: %s", "書き出しました：%s")

// Run writes report.html beside the tables.
func (c *Command) Run() error {
	rows, err := read(c.Dir, os.Stderr)
	if err != nil {
		return err
	}
	dir := c.Dir
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "report.html")
	if err := files.Replace(path, func(w io.Writer) error { return count(rows).write(w, c.Names) }); err != nil {
		return err
	}
	_, err = fmt.Println(sayWritten.Fill(path))
	return err
}
