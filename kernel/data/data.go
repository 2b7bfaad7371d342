// Package data is the command `go run ./kernel data`: it imports the course's own pictures and chooses which ones the
// notebooks use.
package data

import (
	"fmt"
	"strings"

	"nekonote/kernel/learner"
	"nekonote/kernel/process"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/cats/course"
	"nekonote/nn/words"
)

// Command is `data` with its three verbs, as kong reads them.
type Command struct {
	Import Import `cmd:"" help:"Take over train_catvnoncat.h5 and test_catvnoncat.h5, if you have them, and use them." ja:"train_catvnoncat.h5 と test_catvnoncat.h5 があれば取り込んで使う。"`
	List   List   `cmd:"" help:"Show which data sets there are and which one the notebooks use." ja:"データセットの一覧と、ノートブックが使っているものを表示する。"`
	Use    Use    `cmd:"" help:"Choose the data set that the notebooks use." ja:"ノートブックが使うデータセットを選ぶ。"`
}

// Import takes over the course's files.
type Import struct {
	Path string `arg:"" help:"The folder that holds both files, or one of them with the other beside it." ja:"二つのファイルが入ったフォルダー、またはその一方（もう一方が同じ場所にあるもの）。"`
	learner.Folder
}

// importMemory is enough for files many times as large as the course's.
const importMemory = 3 << 30

// Run imports and says what was found and where it lies now.
func (c *Import) Run() error {
	c.Choose()
	process.LimitMemory(importMemory)
	found, err := course.Import(c.Path)
	if err != nil {
		return err
	}
	return say(words.T(
		"%s\nThe notebooks in %s use them from now on (data set \"%s\"). Back to the built-in pictures: data use %s",
		"%s\n%s のノートブックは、これからこのデータ（データセット「%s」）を使います。内蔵の写真に戻すには：data use %s",
	).Fill(found, cats.Folder(), course.Name, cats.BuiltIn))
}

// List shows the data sets of a folder.
type List struct {
	learner.Folder
}

// Run prints one line for each data set; the one in use has a mark.
func (c *List) Run() error {
	c.Choose()
	var lines []string
	for _, info := range cats.List() {
		mark := " "
		if info.InUse {
			mark = "*"
		}
		if info.Problem != nil {
			lines = append(lines, fmt.Sprintf("%s %s: %v", mark, info.Name, info.Problem))
			continue
		}
		lines = append(lines, words.T(
			"%s %s: %d pictures for training, %d for the test",
			"%s %s：訓練用 %d 枚、テスト用 %d 枚",
		).Fill(mark, info.Name, info.Train, info.Test).String())
	}
	return say(words.T("%[1]s\n(* in use in %[2]s)", "%[1]s\n（* は %[2]s で使用中）").Fill(strings.Join(lines, "\n"), cats.Folder()))
}

// Use chooses a data set.
type Use struct {
	Name string `arg:"" help:"The name that data list shows." ja:"data list が表示する名前。"`
	learner.Folder
}

// Run chooses and says what is in use now.
func (c *Use) Run() error {
	c.Choose()
	info, err := cats.Choose(c.Name)
	if err != nil {
		return err
	}
	return say(words.T(
		"In use in %[4]s from now on: %[1]s, %[2]d pictures for training and %[3]d for the test.",
		"%[4]s でこれから使うデータ：%[1]s（訓練用 %[2]d 枚、テスト用 %[3]d 枚）",
	).Fill(info.Name, info.Train, info.Test, cats.Folder()))
}

func say(text words.Text) error {
	_, err := fmt.Println(text)
	return err
}
