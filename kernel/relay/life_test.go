package relay

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"nekonote/nn/words"
)

// fakeVariable makes a start of the fake engine go wrong: "slow" takes some seconds, and "unready FOLDER" never gets ready
// until that folder is gone, and leaves a child behind each time.
const fakeVariable = "NEKONOTE_TEST_FAKE"

// unready makes the fake engine fail at whatever it is asked to run.
var unready atomic.Bool

func startBadly(how string) error {
	if how == "slow" {
		time.Sleep(7 * time.Second)
		return nil
	}
	folder := strings.TrimPrefix(how, "unready ")
	if _, err := os.Stat(folder); err != nil {
		return nil
	}
	child := exec.Command("sleep", "1000")
	if err := child.Start(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(child.Process.Pid)), nil, 0o600); err != nil {
		return err
	}
	unready.Store(true)
	return nil
}

// A first cell waits as long as the engine needs, says for what, and takes that away again.
func TestACellThatWaitsForTheEngineSaysSo(t *testing.T) {
	for _, lang := range words.Langs {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			k := startFake(t, fakeVariable+"=slow", words.Variable+"="+string(lang))
			r := k.run("//many 2")
			if r.stdout != "0\n1\n" {
				t.Errorf("%s", r.all())
			}
			said := strings.Join(r.shown, "\n")
			if want := map[words.Lang]string{words.English: "the engine starts (", words.Japanese: "エンジンを起動しています（"}[lang]; !strings.Contains(said, want) {
				t.Errorf("it says %q; want %q", said, want)
			}
			var kinds []string
			for _, m := range r.outputs {
				if m.Kind != "status" && m.Kind != "execute_input" && (len(kinds) == 0 || kinds[len(kinds)-1] != m.Kind) {
					kinds = append(kinds, m.Kind)
				}
			}
			if got := strings.Join(kinds, " "); got != "display_data update_display_data clear_output stream" {
				t.Errorf("the outputs are %s", got)
			}
		})
	}
}

// A cell that is compiled for long says so, and takes that away again.
func TestACellThatIsCompiledForLongSaysSo(t *testing.T) {
	k := startFake(t)
	r := k.run("//compile 7")
	if r.stdout != "compiled\n" || !strings.Contains(strings.Join(r.shown, "\n"), "compiled here for the first time") {
		t.Errorf("%s\n%s", r.all(), k.log)
	}
	for i, m := range r.outputs {
		if m.Kind == "stream" && r.outputs[i-1].Kind != "clear_output" {
			t.Errorf("before the output comes %s", r.outputs[i-1].Kind)
		}
	}
}

// An engine that does not get ready is ended with all that it has begun, and tried again when a cell comes.
func TestAnEngineThatDoesNotGetReadyIsEnded(t *testing.T) {
	folder := t.TempDir()
	k := startFake(t, fakeVariable+"=unready "+folder)
	r := k.run("//many 2")
	if len(r.errors) != 1 || r.errors[0].Name != NotRun || !strings.Contains(r.errors[0].Value, "the disk is full") {
		t.Fatalf("%s\n%s", r.all(), k.log)
	}
	children, err := os.ReadDir(folder)
	if err != nil || len(children) != maxFailures {
		t.Errorf("%d starts, %v; want %d", len(children), err, maxFailures)
	}
	until(t, "ended", func() bool { return len(k.named("sleep")) == 0 })
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if r := k.run("//many 2"); r.stdout != "0\n1\n" {
		t.Errorf("when the machine was mended: %s\n%s", r.all(), k.log)
	}
}

