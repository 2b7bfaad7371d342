package notebook

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

func TestBorne(t *testing.T) {
	for _, c := range []struct {
		said, printed string
		want          bool
	}{
		{"0.348", "cost 0.348093 at iteration 99", true},
		{"0.349", "cost 0.348093 at iteration 99", false},
		{"66 %", "test set 66.0 %", true},
		{"67 %", "test set 66.0 %", false},
		{"66 %", "66 pictures", false},
		{"66", "test set 66.0 %", false},
		{"1024", "wide: 1,024 units", true},
		{"5", "5 times rightly", true},
		{"5", "0.5", false},
		{"0.060", "cost 0.1, then 0.06", false}, // too few digits to bear it out
		{"−0.07", "slope -0.0701", true},
		{"many", "many", false},
	} {
		if got := borne(c.said, []string{c.printed}); got != c.want {
			t.Errorf("borne(%q, %q) = %t", c.said, c.printed, got)
		}
	}
}

// TestUnborne: a claim is held against the outputs up to the end of its section, and against no later ones.
func TestUnborne(t *testing.T) {
	langs := words.Langs
	t.Cleanup(func() { words.Langs = langs })
	words.Langs = []words.Lang{words.English, words.Japanese} // those of this lesson
	lesson := Lesson{lessons.Lesson{Path: "x.md", Text: "<!-- en -->\n## One\n\n⟨1 %⟩ and ⟨2 %⟩\n<!-- ja -->\n## 一\n\n⟨1 %⟩ と ⟨2 %⟩\n\n```go\nf()\n```\n" +
		"<!-- en -->\n⟨1 %⟩ again.\n\n## Two\n\n⟨1 %⟩\n<!-- ja -->\nまた ⟨1 %⟩\n\n## 二\n\n⟨1 %⟩\n\n```go\ng()\n```\n"}}
	out := func(text string) []json.RawMessage {
		data, _ := json.Marshal(map[string]any{"output_type": "stream", "text": []string{text}})
		return []json.RawMessage{data}
	}
	executed := &Notebook{Cells: []Cell{{Type: "markdown"}, {Type: "code", Outputs: out("1.2 %\n")}, {Type: "markdown"}, {Type: "code", Outputs: out("2 %\n")}}}
	for _, lang := range words.Langs {
		missing, err := lesson.Unborne(executed, lang)
		if err != nil || len(missing) != 1 || missing[0].Said != "2 %" || missing[0].Line != 1 {
			t.Errorf("in %s: %v, %v; want the 2 %% of line 1", lang, missing, err)
		}
	}
}

// TestMarksAreNotSeen: no notebook shows the marks of the claims.
func TestMarksAreNotSeen(t *testing.T) {
	marked := 0
	each(t, func(lesson Lesson, lang words.Lang, cell Cell) {
		if cell.Type == "markdown" && strings.ContainsAny(string(cell.Source), "⟨⟩") {
			t.Errorf("%s in %s: a mark is seen: %s", lesson.Path, lang, beginning(string(cell.Source)))
		}
	})
	for _, lesson := range All {
		blocks, err := parse(lesson.Path, lesson.Text)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range blocks {
			if !b.code && b.exercise == "" {
				marked += len(claimed.FindAllString(b.in(words.English), -1))
			}
		}
	}
	if marked < 20 {
		t.Errorf("only %d numbers of the prose are held against outputs", marked)
	}
}

// TestCountsAreCounted: numbers of the prose that no cell prints are those of the pictures and of the network.
func TestCountsAreCounted(t *testing.T) {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		t.Fatal(err)
	}
	train, catsOfTest, test := len(data.TrainImages), int(data.TestY.Sum()), len(data.TestImages)
	catsOfTrain, sizes, learned := int(data.TrainY.Sum()), []int{12288, 20, 7, 5, 1}, 0
	for l := 1; l < len(sizes); l++ {
		learned += sizes[l]*sizes[l-1] + sizes[l]
	}
	for _, c := range []struct{ path, english, inJapanese string }{
		{"lessons/week2/lesson.md", fmt.Sprintf("%d of the %d are cats", catsOfTest, test), fmt.Sprintf("テスト写真 %[2]d 枚のうち猫は %[1]d 枚", catsOfTest, test)},
		{"lessons/week2/lesson.md", fmt.Sprintf("It sees %d pictures", train), fmt.Sprintf("%d 枚の写真を見て", train)},
		{"lessons/week4/cats.md", fmt.Sprintf("%d cats and %d pictures of other things", catsOfTrain, train-catsOfTrain), fmt.Sprintf("%d 枚の猫と、%d 枚のそれ以外", catsOfTrain, train-catsOfTrain)},
		{"lessons/week4/backward.md", fmt.Sprintf("has %d,%03d such numbers", learned/1000, learned%1000), fmt.Sprintf("学習する数が %d,%03d 個", learned/1000, learned%1000)},
	} {
		at := slices.IndexFunc(All, func(l Lesson) bool { return l.Path == c.path })
		for _, said := range []string{c.english, c.inJapanese} {
			if !strings.Contains(All[at].Text, said) {
				t.Errorf("%s does not say %q", c.path, said)
			}
		}
	}
}
