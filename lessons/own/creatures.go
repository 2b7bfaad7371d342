package own

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/creatures"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// drawings is how many there are of each kind of creature.
const drawings = 40

var (
	notSquares = words.T("own: %d squares do not fit into 64 pixels; take 8, 16, 32 or 64", "own: 64 ピクセルは %d 個に等分できません。8、16、32、64 のどれかにしてください")
	sayDrawn   = words.T("%d drawings of %d kinds of creatures are in pictures/creatures, a folder for each kind. They are drawings, not photographs, made by a program.",
		"pictures/creatures に、%[2]d 種類の生き物の絵が %[1]d 枚あります。種類ごとに 1 つのフォルダーです。写真ではなく、プログラムが描いた絵です。")
	sayNotDrawn = words.T("The drawings could not be written: %v. Free some space, or make folders of your own in JupyterLab's file browser.",
		"絵を書き出せませんでした：%v。空き容量を確かめるか、JupyterLab のファイルブラウザーで自分のフォルダーを作ってください。")
)

// Creatures puts drawings of a dozen kinds of creatures into pictures/creatures, a folder for each kind, for a learner who has
// no folders of her own yet, and for those who came for monsters. Two files among them are of no use, so that she sees what
// becomes of such: one is no picture, and one is there twice. Folders that are there already stay as they are. What fails is
// said.
func Creatures() {
	if err := drawn(filepath.Join(cats.Folder(), "pictures", "creatures"), drawings); err != nil {
		display.Text(sayNotDrawn.Fill(err).String())
		return
	}
	display.Text(sayDrawn.Fill(drawings*len(creatures.Kinds), len(creatures.Kinds)).String())
}

// drawn writes n drawings of each kind.
func drawn(place string, n int) error {
	for k, kind := range creatures.Kinds {
		folder := filepath.Join(place, kind.Folder)
		if _, err := os.Stat(folder); err == nil {
			continue
		}
		err := os.MkdirAll(folder, 0o755)
		for i, picture := range creatures.Drawings(k, n) {
			if err == nil {
				err = write(filepath.Join(folder, fmt.Sprintf("%02d.png", i+1)), picture)
			}
			if err == nil && k == 0 && i == 0 {
				err = write(filepath.Join(folder, "the-same-again.png"), picture)
			}
		}
		if err == nil && k == 1 {
			err = os.WriteFile(filepath.Join(folder, "no-picture.jpg"), []byte("This file only says that it is a picture.\n"), 0o644)
		}
		if err != nil {
			return errors.Join(err, os.RemoveAll(folder)) // half a folder would pass for a whole one next time
		}
	}
	return nil
}
