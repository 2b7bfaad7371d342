package pictures

import (
	"bytes"
	"fmt"
	"html"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Collection is a data set made of a learner's own folders of pictures, and what there is to say about it.
type Collection struct {
	Data     cats.Data    // to learn from, as from the cats
	Groups   []Group      // one for each folder, in the order in which they were named
	Problems []Problem    // the files that are left out, and why
	Advice   []words.Text // what would make a network fail on it: too few pictures, one kind far more than another

	album *album.Album
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

// Guess returns the share of the test that is right when the same answer is always given: that of the class with the most
// pictures.
func (c Collection) Guess() float64 {
	all, largest := 0, 0
	for _, group := range c.Groups {
		all, largest = all+group.Test, max(largest, group.Test)
	}
	if all == 0 {
		return 0
	}
	return float64(largest) / float64(all)
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
			"%s：訓練用 %d 枚、テスト用 %d 枚",
		).Fill(group.Name, group.Train, group.Test))
	}
	for _, left := range c.Problems {
		fmt.Fprintln(&b, words.T("left out: %v", "除外：%v").Fill(left.Why))
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
			html.EscapeString(group.Name), html.EscapeString(line.String()), bar(group.Train, "#0d9488"), bar(group.Test, "#d97706"))
	}
	list := func(title words.Text, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, `<div style="margin-top:12px;opacity:.75">%s</div><ul style="margin:4px 0 0 0">`, html.EscapeString(title.String()))
		for _, line := range lines {
			fmt.Fprintf(&b, `<li>%s</li>`, html.EscapeString(line))
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
