package words

import (
	"encoding/json"
	"testing"
	"testing/fstest"
)

// TestACatalogueIsALanguage adds French as a translator would, with one file.
func TestACatalogueIsALanguage(t *testing.T) {
	before, langs := catalogues, Langs
	t.Cleanup(func() { catalogues, Langs = before, langs })
	catalogues = open(fstest.MapFS{"catalogue/fr.json": {Data: []byte(`{
		"column": "colonne", "%s %d is empty": "la %[1]s n° %[2]d est vide", "%d of %d": "%d sur %d"
	}`)}})
	Langs = languages()
	const french = Lang("fr")
	t.Setenv(Variable, "fr")
	if Current() != french || len(Langs) != 3 {
		t.Fatalf("the language is %s, of %s", Current(), Langs)
	}
	column, row := T("column", "列"), T("row", "行")
	sentence := T("%s %d is empty", "%[2]d 番目の%[1]sは空です").Fill(column, 3)
	for text, want := range map[Text]string{
		column: "colonne", row: "row", sentence: "la colonne n° 3 est vide", T("%d of %d", "%[2]d 中 %[1]d").Fill(1, 2): "1 sur 2", {}: "",
	} {
		if got := text.String(); got != want {
			t.Errorf("%q in French: %q; want %q", text.In(English), got, want)
		}
	}
	if got := sentence.In(Japanese); got != "3 番目の列は空です" {
		t.Errorf("in Japanese: %q", got)
	}
	if !Translated(french, "column") || Translated(french, "row") || !Translated(Japanese, "row") {
		t.Error("Translated does not know what the catalogue has")
	}
	data, err := json.Marshal(sentence)
	var got Text
	if err != nil || json.Unmarshal(data, &got) != nil || got != sentence {
		t.Errorf("%s read back is %v, not %v", data, got, sentence)
	}
}

// TestCataloguesCanBeRead: a broken one would end every program that speaks its language.
func TestCataloguesCanBeRead(t *testing.T) {
	for _, c := range catalogues {
		if len(c.read()) == 0 {
			t.Errorf("the catalogue of %s is empty", c.lang)
		}
	}
}
