package cats

import (
	"slices"
	"strings"

	"nekonote/nn/words"
)

// Problem is an error in both languages: what happened, where, and what to do next.
type Problem struct {
	Text words.Text
}

// Error returns the sentence in the current language.
func (p Problem) Error() string { return p.Text.String() }

func notThere(name string) error {
	names := make([]string, 0, 4)
	for _, info := range List() {
		names = append(names, info.Name)
	}
	slices.Sort(names)
	return Problem{words.T(
		"There is no data set %q here. There is: %s. The files of the online course are imported with `go run ./kernel data import`.",
		"データセット「%s」はここにありません。使えるもの：%s。オンライン講座のファイルは `go run ./kernel data import` で取り込めます。",
	).Fill(name, strings.Join(names, ", "))}
}

func damaged(name, path string, err error) error {
	return Problem{words.T(
		"The data set %q cannot be read (%s: %v). Import it again with `go run ./kernel data import`, or go back to the built-in one: cats.Use(%q).",
		"データセット「%s」を読み込めません（%s：%v）。`go run ./kernel data import` でもう一度取り込むか、内蔵のデータに戻してください：`cats.Use(%q)`",
	).Fill(name, path, err, BuiltIn)}
}

func cannotWrite(path string, err error) error {
	return Problem{words.T(
		"%s could not be written: %v. Is the disk full, or the folder someone else's?",
		"%s に書き込めませんでした：%v。ディスクに空きがあるか、フォルダーに書き込めるかを確かめてください。",
	).Fill(path, err)}
}
