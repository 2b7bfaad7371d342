package pictures

import (
	"crypto/sha256"
	"html"
	"os"
	"path/filepath"
	"slices"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// most is how many kinds of pictures a data set may have.
const most = 20

// FromFolders makes a data set of folders of pictures, one folder for each class, 2 to 20 of them; a single folder stands for
// those that lie in it. Data.Kinds names the classes. For networks that say yes or no, the pictures in the first folder are what
// they shall say yes to (Y = 1), those in the others are not (Y = 0). A fifth of each folder, at least one picture, is kept for
// the test, chosen by what the pictures show, so that it stays the same however files are named. Files that cannot be opened, and
// pictures that are there twice, are left out and named in Problems. An error says what is wrong with the folders.
func FromFolders(folders ...string) (Collection, error) {
	if len(folders) == 1 {
		folders = within(folders[0])
	}
	if len(folders) < 2 || len(folders) > most {
		return Collection{}, problem(words.T(
			"A data set takes 2 to %d folders, one for each kind of picture, or one folder that holds such folders; here it is %d.",
			"データセットには、種類ごとのフォルダーを 2〜%d 個指定するか、それらが入ったフォルダーを 1 つ指定してください。ここでは %d 個です。",
		), most, len(folders))
	}
	var collection Collection
	var files []string
	var labels []int
	for i, named := range folders {
		place, names, err := findFolder(named)
		if err != nil {
			return Collection{}, err
		}
		for _, other := range collection.Groups {
			if same, err := sameFolder(other.Folder, place); err == nil && same {
				return Collection{}, problem(words.T(
					"The folder %q is named twice. Each folder holds one kind of picture.",
					"フォルダー「%s」が 2 回指定されています。フォルダーごとに 1 種類の写真を入れてください。",
				), named)
			}
		}
		collection.Groups = append(collection.Groups, Group{Folder: place, Name: filepath.Base(place)})
		for _, name := range names {
			files = append(files, filepath.Join(place, name))
			labels = append(labels, label(i))
		}
	}
	entries, err := collection.read(files, labels)
	if err != nil {
		return Collection{}, err
	}
	if err := collection.split(entries); err != nil {
		return Collection{}, err
	}
	collection.advise()
	return collection, nil
}

// within lists the folders that lie in one, or only itself where none do.
func within(named string) []string {
	for _, place := range placesOf(named) {
		if inside := foldersIn(place); named != "" && len(inside) > 0 {
			all := make([]string, len(inside))
			for i, name := range inside {
				all[i] = filepath.Join(place, name)
				if absolute, err := filepath.Abs(all[i]); err == nil {
					all[i] = absolute
				}
			}
			return all
		}
	}
	return []string{named}
}

// placesOf are where a folder of that name may be.
func placesOf(named string) []string {
	if filepath.IsAbs(named) {
		return []string{named}
	}
	return []string{named, filepath.Join(cats.Folder(), named), filepath.Join(folder(), named)}
}

// label numbers the folders so that the first one has the label 1, the yes of a data set, and the second one 0.
func label(folder int) int {
	if folder < 2 {
		return 1 - folder
	}
	return folder
}

func findFolder(named string) (place string, names []string, err error) {
	places := placesOf(named)
	for _, place := range places {
		if info, err := os.Stat(place); err != nil || !info.IsDir() || named == "" {
			continue
		}
		if place, err = filepath.Abs(place); err != nil {
			return "", nil, err
		}
		if names = namesIn(place); len(names) == 0 {
			return "", nil, problem(words.T(
				"There are no pictures in the folder %q (JPEG, PNG, GIF, WebP, BMP, HEIC). Drag some into it in JupyterLab's file browser.",
				"フォルダー「%s」に写真（JPEG、PNG、GIF、WebP、BMP、HEIC）がありません。JupyterLab のファイルブラウザーで入れてください。",
			), named)
		}
		return place, names, nil
	}
	var there []string
	for _, place := range places {
		there = append(there, foldersIn(filepath.Dir(place))...)
	}
	slices.Sort(there)
	if near := nearest(filepath.Base(named), slices.Compact(there)); len(near) > 0 {
		return "", nil, problem(words.T(
			"There is no folder %q. Did you mean %s?",
			"「%s」というフォルダーはありません。%s ではありませんか？",
		), named, some(near))
	}
	return "", nil, problem(words.T(
		"There is no folder %q. Make one in JupyterLab's file browser, in \"pictures\", and drag pictures into it.",
		"「%s」というフォルダーはありません。JupyterLab のファイルブラウザーで「pictures」の中に作り、写真を入れてください。",
	), named)
}

func foldersIn(place string) []string {
	entries, _ := os.ReadDir(place)
	var names []string
	for _, entry := range entries {
		if entry.IsDir() && entry.Name()[0] != '.' {
			names = append(names, entry.Name())
		}
	}
	return names
}

func sameFolder(a, b string) (bool, error) {
	first, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second), err
}

// read opens the files, shows how far it is, and keeps what can be used: no broken file, no picture twice.
func (c *Collection) read(files []string, labels []int) ([]album.Entry, error) {
	var progress display.Live
	var entries []album.Entry
	first := map[[sha256.Size]byte]string{}
	done := 0
	opened := func(n int) (markup, text string) {
		line := words.T("%d of %d pictures opened", "%[2]d 枚中 %[1]d 枚を開きました").Fill(n, len(files)).String()
		return html.EscapeString(line), line
	}
	err := ask(files, func(answer Answer) error {
		file, label := files[done], labels[done]
		done++
		progress.Update(opened(done))
		photo, err := fromAnswer(answer)
		if err != nil {
			c.Problems = append(c.Problems, Problem{file, err})
			return nil
		}
		hash := sha256.Sum256(answer.Seen)
		if twin, there := first[hash]; there {
			c.Problems = append(c.Problems, Problem{file, problem(words.T(
				"%s shows the same as %s. The same picture twice, perhaps in training and test, would make the test too easy.",
				"%s は %s と同じ写真です。同じ写真が訓練とテストの両方に入ると、テストが簡単になりすぎます。",
			), shortName(file), shortName(twin))})
			return nil
		}
		first[hash] = file
		entries = append(entries, album.Entry{
			Picture: photo.Picture,
			Name:    shortName(file),
			Label:   label,
			Source:  filepath.Base(filepath.Dir(file)),
			File:    filepath.Base(file),
		})
		return nil
	})
	progress.Final(opened(len(entries)))
	return entries, err
}

// shortName is a file with its folder: cats/mike.jpg.
func shortName(file string) string {
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(file)), filepath.Base(file)))
}
