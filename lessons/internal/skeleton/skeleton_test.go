package skeleton

import (
	"strings"
	"testing"
	"testing/fstest"

	"nekonote/nn/words"
)

const week = `package week9

type Params struct{ W1 float64 }

// scale returns k·x.
// It is short.
// ja: 短い関数です。
func scale(x float64, p Params, X float64) (y float64) {
	k := p.W1
	//: _ = k
	// BLANK
	// y = k·x
	y = k * x // hidden
	y += 0

	// en: and once more
	// ja: もう一度
	y = Params{W1: y}.W1
	// END
	return y
}

func planted(x float64) (y float64) {
	// BLANK
	//: y = x
	y = 2 * x
	// END
	return y
}

func open() int {
	// BLANK
	return 1
}

func full() int { return 1 }
`

func files(text string) fstest.MapFS {
	return fstest.MapFS{"a.go": {Data: []byte(text)}, "a_test.go": {Data: []byte("not Go")}}
}

func TestCutGivesBothTextsInBothLanguages(t *testing.T) {
	skeleton, solution, err := Cut(files(week), "scale", words.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	wantSkeleton := `// 短い関数です。
func scale(x float64, p week9.Params, X float64) (y float64) {
	k := p.W1
	_ = k // 使うようになったら、この行は消してください
	// y = k·x
	// ✎ ここに書いてください

	// もう一度
	// ✎ ここに書いてください
	return y
}`
	if skeleton != wantSkeleton {
		t.Errorf("skeleton:\n%s\nwant:\n%s", skeleton, wantSkeleton)
	}
	wantSolution := `// 短い関数です。
func scale(x float64, p week9.Params, X float64) (y float64) {
	k := p.W1
	// y = k·x
	y = k * x // hidden
	y += 0

	// もう一度
	y = week9.Params{W1: y}.W1
	return y
}`
	if solution != wantSolution {
		t.Errorf("solution:\n%s\nwant:\n%s", solution, wantSolution)
	}
	english, _, err := Cut(files(week), "scale", words.English)
	if err != nil || !strings.Contains(english, "// scale returns k·x.\n// It is short.") || !strings.Contains(english, "// and once more") || strings.Contains(english, "もう") {
		t.Errorf("Cut in English = %s, %v; want no Japanese", english, err)
	}
}

func TestCutRefusesWhatIsNotMarked(t *testing.T) {
	for name, want := range map[string]string{"open": "BLANK without END", "full": "nothing is blank", "none": "has no function"} {
		if _, _, err := Cut(files(week), name, words.English); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Cut(%s) error = %v; want %q", name, err, want)
		}
	}
}

func TestSameLooksAtTheCodeAlone(t *testing.T) {
	a := "// doc\nfunc f(x int) int {\n\t// here\n\treturn x\n}"
	if !Same(a, "func f(x int) int {\n\n\n return x }") {
		t.Error("comments and spacing count; want them ignored")
	}
	if Same(a, "func f(x int) int { return x + 1 }") {
		t.Error("different code is Same")
	}
	if Same("func f(#", "func f(#") {
		t.Error("what is not Go is Same")
	}
}

// TestALanguageWithoutCommentsGetsTheEnglishOnes: where nobody has translated a reference's comments yet, it still has some.
func TestALanguageWithoutCommentsGetsTheEnglishOnes(t *testing.T) {
	langs := words.Langs
	t.Cleanup(func() { words.Langs = langs })
	words.Langs = []words.Lang{words.English, words.Japanese, "fr"}
	const source = "package x\n\n// f is short.\n// ja: 短い。\nfunc f() int {\n\t// BLANK\n\treturn 1\n\t// END\n}\n"
	for _, c := range []struct{ source, want string }{
		{source, "// f is short.\nfunc"}, {strings.Replace(source, "// ja:", "// fr: f est courte.\n// ja:", 1), "// f est courte.\nfunc"},
	} {
		if _, solution, err := Cut(files(c.source), "f", "fr"); err != nil || !strings.HasPrefix(solution, c.want) {
			t.Errorf("%v\n%s\nwant it to begin with %q", err, solution, c.want)
		}
	}
}

// TestAPlantedMistakeStandsInThePlaceOfTheAnswer: without a pencil line, and only in the skeleton.
func TestAPlantedMistakeStandsInThePlaceOfTheAnswer(t *testing.T) {
	skeleton, solution, err := Cut(files(week), "planted", words.English)
	if err != nil || skeleton != "func planted(x float64) (y float64) {\n\ty = x\n\treturn y\n}" || solution != "func planted(x float64) (y float64) {\n\ty = 2 * x\n\treturn y\n}" {
		t.Errorf("%v\n%s\n%s", err, skeleton, solution)
	}
}

func TestWideLinesAreBroken(t *testing.T) {
	const long = "a comment that is made of words enough to be wider than what a window shows of a cell in one"
	got := strings.Join(wrapped([]string{
		"// f is " + long, "// line, and goes on here.",
		"func f(a, b matrix, c func(x, y float64) bool, iterations int, learningRate float64) (d, e []matrix) {",
		"\t// " + long, "\t// " + Pencil.In(words.English), "\treturn nil, nil", "}",
		"// g は、とても長い説明です。日本語の文字は二桁の幅になるので、読点か句点のうしろで行を改めます。それで全体が見えます。",
		"func g() {}",
		"// h は、行列のすべての成分について s = 1 / (1 + e⁻ᶻ) を求めます。ここではとくに、s は行列 z と同じ形です。",
	}), "\n")
	const want = `// f is a comment that is made of words enough to be wider than what a window shows of a
// cell in one line, and goes on here.
func f(
	a, b matrix, c func(x, y float64) bool, iterations int, learningRate float64,
) (d, e []matrix) {
	// a comment that is made of words enough to be wider than what a window shows of a
	// cell in one
	// ✎ your code here
	return nil, nil
}
// g は、とても長い説明です。日本語の文字は二桁の幅になるので、
// 読点か句点のうしろで行を改めます。それで全体が見えます。
func g() {}
// h は、行列のすべての成分について s = 1 / (1 + e⁻ᶻ) を求めます。ここではとくに、
// s は行列 z と同じ形です。`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
