package setup

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// What a learner has set for other programs must not change how the course builds and runs. Her proxies, her package index
// and her certificates are kept: they are how her machine reaches the network.

// setAside are the variables that nothing of ours is to see, with what they would do.
var setAside = map[string]words.Text{
	"GO111MODULE":  words.T("switches modules off", "モジュールを無効にします"),
	"GOWORK":       words.T("replaces the cells' workspace", "セルのワークスペースを差し替えます"),
	"GOFLAGS":      words.T("changes every build", "すべてのビルドを変えます"),
	"GOOS":         words.T("builds for another system", "別の OS 向けにビルドします"),
	"GOARCH":       words.T("builds for another processor", "別の CPU 向けにビルドします"),
	"GOAMD64":      words.T("builds for another processor", "別の CPU 向けにビルドします"),
	"GOARM64":      words.T("builds for another processor", "別の CPU 向けにビルドします"),
	"GOEXPERIMENT": words.T("changes the compiler", "コンパイラーを変えます"),
	"GODEBUG":      words.T("changes Go's runtime", "Go のランタイムを変えます"),
	"GOROOT":       words.T("mixes two versions of Go", "2 つの Go を混ぜます"),
	"GOTOOLCHAIN":  words.T("switches to another Go", "別の Go に切り替えます"),
	"GOCACHEPROG":  words.T("replaces the build cache", "ビルドキャッシュを差し替えます"),
	"GOCOVERDIR":   words.T("is for coverage", "カバレッジ用です"),
	"GOBIN":        words.T("installs elsewhere", "別の場所にインストールします"),
	"CGO_ENABLED":  words.T("asks for a C compiler", "C コンパイラーを要求します"),

	"PYTHONPATH":           words.T("mixes in other Python packages", "ほかの Python パッケージを混ぜます"),
	"PYTHONHOME":           words.T("replaces Python's library", "Python のライブラリーを差し替えます"),
	"PYTHONSTARTUP":        words.T("runs other Python code", "ほかの Python コードを実行します"),
	"PYTHONUSERBASE":       words.T("mixes in other Python packages", "ほかの Python パッケージを混ぜます"),
	"PYTHONOPTIMIZE":       words.T("changes how Python runs", "Python の動作を変えます"),
	"PYTHONWARNINGS":       words.T("changes how Python runs", "Python の動作を変えます"),
	"PIP_USER":             words.T("installs elsewhere", "別の場所にインストールします"),
	"PIP_TARGET":           words.T("installs elsewhere", "別の場所にインストールします"),
	"PIP_PREFIX":           words.T("installs elsewhere", "別の場所にインストールします"),
	"PIP_ROOT":             words.T("installs elsewhere", "別の場所にインストールします"),
	"PIP_CONSTRAINT":       words.T("changes versions", "バージョンを変えます"),
	"PIP_REQUIREMENT":      words.T("installs more", "余計なものをインストールします"),
	"PIP_NO_BINARY":        words.T("asks for compilers", "コンパイラーを要求します"),
	"PIP_NO_DEPS":          words.T("leaves packages out", "パッケージを省きます"),
	"PIP_DRY_RUN":          words.T("installs nothing", "何もインストールしません"),
	"PIP_IGNORE_INSTALLED": words.T("installs twice", "二重にインストールします"),
}

// SetAside lists the variables of the environment that the course sets aside, each with what it would do, in order.
func SetAside(environ []string) []string {
	var found []string
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if what, ok := setAside[name]; ok && value != "" {
			found = append(found, fmt.Sprintf("%s (%s)", name, what))
		}
	}
	slices.Sort(found)
	return found
}

// Environ returns base as everything that we run is to see it: without what is set aside, with Go's folders as the set-up
// has found them, with our tools and that Go first on PATH, and with a home.
func (p Place) Environ(base []string) []string {
	env := map[string]string{}
	for _, pair := range base {
		name, value, _ := strings.Cut(pair, "=")
		if _, ok := setAside[name]; !ok {
			env[name] = value
		}
	}
	if home, err := homeDir(); err == nil && env["HOME"] == "" {
		env["HOME"] = home
	}
	// Her own configuration (go env -w) may hold any of these variables: what it says of the network is read from it.
	maps.Copy(env, p.network(env))
	maps.Copy(env, p.made.Go)
	delete(env, "GOROOT") // the go command knows its own
	env["GOENV"], env["GOTOOLCHAIN"], env["CGO_ENABLED"] = "off", "local", "0"
	env["PYTHONNOUSERSITE"], env["PIP_USER"] = "1", "0" // pip's own configuration may say otherwise, too
	var path []string
	if p.made.Tools != "" {
		path = append(path, p.Tools())
	}
	if root := p.made.Go["GOROOT"]; root != "" {
		path = append(path, filepath.Join(root, "bin"))
	}
	env["PATH"] = strings.Join(append(path, env["PATH"]), string(filepath.ListSeparator))
	var list []string
	for _, name := range slices.Sorted(maps.Keys(env)) {
		list = append(list, name+"="+env[name])
	}
	return list
}

// network are the settings with which her go command reaches modules. Where it cannot be asked, there are none.
func (p Place) network(env map[string]string) map[string]string {
	found, err := goEnv("/", p.goCommand(), env, "GOPROXY", "GOSUMDB", "GONOSUMDB", "GONOPROXY", "GOPRIVATE", "GOINSECURE", "GOAUTH", "GOVCS")
	if err != nil {
		return nil
	}
	maps.DeleteFunc(found, func(_, value string) bool { return value == "" })
	return found
}

// goCommand is the go of the set-up, or, where it is gone, the one on PATH.
func (p Place) goCommand() string {
	if root := p.made.Go["GOROOT"]; root != "" {
		if path := filepath.Join(root, "bin", "go"); exists(path) {
			return path
		}
	}
	return "go"
}

// goFolders are the Go that builds the clone, which may be another than that on PATH (its go.mod asks for a version), and
// where it keeps what it has built and downloaded.
func (p Place) goFolders(base []string) (map[string]string, error) {
	env := map[string]string{}
	for _, pair := range base {
		name, value, _ := strings.Cut(pair, "=")
		if _, ok := setAside[name]; !ok || name == "GOTOOLCHAIN" {
			env[name] = value
		}
	}
	return goEnv(p.Module, "go", env, "GOROOT", "GOCACHE", "GOMODCACHE")
}

// goEnv asks the go command for its settings in a folder.
func goEnv(dir, command string, env map[string]string, names ...string) (map[string]string, error) {
	cmd := exec.Command(command, append([]string{"env", "-json"}, names...)...)
	cmd.Dir = dir
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd, err)
	}
	found := map[string]string{}
	if err := json.Unmarshal(out, &found); err != nil {
		return nil, fmt.Errorf("%s: %w", cmd, err)
	}
	return found, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
