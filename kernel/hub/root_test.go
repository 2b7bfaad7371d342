package hub_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"nekonote/nn/words"
)

// imageVariable names a folder that is not there yet. With it, the test makes the image's root in it, which takes minutes and some
// gigabytes; the root stays, to be looked at, until somebody removes the folder.
const imageVariable = "NEKONOTE_HUB_IMAGE"

// TestTheImage makes what Dockerfile says without a container engine: in a root from debootstrap, step by step as the lines are
// written. Then a hub in that root starts what the image starts, for the image's own user and for two more.
func TestTheImage(t *testing.T) {
	folder := os.Getenv(imageVariable)
	if folder == "" {
		t.Skipf("%s names no folder to make the image's root in; README.md says how", imageVariable)
	}
	mayRun(t)
	if _, err := exec.LookPath("debootstrap"); err != nil {
		t.Skip("the image's root is made by debootstrap: ", err)
	}
	i := &image{t: t, root: filepath.Join(folder, "root"), user: "root", folder: "/"}
	i.asked()
	for _, n := range instructions(read(t, "Dockerfile")) {
		began := time.Now()
		i.make(n)
		t.Logf("%-10s %4.0f s  %s", n.word, time.Since(began).Seconds(), n.rest)
	}
	for _, dir := range []string{"/", "/opt/nekonote", "/opt/hub", "/usr/local/go"} {
		out, err := exec.Command("du", "-sxm", i.at(dir)).CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		t.Logf("%s MB: %s", strings.Fields(string(out))[0], dir)
	}
	own := &learner{name: "learner", uid: 1000, lang: words.English}
	japanese, english := &learner{name: "learner-ja", uid: 1001, lang: words.Japanese}, &learner{name: "learner-en", uid: 1002, lang: words.English}
	start := *i
	start.user, start.folder = "root", "/root"
	for _, l := range []*learner{japanese, english} {
		start.run(fmt.Sprintf("/usr/sbin/useradd --create-home --uid %d --shell /bin/bash %s", l.uid, l.name))
	}
	for _, l := range []*learner{own, japanese, english} {
		l.home = filepath.Join("/home", l.name)
	}
	start.hub(folder).learn("/opt", "/tmp", own, japanese, english)
}

// base makes what the image begins with: Debian with what the official image of Go has beside it, and Go.
func (i *image) base(name string) {
	t := i.t
	t.Helper()
	found := regexp.MustCompile(`^docker\.io/library/golang:([\d.]+)-(\w+)$`).FindStringSubmatch(name)
	if found == nil {
		t.Fatalf("Dockerfile begins with %s, which this test does not know", name)
	}
	version, suite := found[1], found[2]
	goroot, has := goEnv(t, "GOROOT"), goEnv(t, "GOVERSION")
	if has != "go"+version {
		t.Skipf("the image has go%s; here runs %s", version, has)
	}
	sources := packages(t, suite)
	mirror := strings.Fields(sources)[1]
	if err := os.Mkdir(filepath.Dir(i.root), 0o755); err != nil {
		t.Fatal(err)
	}
	// buildpack-deps:bookworm-scm without the version control systems that nothing here asks for, and what golang adds to it.
	const beside = "ca-certificates,curl,g++,gcc,git,libc6-dev,make,netbase,pkg-config,procps,tzdata"
	cmd := exec.Command("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
		"debootstrap", "--variant=minbase", "--include="+beside, suite, i.root, mirror)
	cmd.Env = append(os.Environ(), i.reach...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("debootstrap: %v\n%s", err, out)
	}
	write(t, i.at("/etc/apt/sources.list"), sources)
	i.settings()
	i.copy(goroot, "/usr/local/go", nil)
	i.env = []string{"PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "GOLANG_VERSION=" + version, "GOTOOLCHAIN=local", "GOPATH=/go"}
	i.run("mkdir -p /go/src /go/bin && chmod -R 1777 /go")
	i.folder = "/go"
}

// packages are the lines of sources.list with which this machine's own apt finds the packages of a suite of Debian, its updates and its
// security fixes.
func packages(t *testing.T, suite string) string {
	t.Helper()
	out, err := exec.Command("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages", "Component: main").Output()
	if err != nil {
		t.Skip("apt says where Debian's packages are: ", err)
	}
	var lines string
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		entry := fmt.Sprintf("deb %s %s main\n", f[0], f[1])
		switch {
		case f[1] == suite:
			lines = entry + lines
		case strings.HasPrefix(f[1], suite+"-") && !strings.Contains(lines, entry):
			lines += entry
		}
	}
	if !strings.Contains(lines, " "+suite+" ") {
		t.Skipf("this machine's apt knows no packages of Debian %s", suite)
	}
	return lines
}

