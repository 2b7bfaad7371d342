package badge

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestAKeyIsKept(t *testing.T) {
	t.Setenv(words.Variable, "en")
	path := filepath.Join(t.TempDir(), "teacher.key")
	k := key(t)
	if err := k.Keep(path); err != nil {
		t.Fatal(err)
	}
	for file, mode := range map[string]os.FileMode{path: 0o600, PublicFile(path): 0o644} {
		if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	secret, err := Secret(path)
	if err != nil || secret.Name != k.Name || !secret.secret.Equal(k.secret) {
		t.Errorf("%v; the key is read as %+v", err, secret)
	}
	for _, given := range []string{path, PublicFile(path), k.DID()} {
		if known, err := Known(given); err != nil || !known.Public.Equal(k.Public) || known.secret != nil {
			t.Errorf("%s: %v", given, err)
		}
	}
	if text, _ := os.ReadFile(PublicFile(path)); strings.Contains(string(text), `"d"`) {
		t.Errorf("the public half holds the secret:\n%s", text)
	}
	if _, err := Secret(PublicFile(path)); err == nil || !strings.Contains(err.Error(), "public half") {
		t.Errorf("signing with the public half: %v", err)
	}
}

func TestAKeyIsNeverWrittenOver(t *testing.T) {
	t.Setenv(words.Variable, "en")
	for _, there := range []string{"k", "k.pub"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, there), []byte("hers"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := key(t).Keep(filepath.Join(dir, "k")); err == nil || !strings.Contains(err.Error(), "stays as it is") {
			t.Errorf("%s is there: %v", there, err)
		}
		files, _ := os.ReadDir(dir)
		if text, _ := os.ReadFile(filepath.Join(dir, there)); string(text) != "hers" || len(files) != 1 {
			t.Errorf("%s is now %q, among %d files", there, text, len(files))
		}
	}
}

func TestWhatIsNoKeyIsRefused(t *testing.T) {
	t.Setenv(words.Variable, "en")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"nothing":     "",
		"a symmetric": `{"kty":"oct","k":"AAAA"}`,
		"an RSA key":  `{"kty":"RSA","n":"AQAB","e":"AQAB"}`,
		"another x":   `{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}`,
		"short":       `{"kty":"OKP","crv":"Ed25519","x":"11qY"}`,
		"a long name": `{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","name":"` + strings.Repeat("a", LongestName+1) + `"}`,
	} {
		path := filepath.Join(dir, "k")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Known(path); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "nekonote") && !strings.Contains(err.Error(), "kernel key") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Secret(filepath.Join(dir, "none")); err == nil || !strings.Contains(err.Error(), "kernel key") {
		t.Errorf("no file: %v", err)
	}
	if _, err := Known("did:key:z6MkTooShort"); err == nil || !strings.Contains(err.Error(), "56 letters") {
		t.Errorf("half a name: %v", err)
	}
}

// FuzzKey reads keys that may be anything.
func FuzzKey(f *testing.F) {
	f.Add([]byte(`{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","name":"A Teacher"}`))
	f.Add([]byte(`{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		k, ok := parseKey(text)
		if ok && !keyOf(k.DID()).Equal(k.Public) {
			t.Errorf("%q is taken for a key", text)
		}
		if ok && k.secret != nil {
			if signed, err := k.Sign(award(), page); err != nil || state(t, signed, page) != Whole {
				t.Errorf("%v: what it signs is not signed", err)
			}
		}
	})
}

// TestHalfAKeyLeavesNothing writes to a disk that is full.
func TestHalfAKeyLeavesNothing(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux limits the size of a process's files for the test")
	}
	path := filepath.Join(t.TempDir(), "teacher.key")
	if os.Getenv("BADGE_HALF_A_KEY") == "" {
		cmd := exec.Command("sh", "-c", `ulimit -f 0; trap "" XFSZ; exec "$0" -test.run='^TestHalfAKeyLeavesNothing$' -test.v`, os.Args[0])
		cmd.Env = append(os.Environ(), "BADGE_HALF_A_KEY=1", "TMPDIR="+t.TempDir())
		if out, err := cmd.CombinedOutput(); err != nil || !bytes.Contains(out, []byte("PASS")) {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	if err := key(t).Keep(path); err == nil {
		t.Error("a key was kept on a full disk")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("half a key is left")
	}
}
