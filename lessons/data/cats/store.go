package cats

import (
	"archive/zip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nekonote/lessons/data/album"
	"nekonote/nn/files"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Variable is the environment variable that names a learner's folder, where her notebooks lie. The kernel sets it.
const Variable = "NEKONOTE_DIR"

// Folder returns the learner's folder: NEKONOTE_DIR, or the current one. What she imports and chooses lies in .nekonote/
// of it, never in a cache that someone may empty.
func Folder() string {
	if folder := os.Getenv(Variable); folder != "" {
		return folder
	}
	return "."
}

// Each data set is one file, .nekonote/data/<name>.zip, so that it is there wholly or not at all; in-use.txt beside them
// holds the name of the chosen one.
func storeFolder() string { return filepath.Join(Folder(), ".nekonote", "data") }

func storePath(name string) string { return filepath.Join(storeFolder(), name+".zip") }

func inUsePath() string { return filepath.Join(storeFolder(), "in-use.txt") }

// Info describes a data set that can be chosen.
type Info struct {
	Name        string
	Train, Test int  // numbers of pictures
	InUse       bool // Load returns it
	Problem     error
}

// List returns the data sets that can be chosen, the built-in one first. One that cannot be read is there too, with the
// problem.
func List() []Info {
	inUse := InUse()
	list := []Info{info(BuiltIn, func() (*album.Album, error) { return builtInAlbum(), nil })}
	files, _ := filepath.Glob(filepath.Join(storeFolder(), "*.zip"))
	slices.Sort(files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".zip")
		list = append(list, info(name, func() (*album.Album, error) { return readStored(name) }))
	}
	for i := range list {
		list[i].InUse = list[i].Name == inUse
	}
	return list
}

func info(name string, read func() (*album.Album, error)) Info {
	album, err := read()
	if err != nil {
		return Info{Name: name, Problem: err}
	}
	return Info{Name: name, Train: len(album.Part(string(Train))), Test: len(album.Part(string(Test)))}
}

// InUse returns the name of the data set that Load returns: the built-in one where none was chosen.
func InUse() string {
	text, err := os.ReadFile(inUsePath())
	name := strings.TrimSpace(string(text))
	if err != nil || checkName(name) != nil {
		return BuiltIn
	}
	return name
}

// Fingerprint returns a fingerprint of the data set in use: another one when the set is another one, or has changed. It
// is quicker than Hash, since nothing is unpacked.
func Fingerprint() string {
	name := InUse()
	hash := sha256.New()
	if data, err := os.ReadFile(storePath(name)); name != BuiltIn && err == nil {
		_, _ = hash.Write(data)
	} else {
		_ = fs.WalkDir(sheets, ".", func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				data, _ := sheets.ReadFile(path) // what is embedded is there
				_, _ = hash.Write(data)
			}
			return nil
		})
	}
	return fmt.Sprintf("%s %x", name, hash.Sum(nil)[:16])
}

// Use chooses the data set that Load returns from now on, in this folder, and says so. From a cell it says what is wrong
// instead of returning it.
func Use(name string) {
	info, err := Choose(name)
	if err != nil {
		display.Text(err.Error())
		return
	}
	display.Text(words.T(
		"In use from now on: %[1]s, %[2]d pictures for training and %[3]d for the test. Run the cells that load the data again.",
		"これから使うデータ：%[1]s（訓練用 %[2]d 枚、テスト用 %[3]d 枚）。データを読み込むセルをもう一度実行してください。",
	).Fill(info.Name, info.Train, info.Test).String())
}

// Choose does what Use does and returns what it chose. It chooses nothing that cannot be read: the error says why, and
// what there is to choose.
func Choose(name string) (Info, error) {
	for _, info := range List() {
		if info.Name != name {
			continue
		}
		if info.Problem != nil {
			return Info{}, info.Problem
		}
		info.InUse = true
		return info, replace(inUsePath(), func(file io.Writer) error {
			_, err := fmt.Fprintln(file, name)
			return err
		})
	}
	return Info{}, notThere(name)
}

// Store keeps an album in the learner's folder under its name, in place of one that had it, and chooses nothing. It is
// there wholly or not at all, whatever happens meanwhile.
func Store(album *album.Album) error {
	if err := checkName(album.Name); err != nil {
		return err
	}
	return replace(storePath(album.Name), func(file io.Writer) error { return album.Zip(file) })
}

// replace writes a file in path's place, wholly or not at all.
func replace(path string, write func(io.Writer) error) error {
	if err := files.Replace(path, write); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// readStored reads a data set of the learner's folder.
func readStored(name string) (*album.Album, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	path := storePath(name)
	archive, err := zip.OpenReader(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, notThere(name)
	}
	if err != nil {
		return nil, damaged(name, path, err)
	}
	defer func() { _ = archive.Close() }()
	album, err := album.Read(archive, string(Train), string(Test))
	if err == nil && len(album.Classes) < 2 {
		err = errors.New("fewer than two classes")
	}
	if err != nil {
		return nil, damaged(name, path, err)
	}
	album.Name = name
	return album, nil
}

// checkName refuses names that could not be a file's: a data set is chosen by a word of letters, digits, - and _.
func checkName(name string) error {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_' {
			return Problem{words.T(
				"%q cannot be the name of a data set: use letters, digits, - and _.",
				"「%s」はデータセットの名前に使えません。文字・数字・「-」・「_」だけを使ってください。",
			).Fill(name)}
		}
	}
	if name == "" || len(name) > 100 {
		return Problem{words.T(
			"A data set needs a name of 1 to 100 bytes.",
			"データセットの名前は 1〜100 バイトにしてください。",
		)}
	}
	return nil
}
