package share

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"nekonote/nn/files"
	"nekonote/nn/words"
)

// mark is what a page of ours is known by.
const mark = `<meta name="generator" content="Nekonote, a page to show">`

var sayForeign = words.T("There is a file %s already, and it is no page of a network. It stays as it is: name another file.",
	"%s というファイルがすでにあり、ネットワークのページではありません。上書きはしませんので、別の名前を指定してください。")

// Write writes a page into a file. An older page of that name is replaced; whatever else has the name stays, and the error says so.
func Write(path, page string) error {
	old, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case len(old) > 0 && !bytes.Contains(old[:min(len(old), 4096)], []byte(mark)):
		return errors.New(sayForeign.Fill(path).String())
	}
	return files.Replace(path, func(w io.Writer) error {
		_, err := io.WriteString(w, page)
		return err
	})
}
