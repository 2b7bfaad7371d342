package certificate

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/certificate/badge"
	"nekonote/kernel/grade"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// teacher makes a key with the command, and returns its file.
func teacher(t testing.TB, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "teacher.key")
	if err := (&MakeKey{Name: name, File: file}).Run(); err != nil {
		t.Fatal(err)
	}
	return file
}

// laid is a page in a file.
func laid(t testing.TB, page string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "certificate.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// signedBy is a page once it is signed, without being graded.
func signedBy(t testing.TB, key, page string) string {
	t.Helper()
	file := laid(t, page)
	if err := (&Sign{Key: key, Ungraded: true, Files: []string{file}}).Run(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// few is the certificate of who has done the first notebook alone.
func few(t testing.TB, name string) (Told, string) {
	t.Helper()
	told, _ := certify(t, done(t, words.English), name)
	told.Claims, told.Given = told.Claims[:len(grade.Checked(notebook.All[0]))], told.Given[:1]
	page, err := told.Page()
	if err != nil {
		t.Fatal(err)
	}
	return told, page
}

// checked is what verify finds in a page and says, for somebody who knows a key, "" for none.
func checked(t testing.TB, page, known string) (finding, string) {
	t.Helper()
	told, why := parse([]byte(page))
	if !why.Empty() {
		t.Fatal(why)
	}
	var key *badge.Key
	if known != "" {
		k, err := badge.Known(known)
		if err != nil {
			t.Fatal(err)
		}
		key = &k
	}
	f, err := told.examine([]byte(page), key, asSolved(t))
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	f.write(grade.Plain(&said), told)
	return f, said.String()
}

func TestASignatureIsCheckedInWords(t *testing.T) {
	t.Setenv(words.Variable, "en")
	told, page := few(t, "A Learner")
	mine, others := teacher(t, "A <b>Teacher</b>"), teacher(t, "Somebody Else")
	signed := signedBy(t, mine, page)
	if !strings.Contains(signed, "A &lt;b&gt;Teacher") || strings.Contains(signed, "<b>T") || !strings.Contains(signed, `<script type="application/vc+jwt"`) {
		t.Errorf("the page shows\n%.3000s", signed)
	}
	again, _ := parse([]byte(signed))
	if again.Signed == "" || !again.shows([]byte(signed)) {
		t.Error("the signed page shows something else than it says")
	}
	k, err := badge.Known(badge.PublicFile(mine))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(again.Signed, ".")
	_, rest, _ := strings.Cut(again.Signed, ".")
	elsewhere, _ := parse([]byte(signedBy(t, others, page)))
	changed := forged(t, told, func(t *Told) { t.Name = "Another Learner"; t.Signed = again.Signed })
	for name, c := range map[string]struct {
		page, known string
		holds       bool
		want, not   string
	}{
		"unsigned":               {page, "", true, "Nobody has signed", "key"},
		"unsigned, asked for":    {page, mine, false, "✗ Nobody has signed the page, so it is not signed with the key that you named: ", "All that the page claims"},
		"signed":                 {signed, "", true, "Whose key that is", "✗"},
		"signed, by its name":    {signed, k.DID(), true, "✓ It is the key that you have named", "✗"},
		"signed, by its file":    {signed, badge.PublicFile(mine), true, "✓ The signature is right", "✗"},
		"signed by somebody":     {signed, others, false, "✗ It is not the key", "All that the page claims"},
		"another's name, since":  {changed, "", false, "✗ The page was changed after it was signed", "vouches"},
		"another's name, hidden": {strings.ReplaceAll(signed, "A Learner", "B Learner"), "", false, "✗ The page was changed", "All that the page claims"},
		"another signature": {forged(t, told, func(t *Told) {
			_, other, _ := strings.Cut(elsewhere.Signed, ".")
			t.Signed = head + "." + strings.Split(rest, ".")[0] + "." + strings.Split(other, ".")[1]
		}), "", false, "✗ The signature is wrong", "vouches"},
		"another name shown": {strings.Replace(signed, "A &lt;b&gt;Teacher", "The Headmaster", 1), "", false, "✗ What the page shows", "All that the page claims"},
	} {
		f, said := checked(t, c.page, c.known)
		if f.holds() != c.holds || !strings.Contains(said, c.want) || strings.Contains(said, c.not) || (f.status() == nil) != c.holds {
			t.Errorf("%s: holds %v; want %q and not %q in\n%s", name, f.holds(), c.want, c.not, said)
		}
	}
}

func TestWhatIsNotFoundIsNotSigned(t *testing.T) {
	t.Setenv(words.Variable, "en")
	told, page := few(t, "A Learner")
	file := teacher(t, "A Teacher")
	key, err := badge.Secret(file)
	if err != nil {
		t.Fatal(err)
	}
	other := signedBy(t, teacher(t, "Somebody Else"), page)
	theirs, _ := parse([]byte(other))
	for name, c := range map[string]struct{ page, want string }{
		"":                     {page, ""},
		"signed by her before": {signedBy(t, file, page), ""},
		"a wrong answer":       {forged(t, told, func(t *Told) { answer(t, told.Claims[0].ID, "// nothing") }), "not signed"},
		"another's already":    {other, "Somebody Else"},
		"not what it shows":    {strings.Replace(page, "has solved", "has also solved", 1), "does not show what it says"},
		"no certificate":       {"<!DOCTYPE html>", "no certificate"},
		"two signatures":       {strings.Replace(other, beforeSeal, beforeSeal+theirs.Signed+"</script>"+beforeSeal, 1), "cannot be read"},
		"half a signature":     {strings.Replace(other, theirs.Signed, theirs.Signed[:100], 1), "cannot be read"},
	} {
		path := laid(t, c.page)
		err := signFile(path, key, asSolved(t))
		text, _ := os.ReadFile(path)
		if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) || string(text) != c.page) {
			t.Errorf("%s: %v, want %q; or the page was changed", name, err, c.want)
		}
		if c.want != "" {
			continue
		}
		if again, _ := parse(text); err != nil || !strings.Contains(again.award(true).Narrative, "all that the page claims was found") {
			t.Errorf("%s: %v", name, err)
		}
		if _, said := checked(t, string(text), file); strings.Contains(said, "✗") || !strings.Contains(said, "A Teacher") {
			t.Errorf("%s:\n%s", name, said)
		}
	}
}

func TestKeysAreAskedFor(t *testing.T) {
	t.Setenv(words.Variable, "en")
	if err := (&MakeKey{File: filepath.Join(t.TempDir(), "k")}).Run(); err == nil || !strings.Contains(err.Error(), "--name") {
		t.Errorf("without a name: %v", err)
	}
	var status grade.Status
	err := (&Sign{Key: filepath.Join(t.TempDir(), "none"), Files: []string{laid(t, "")}}).Run()
	if !errors.As(err, &status) || status.Code != 2 || !strings.Contains(err.Error(), "kernel key") {
		t.Errorf("without a key: %v", err)
	}
	_, page := few(t, "A Learner")
	err = (&Verify{File: laid(t, page), Key: "did:key:z6MkNone"}).Run()
	if !errors.As(err, &status) || status.Code != 2 || !strings.Contains(err.Error(), "did:key") {
		t.Errorf("verify with half a name: %v", err)
	}
}
