package certificate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/certificate/badge"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// TestACertificatePrintsOnOneSheet opens one with as much on it as a learner can have, in a browser.
func TestACertificatePrintsOnOneSheet(t *testing.T) {
	t.Setenv(words.Variable, "en")
	told, _, err := gather(done(t, words.English))
	if err != nil {
		t.Fatal(err)
	}
	told.Name = strings.Repeat("Mississippian ", longestName/14)
	told.Name = clean(told.Name)
	told.Network = &Network{Learned: 12345, Tested: 6789, Wrong: 321}
	for k := range 20 {
		told.Network.Kinds = append(told.Network.Kinds, words.T(fmt.Sprintf("a long-haired animal %d", k), fmt.Sprintf("毛の長い動物 %d", k)))
	}
	told.Claims = told.Claims[1:] // its title is longer then
	for k := range mostPictures {
		told.Network.Pictures = append(told.Network.Pictures, picture(t, k, k/3))
	}
	k, err := badge.New(strings.Repeat("Mississippi ", badge.LongestName/12))
	if err != nil {
		t.Fatal(err)
	}
	if told.Signed, err = k.Sign(told.award(true), nil); err != nil {
		t.Fatal(err)
	}
	text, err := told.Page()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "certificate.html")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	page := browser.Visit(t, "file://"+file)
	for _, c := range []struct{ lang, want, not string }{
		{"ja", "未修了", "Not complete"},
		{"en", "Not complete", "未修了"},
	} {
		page.Until("the other language", fmt.Sprintf(`(document.querySelector('[data-lang=%s]').click(), document.documentElement.lang === %[1]q)`, c.lang))
		if said := browser.Eval[string](page, `document.querySelector('main').innerText`); !strings.Contains(said, c.want) || strings.Contains(said, c.not) {
			t.Errorf("%s: the page says\n%s", c.lang, said)
		}
		if n := page.Sheets(); n != 1 {
			t.Errorf("%s: it is printed on %d sheets", c.lang, n)
		}
	}
	page.Screenshot("certificate")
	for _, found := range page.Barriers(browser.Beside(t, needs.SetUp(t))) {
		t.Errorf("axe finds %s", found)
	}
	browser.Eval[bool](page, `(document.querySelector('main').style.minHeight = '400mm', true)`)
	if n := page.Sheets(); n != 2 {
		t.Errorf("what is longer than a sheet is printed on %d", n)
	}
}
