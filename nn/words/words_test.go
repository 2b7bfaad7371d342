package words

import "testing"

func TestCurrentFollowsTheEnvironment(t *testing.T) {
	for value, want := range map[string]Lang{"": English, "en": English, "ja": Japanese, "xx": English} {
		t.Setenv(Variable, value)
		if got := Current(); got != want {
			t.Errorf("%s=%q: Current() = %q; want %q", Variable, value, got, want)
		}
	}
}

func TestFillSpeaksOneLanguageThroughout(t *testing.T) {
	column := T("column", "列")
	sentence := T("%s %d is empty", "%[2]d 番目の%[1]sは空です").Fill(column, 3)
	if got, want := sentence.In(English), "column 3 is empty"; got != want {
		t.Errorf("In(English) = %q; want %q", got, want)
	}
	if got, want := sentence.In(Japanese), "3 番目の列は空です"; got != want {
		t.Errorf("In(Japanese) = %q; want %q", got, want)
	}
}

func TestEmptyNoticesOneMissingLanguage(t *testing.T) {
	for _, text := range []Text{{}, T("here", ""), T("", "ここ")} {
		if !text.Empty() {
			t.Errorf("%#v.Empty() = false; want true", text)
		}
	}
	if T("here", "ここ").Empty() {
		t.Error("a text in both languages is Empty; want not")
	}
}

func TestNamesAreListedAsEachLanguageDoes(t *testing.T) {
	names := []string{"a", "b", "c"}
	if en, ja := List(names).In(English), List(names).In(Japanese); en != "a, b, c" || ja != "a、b、c" {
		t.Errorf("%q and %q", en, ja)
	}
	if !List(nil).Empty() {
		t.Error("no names are some words")
	}
}

// TestJoined: names and sentences are put together as each language does it.
func TestJoined(t *testing.T) {
	if got := Named("W", 2); got.In(English) != "W: 2" || got.In(Japanese) != "W：2" {
		t.Errorf("named: %q, %q", got.In(English), got.In(Japanese))
	}
	for want, all := range map[string][]string{
		"One. Two.": {"One.", "", "Two."}, "一つ。二つ。": {"一つ。", "二つ。"}, "本当？ ええ。": {"", "本当？", "ええ。"}, "": {"", ""},
	} {
		if got := Sentences(all...); got != want {
			t.Errorf("%q became %q; want %q", all, got, want)
		}
	}
}
