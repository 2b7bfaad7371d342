package pictures

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nekonote/lessons/cats"
	"nekonote/lessons/pixels"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Collection is a data set made of a learner's own folders of pictures, and what there is to say about it.
type Collection struct {
	Data     cats.Data    // to learn from, as from the cats
	Groups   []Group      // one for each folder, in the order in which they were named
	Problems []Problem    // the files that are left out, and why
	Advice   []words.Text // what would make a network fail on it: too few pictures, one kind far more than another

	album *pixels.Album
}

// Group is the pictures of one folder.
type Group struct {
	Folder      string
	Name        string // the folder's own name: what its pictures show
	Train, Test int    // how many pictures there are to learn from, and to be examined on
}

// Problem is a file that was left out.
type Problem struct {
	File string
	Why  error
}

const (
	fewest    = 2  // of each kind: one to learn from, one to be examined on
	enough    = 30 // of each kind, below which a network learns little but chance
	lopsided  = 3  // times as many of one kind as of another
	testShare = 5  // one of so many is for the test
)

// FromFolders makes a data set of folders of pictures: the pictures in the first one are what the network shall say yes to
// (Y = 1), those in the others are not (Y = 0). A fifth of each folder, at least one picture, is kept for the test, chosen
// by what the pictures show, so that it stays the same however files are named. Files that cannot be opened, and
// pictures that are there twice, are left out and named in Problems. An error says what is wrong with the folders.
func FromFolders(folders ...string) (Collection, error) {
	if len(folders) < 2 {
		return Collection{}, problem(words.T(
			"A data set takes two folders or more: first what the network shall recognise, then what it is not.",
			"データセットには 2 つ以上のフォルダーが必要です。最初に見分けたいもの、次にそうでないものを指定してください。",
		))
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
					"フォルダー %q が 2 回指定されています。フォルダーごとに 1 種類の写真を入れてください。",
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

// label numbers the folders so that the first one has the label 1, the yes of a data set, and the second one 0.
func label(folder int) int {
	if folder < 2 {
		return 1 - folder
	}
	return folder
}

func findFolder(named string) (place string, names []string, err error) {
	places := []string{named}
	if !filepath.IsAbs(named) {
		places = append(places, filepath.Join(cats.Folder(), named), filepath.Join(folder(), named))
	}
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
				"フォルダー %q に写真（JPEG、PNG、GIF、WebP、BMP、HEIC）がありません。JupyterLab のファイルブラウザーで入れてください。",
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
			"%q というフォルダーはありません。%s ではありませんか？",
		), named, some(near))
	}
	return "", nil, problem(words.T(
		"There is no folder %q. Make one in JupyterLab's file browser, in \"pictures\", and drag pictures into it.",
		"%q というフォルダーはありません。JupyterLab のファイルブラウザーで「pictures」の中に作り、写真を入れてください。",
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
func (c *Collection) read(files []string, labels []int) ([]pixels.Entry, error) {
	var progress display.Live
	var entries []pixels.Entry
	first := map[[sha256.Size]byte]string{}
	done := 0
	opened := func(n int) (html, text string) {
		line := words.T("%d of %d pictures opened", "%[2]d 枚中 %[1]d 枚を開きました").Fill(n, len(files)).String()
		return display.Escape(line), line
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
		entries = append(entries, pixels.Entry{
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

// split deals the pictures of each folder out, a fifth of them to the test.
func (c *Collection) split(entries []pixels.Entry) error {
	classes := make([]words.Text, len(c.Groups))
	for i, group := range c.Groups {
		classes[label(i)] = words.T(group.Name, group.Name)
	}
	c.album = &pixels.Album{Name: "own", Classes: classes, Parts: []pixels.Part{{Name: string(cats.Train)}, {Name: string(cats.Test)}}}
	var tooFew []error
	for i := range c.Groups {
		group := &c.Groups[i]
		var own []pixels.Entry
		for _, entry := range entries {
			if entry.Label == label(i) {
				own = append(own, entry)
			}
		}
		if len(own) < fewest {
			tooFew = append(tooFew, problem(words.T(
				"The folder %q has %d usable pictures; %d are the least, one to learn from and one for the test.",
				"フォルダー %q で使える写真は %d 枚です。少なくとも %d 枚（訓練用とテスト用）が必要です。",
			), group.Name, len(own), fewest))
			continue
		}
		slices.SortFunc(own, byLot)
		group.Test = max(1, len(own)/testShare)
		group.Train = len(own) - group.Test
		c.album.Parts[1].Pictures = append(c.album.Parts[1].Pictures, own[:group.Test]...)
		c.album.Parts[0].Pictures = append(c.album.Parts[0].Pictures, own[group.Test:]...)
	}
	if len(tooFew) > 0 {
		for _, left := range c.Problems {
			tooFew = append(tooFew, left.Why)
		}
		return errors.Join(tooFew...)
	}
	for _, part := range c.album.Parts { // the first pictures that one looks at are of all folders
		slices.SortFunc(part.Pictures, byLot)
	}
	c.Data = cats.FromAlbum(c.album)
	return nil
}

// byLot is the order of the pixels' hashes, which is as good as drawn by lot and is the same on every run.
func byLot(a, b pixels.Entry) int {
	x, y := sha256.Sum256(a.Picture.RGBA().Pix), sha256.Sum256(b.Picture.RGBA().Pix)
	return bytes.Compare(x[:], y[:])
}

// advise says what a network will find hard about the collection.
func (c *Collection) advise() {
	bySize := func(a, b Group) int { return cmp.Compare(a.Train+a.Test, b.Train+b.Test) }
	least, most := slices.MinFunc(c.Groups, bySize), slices.MaxFunc(c.Groups, bySize)
	for _, group := range c.Groups {
		if n := group.Train + group.Test; n < enough {
			c.Advice = append(c.Advice, words.T(
				"%q has %d pictures. With fewer than %d, a network mostly learns them by heart.",
				"%q は %d 枚です。%d 枚より少ないと、ネットワークはほとんど丸暗記になります。",
			).Fill(group.Name, n, enough))
		}
	}
	if few, many := least.Train+least.Test, most.Train+most.Test; many >= lopsided*few {
		c.Advice = append(c.Advice, words.T(
			"%q has %d pictures and %q only %d: a network may always say the more frequent one. Take about as many of each.",
			"%q は %d 枚、%q は %d 枚しかありません。多いほうばかり答えるネットワークになりがちです。同じくらいの枚数にしてください。",
		).Fill(most.Name, many, least.Name, few))
	}
	if guess := c.Guess(); guess > 0 {
		c.Advice = append(c.Advice, words.T(
			"Always giving the same answer would be right in %.0f %% of the test: a network is worth something above that.",
			"いつも同じ答えを返すだけで、テストの %.0f %% が正解になります。これを超えて初めて、学習したと言えます。",
		).Fill(100*guess))
	}
}

// Guess returns the share of the test that is right when the same answer is always given: 0.5 … 1.
func (c Collection) Guess() float64 {
	_, m := c.Data.TestY.Dims()
	if m == 0 {
		return 0
	}
	yes := 0.0
	for i := range m {
		yes += c.Data.TestY.At(0, i)
	}
	return max(yes, float64(m)-yes) / float64(m)
}

// Keep stores the data set in the learner's folder under a name, so that cats.Use(name) chooses it for every notebook.
func (c Collection) Keep(name string) error {
	if c.album == nil {
		return problem(words.T("There are no pictures to keep. Make a collection with pictures.FromFolders first.",
			"保存する写真がありません。先に pictures.FromFolders で集めてください。"))
	}
	album := *c.album
	album.Name = name
	return cats.Store(&album)
}

// String returns the collection as a table, the files that are left out, and the advice, in the current language.
func (c Collection) String() string {
	var b bytes.Buffer
	for _, group := range c.Groups {
		fmt.Fprintln(&b, words.T(
			"%s: %d pictures for training, %d for the test",
			"%s: 訓練用 %d 枚、テスト用 %d 枚",
		).Fill(group.Name, group.Train, group.Test))
	}
	for _, left := range c.Problems {
		fmt.Fprintln(&b, words.T("left out: %v", "除外: %v").Fill(left.Why))
	}
	for _, advice := range c.Advice {
		fmt.Fprintln(&b, advice)
	}
	return b.String()
}

// Show displays the collection: how many pictures of each kind there are, what is left out, and what to mind.
func (c Collection) Show() { display.HTML(c.HTML(), c.String()) }

// HTML returns the collection as a table with bars, the files that are left out, and the advice.
func (c Collection) HTML() string {
	most := 1
	for _, group := range c.Groups {
		most = max(most, group.Train+group.Test)
	}
	var b bytes.Buffer
	b.WriteString(`<div style="max-width:720px;font-family:var(--jp-content-font-family,sans-serif);color:var(--jp-content-font-color1,inherit)">`)
	for _, group := range c.Groups {
		bar := func(n int, color string) string {
			return fmt.Sprintf(`<div style="width:%.1f%%;background:%s"></div>`, 100*float64(n)/float64(most), color)
		}
		line := words.T("%d for training + %d for the test", "訓練用 %d 枚 + テスト用 %d 枚").Fill(group.Train, group.Test)
		fmt.Fprintf(&b, `<div style="margin:8px 0"><b>%s</b> <span style="opacity:.75">%s</span>`+
			`<div style="display:flex;height:12px;margin-top:4px;border-radius:6px;overflow:hidden;background:rgba(128,128,128,.18)">%s%s</div></div>`,
			display.Escape(group.Name), display.Escape(line.String()), bar(group.Train, "#0d9488"), bar(group.Test, "#d97706"))
	}
	list := func(title words.Text, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, `<div style="margin-top:12px;opacity:.75">%s</div><ul style="margin:4px 0 0 0">`, display.Escape(title.String()))
		for _, line := range lines {
			fmt.Fprintf(&b, `<li>%s</li>`, display.Escape(line))
		}
		b.WriteString(`</ul>`)
	}
	var left, advice []string
	for _, p := range c.Problems {
		left = append(left, p.Why.Error())
	}
	for _, text := range c.Advice {
		advice = append(advice, text.String())
	}
	list(words.T("Left out", "除外したファイル"), left)
	list(words.T("Keep in mind", "気をつけること"), advice)
	b.WriteString(`</div>`)
	return b.String()
}
