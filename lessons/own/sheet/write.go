package sheet

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"nekonote/nn/files"
	"nekonote/nn/words"
)

var sayForeign = words.T("There is a file %s already, and it is no page of this kind. It stays as it is: name another file.",
	"%s というファイルがすでにあり、この種類のページではありません。上書きはしませんので、別の名前を指定してください。")

// Write writes a page into a file. An older page of its kind that has the name is replaced; whatever else has it stays, and the error
// says so.
func Write(path, page, kind string) error {
	old, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case len(old) > 0 && !bytes.Contains(old[:min(len(old), 4096)], []byte(mark(kind))):
		return errors.New(sayForeign.Fill(path).String())
	}
	return files.Replace(path, func(w io.Writer) error {
		_, err := io.WriteString(w, page)
		return err
	})
}
