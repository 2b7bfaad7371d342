// Package course imports the course's own pictures, train_catvnoncat.h5 and test_catvnoncat.h5, for a learner who has them.
// With these the lessons give the published figures to the digit. The reader of such files lives here, away from package
// cats, so that no cell pays for it.
package course

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

// Name is the name under which the course's pictures are chosen.
const Name = "course"

// parts are what the two files hold, and what the course calls them.
var parts = []string{"train", "test"}

func usualFile(part string) string { return part + "_catvnoncat.h5" }

// Import reads the two files, keeps their pictures in the learner's folder as the data set Name, and chooses it. path is a
// folder that holds both, or one of the files with the other beside it. The text says what was found in them. The
// error says which file is missing, damaged or not what it should be, and nothing is changed then.
func Import(path string) (words.Text, error) {
	album, err := Read(path)
	if err != nil {
		return words.Text{}, err
	}
	if err := cats.Store(album); err != nil {
		return words.Text{}, err
	}
	if _, err := cats.Choose(Name); err != nil {
		return words.Text{}, err
	}
	return describe(album), nil
}

// Read returns the pictures of the two files as an album with the parts train and test.
func Read(path string) (*album.Album, error) {
	files, err := candidates(path)
	if err != nil {
		return nil, err
	}
	album := &album.Album{
		Name:    Name,
		Classes: []words.Text{words.T("not a cat", "猫ではない"), words.T("cat", "猫")},
		Parts:   []album.Part{{Name: parts[0]}, {Name: parts[1]}},
	}
	var problems []error
	for _, file := range files {
		part, entries, err := readFile(file)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		place := &album.Parts[slices.Index(parts, part)]
		if len(place.Pictures) > 0 {
			return nil, problem(words.T(
				"%s and %s both hold the pictures of %q. Name a folder with one file for train and one for test.",
				"%s と %s はどちらも「%s」の写真です。train と test のファイルが 1 つずつ入ったフォルダーを指定してください。",
			), place.Pictures[0].Source, filepath.Base(file), part)
		}
		place.Pictures = entries
	}
	for _, part := range album.Parts {
		if len(part.Pictures) > 0 {
			continue
		}
		if len(problems) > 0 {
			return nil, errors.Join(problems...)
		}
		return nil, problem(words.T(
			"%s is missing in %s: two files are needed, %s and %s, side by side.",
			"%[2]s に %[1]s がありません。%[3]s と %[4]s の 2 つを同じフォルダーに置いてください。",
		), usualFile(part.Name), folderOf(path), usualFile("train"), usualFile("test"))
	}
	return album, nil
}

// candidates returns the files to read: the named one and the other one beside it, or all .h5 files of a folder.
func candidates(path string) ([]string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, problem(words.T(
			"There is no file or folder %q. Give the place of %s, or of the folder that holds it.",
			"「%s」というファイルやフォルダーはありません。%s か、それが入っているフォルダーを指定してください。",
		), path, usualFile("train"))
	}
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if !info.IsDir() {
		files := []string{path}
		for _, part := range parts {
			// The partner has the same name but for the part: also in a copy that a browser has called "train_… (1).h5".
			for _, other := range parts {
				partner := filepath.Join(filepath.Dir(path), strings.Replace(filepath.Base(path), part, other, 1))
				if _, err := os.Stat(partner); err == nil && !slices.Contains(files, partner) {
					files = append(files, partner)
				}
			}
		}
		return files, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	var files []string
	for _, entry := range entries {
		if ext := strings.ToLower(filepath.Ext(entry.Name())); (ext == ".h5" || ext == ".hdf5") && !entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") {
			files = append(files, filepath.Join(path, entry.Name()))
		}
	}
	if len(files) == 0 {
		return nil, problem(words.T(
			"The folder %q holds no .h5 file. The files of the online course are called %s and %s.",
			"フォルダー「%s」に .h5 ファイルがありません。オンライン講座のファイル名は %s と %s です。",
		), path, usualFile("train"), usualFile("test"))
	}
	return files, nil
}

// describe says what was found: how many pictures, of what size, how many of them cats.
func describe(album *album.Album) words.Text {
	var counts []any
	for _, part := range album.Parts {
		yes := 0
		for _, entry := range part.Pictures {
			yes += entry.Label
		}
		counts = append(counts, part.Pictures[0].Source, len(part.Pictures), yes)
	}
	return words.T(
		"%s: %d pictures of 64×64 for training, %d of them cats\n%s: %d pictures of 64×64 for the test, %d of them cats",
		"%s：訓練用の 64×64 の写真 %d 枚（うち猫 %d 枚）\n%s：テスト用の 64×64 の写真 %d 枚（うち猫 %d 枚）",
	).Fill(counts...)
}

func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

func problem(text words.Text, args ...any) error {
	return cats.Problem{Text: text.Fill(args...)}
}

func cannotRead(path string, err error) error {
	return problem(words.T("%s cannot be read: %v.", "%s を読み込めません：%v。"), path, err)
}

// entry names picture i of a file.
func entry(part, file string, i, label int) album.Entry {
	return album.Entry{
		Name:   fmt.Sprintf("%s-%03d", part, i),
		Label:  label,
		Source: file,
		File:   fmt.Sprintf("%s_set_x[%d]", part, i),
	}
}
