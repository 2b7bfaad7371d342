// Package own is the notebook of a learner's own pictures: folders of them become a data set, and her network learns
// from it.
package own

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// perFolder is how many pictures an example folder gets.
const perFolder = 40

// Examples puts two folders of built-in pictures into the folder "pictures", example-cats and example-others, for a
// learner who has no folders of her own yet. Two files of them are of no use, so that she sees what becomes of such: one
// is no picture, and one is there twice. Folders that are there already stay as they are. What fails is said.
func Examples() {
	if err := examples(filepath.Join(cats.Folder(), "pictures")); err != nil {
		display.Text(words.T(
			"The example folders could not be written: %v. Free some space, or make folders of your own in JupyterLab's file browser.",
			"例のフォルダーを作れませんでした：%v。空き容量を確かめるか、JupyterLab のファイルブラウザーで自分のフォルダーを作ってください。",
		).Fill(err).String())
		return
	}
	display.Text(words.T(
		"Two folders of examples are in pictures: example-cats and example-others.",
		"pictures の中に、例のフォルダーが 2 つあります：example-cats と example-others。",
	).String())
}

func examples(place string) error {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		return err
	}
	for label, name := range []string{"example-others", "example-cats"} {
		folder := filepath.Join(place, name)
		if _, err := os.Stat(folder); err == nil {
			continue
		}
		if err := fill(folder, data, label); err != nil {
			return errors.Join(err, os.RemoveAll(folder)) // half a folder would pass for a whole one next time
		}
	}
	return nil
}

// fill writes pictures of one kind into a new folder.
func fill(folder string, data cats.Data, label int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	written := 0
	for i, picture := range data.TrainImages {
		if int(data.TrainY.At(0, i)) != label || written == perFolder {
			continue
		}
		written++
		if err := write(filepath.Join(folder, fmt.Sprintf("%02d.png", written)), picture); err != nil {
			return err
		}
		if written == 1 && label == 1 {
			if err := write(filepath.Join(folder, "the-same-again.png"), picture); err != nil {
				return err
			}
		}
	}
	if label == 0 {
		return os.WriteFile(filepath.Join(folder, "no-picture.jpg"), []byte("This file only says that it is a picture.\n"), 0o644)
	}
	return nil
}

func write(path string, picture cats.Picture) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return png.Encode(file, picture)
}