// asked notes how this machine's programs reach the network: what they were told, here or in files of their own.
func (i *image) asked() {
	told := regexp.MustCompile(`(?i)^(https?_proxy|no_proxy|PIP_\w+|SSL_CERT_\w+|\w+_CA_BUNDLE)=.`)
	for _, pair := range os.Environ() {
		if told.MatchString(pair) && !strings.HasPrefix(pair, "PIP_FIND_LINKS=") { // a folder of this machine's
			i.reach = append(i.reach, pair)
		}
	}
	for _, name := range []string{"GOPROXY", "GOSUMDB", "GONOSUMDB", "GONOPROXY", "GOPRIVATE"} {
		i.reach = append(i.reach, name+"="+goEnv(i.t, name))
	}
	out, _ := exec.Command("python3", "-m", "pip", "config", "list").Output()
	for _, setting := range regexp.MustCompile(`(?m)^(?:global|install)\.([\w-]+)='(.*)'$`).FindAllStringSubmatch(string(out), -1) {
		i.reach = append(i.reach, "PIP_"+strings.ToUpper(strings.ReplaceAll(setting[1], "-", "_"))+"="+setting[2])
	}
}

// settings carries into the root the files that these settings name, and how apt reaches its packages.
func (i *image) settings() {
	files := []string{"/etc/ssl/certs/ca-certificates.crt"}
	for _, pair := range i.reach {
		_, value, _ := strings.Cut(pair, "=")
		files = append(files, value)
	}
	for _, name := range files {
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || !filepath.IsAbs(name) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(i.at(name)), 0o755); err != nil {
			i.t.Fatal(err)
		}
		write(i.t, i.at(name), read(i.t, name))
	}
	out, _ := exec.Command("apt-config", "dump").Output()
	said := regexp.MustCompile(`(?m)^Acquire::https?::.*$`).FindAllString(string(out), -1)
	write(i.t, i.at("/etc/apt/apt.conf.d/99reach"), strings.Join(said, "\n")+"\n")
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// hub starts the image's hub, as root, and beside the image the proxy, which is a pod of its own on Kubernetes. What it starts for a
// learner is what the image starts, with the image's environment.
func (i *image) hub(folder string) *hub {
	t := i.t
	t.Helper()
	h := newHub(t, folder)
	proxy := filepath.Join(folder, "proxy")
	do(t, fmt.Sprintf("mkdir %[1]s && cp kernel/hub/package.json kernel/hub/package-lock.json %[1]s && npm ci --prefix %[1]s", proxy))
	const secret = "a-secret-of-the-test"
	cmd := exec.Command(filepath.Join(proxy, "node_modules", ".bin", "configurable-http-proxy"), "--ip=127.0.0.1", "--port="+port(h.address),
		"--api-ip=127.0.0.1", "--api-port="+port(h.routes), "--error-target="+h.inside+"/hub/error")
	cmd.Env = append(os.Environ(), "CONFIGPROXY_AUTH_TOKEN="+secret)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	var start, environment []string
	for _, word := range i.start {
		start = append(start, fmt.Sprintf("%q", word))
	}
	for _, pair := range i.env { // the last of a name holds
		name, value, _ := strings.Cut(pair, "=")
		environment = append(environment, fmt.Sprintf("%q: %q", name, value))
	}
	write(t, i.at("/root/config.py"), h.config("/opt/nekonote/source/kernel/hub/jupyterhub_config.py")+fmt.Sprintf(`
c.ConfigurableHTTPProxy.should_start = False
c.ConfigurableHTTPProxy.auth_token = %q
c.Spawner.cmd = [%s]
c.Spawner.environment = {%s}
`, secret, strings.Join(start, ", "), strings.Join(environment, ", ")))
	h.runs(i.command("exec tini -- jupyterhub -f config.py"))
	return h
}

func port(address string) string { return address[strings.LastIndex(address, ":")+1:] }