// What the go command says on machines that let it down, as it was recorded there.
var machineFaults = []struct{ name, said, en, ja string }{
	{"module missing", "go: github.com/chromedp/chromedp@v0.23.0: module lookup disabled by GOPROXY=off", "nekonote setup", "nekonote setup"},
	{"module of an import missing", "main.go:2:16: github.com/chromedp/chromedp@v0.23.0: module lookup disabled by GOPROXY=off", "nekonote setup", "nekonote setup"},
	{"sum missing", "main.go:2:16: missing go.sum entry for module providing package github.com/chromedp/chromedp (imported by mm); to add:\n\tgo get mm", "nekonote setup", "nekonote setup"},
	{"cache read-only", "failed to initialize build cache at /shared/ro: mkdir /shared/ro/00: read-only file system", "go env GOCACHE", "go env GOCACHE"},
	{"cache closed", "failed to initialize build cache at /shared/c2: mkdir /shared/c2/00: permission denied", "go env GOCACHE", "go env GOCACHE"},
	{"file of the cache closed", "main.go:8:2: open /c/6d/6dbc37e41fc7a9ff7f033de28585540cb8aba93d6ac9ad4f99b69b80366d0869-d: permission denied", "go env GOCACHE", "go env GOCACHE"},
	{"file of root's cache", "main.go:8:2: open /root/.cache/go-build/6d/6dbc37e41fc7a9ff7f033de28585540cb8aba93d6ac9ad4f99b69b80366d0869-d: permission denied", "chmod -R a+rX", "chmod -R a+rX"},
	{"no home", "build cache is required, but could not be located: GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined", "GOCACHE", "GOCACHE"},
	{"module cache", "go: could not create module cache: mkdir /proc/x: no such file or directory", "cache", "キャッシュ"},
	{"disk full", "# internal/abi\ncompile: writing output: write $WORK/b005/_pkg_.a: no space left on device", "disk is full", "空きがありません"},
	{"cache full", "/usr/local/go/src/fmt/format.go:8:2: package strconv is not in std (/usr/local/go/src/strconv)\npackage m: cannot find package", "no room left", "空きがない"},
	{"linker killed", "# gonb_1\n/usr/local/go/pkg/tool/linux_amd64/link: signal: killed", "short of memory", "メモリーが足りません"},
	{"compiler without memory", "fatal error: failed to reserve page summary memory\n\nruntime stack:", "short of memory", "メモリーが足りません"},
	{"no go", "failed to run \"go build\": exec: \"go\": executable file not found in $PATH", "Install Go", "Go をインストール"},
	{"no goimports", "while trying to run goimports\n: exec: \"goimports\": executable file not found in $PATH", "nekonote setup", "nekonote setup"},
	{"temporary folder gone", "go: creating work dir: stat /x/none-here: no such file or directory", "temporary files", "一時ファイル"},
	{"engine's folder gone", "failed to run \"goimports\": chdir /x/nekonote-1/gonb_2: no such file or directory", "temporary files", "一時ファイル"},
}

func TestAFaultOfTheMachineIsNoFaultOfTheLearner(t *testing.T) {
	for _, lang := range words.Langs {
		k := startFake(t, words.Variable+"="+string(lang))
		for _, c := range machineFaults {
			r := k.run("//fail " + fmt.Sprintf("%q", c.said))
			want := map[words.Lang]string{words.English: c.en, words.Japanese: c.ja}[lang]
			if len(r.errors) != 1 || r.errors[0].Name != NotRun || !strings.Contains(r.errors[0].Value, want) {
				t.Errorf("%s, %s: %s; want NotRun with %q", c.name, lang, r.all(), want)
			}
		}
	}
}

// Her own mistakes stay hers, whatever words they hold.
func TestALearnersMistakeIsNoFaultOfTheMachine(t *testing.T) {
	k := startFake(t)
	for _, c := range []struct{ code, said string }{
		{"", "main.go:5:2: undefined: outOfMemory"},
		{"", "main.go:5:2: cannot use \"no space left on device\" (untyped string constant) as int value in assignment"},
		{"", "exit status 2"},
		{"", "signal: killed"},
		{"import \"github.com/her/own\"", "main.go:2:16: github.com/her/own@v0.23.0: module lookup disabled by GOPROXY=off"},
		{"import \"github.com/her/own\"", "main.go:2:16: module lookup disabled by GOPROXY=off"},
		{"import \"github.com/her/own\"", "go: github.com/her/own: dial tcp: lookup github.com: Temporary failure in name resolution"},
	} {
		r := k.run("//fail " + fmt.Sprintf("%q", c.said) + "\n" + c.code)
		if len(r.errors) != 1 || r.errors[0].Name == NotRun {
			t.Errorf("%q: %s; want an error of hers", c.said, r.all())
		}
	}
}
