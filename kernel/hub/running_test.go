package hub_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// hub is a running JupyterHub.
type hub struct {
	t       *testing.T
	address string // where learners come in: the proxy's
	inside  string // where the proxy and the servers find the hub
	routes  string // where the hub tells the proxy what is where
	token   string
	log     string
}

// newHub is one that has not started, with addresses that are free.
func newHub(t *testing.T, root string) *hub {
	t.Helper()
	return &hub{
		t: t, address: "http://" + free(t), inside: "http://" + free(t), routes: "http://" + free(t),
		token: "a-token-of-the-test", log: filepath.Join(root, "hub.log"),
	}
}

// config is what a hub of the test is told beside its own configuration.
func (h *hub) config(own string) string {
	return fmt.Sprintf(`load_subconfig(%q)
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.bind_url = %q
c.JupyterHub.hub_bind_url = %q
c.ConfigurableHTTPProxy.api_url = %q
c.JupyterHub.services.append({"name": "test", "api_token": %q})
c.JupyterHub.load_roles.append({"name": "test", "services": ["test"],
    "scopes": ["admin:users", "admin:servers", "access:servers"]})
`, own, h.address, h.inside, h.routes, h.token)
}

// start installs the hub below root and starts it, both as README.md says, in a view of the machine that has the learners among its users.
func start(t *testing.T, prefix, root string, learners ...*learner) *hub {
	t.Helper()
	h := newHub(t, root)
	config := filepath.Join(root, "config.py")
	write(t, config, h.config(filepath.Join(here(t), "jupyterhub_config.py")))
	users, groups := read(t, "/etc/passwd"), read(t, "/etc/group")
	for _, l := range learners {
		users += fmt.Sprintf("%s:x:%d:%[2]d::%s:/bin/sh\n", l.name, l.uid, l.home)
		groups += fmt.Sprintf("%s:x:%d:\n", l.name, l.uid)
	}
	write(t, filepath.Join(root, "passwd"), users)
	write(t, filepath.Join(root, "group"), groups)

	typed := oneMachine(t, prefix, root)
	for _, line := range typed[:len(typed)-1] {
		do(t, line)
	}
	hub := strings.Replace(typed[len(typed)-1], "kernel/hub/jupyterhub_config.py", config, 1)
	cmd := exec.Command("unshare", "--mount", "sh", "-c",
		`mount --bind "$0/passwd" /etc/passwd && mount --bind "$0/group" /etc/group && cd "$0" && export `+strings.Replace(hub, " jupyterhub ", " && exec jupyterhub ", 1), root)
	cmd.Env = append(os.Environ(), "JUPYTER_PATH="+filepath.Join(root, "local", "share", "jupyter"), "NEKONOTE_PREFIX="+prefix)
	h.runs(cmd)
	return h
}

// runs starts the hub, waits until it answers, and stops it after the test.
func (h *hub) runs(cmd *exec.Cmd) {
	h.t.Helper()
	out, err := os.Create(h.log)
	if err != nil {
		h.t.Fatal(err)
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = out, out, &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) // the hub stops its servers and the proxy
		ended := time.AfterFunc(time.Minute, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
		_ = cmd.Wait()
		ended.Stop()
		if h.t.Failed() {
			h.t.Log(read(h.t, h.log))
		}
	})
	h.until("the hub answers", func() bool { return h.ask(http.MethodGet, "/hub/api/users", nil, nil) == nil })
}

// enter logs a learner in on the hub's page, as her browser does: who may is the configuration's to say.
func (h *hub) enter(l *learner) {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	page := h.address + "/hub/login?next=%2Fhub%2Fhome"
	l.browser = &http.Client{Jar: jar}
	shown, err := l.browser.Get(page)
	if err != nil {
		h.t.Fatal(err)
	}
	shown.Body.Close()
	form := url.Values{"username": {l.name}, "password": {"any"}}
	for _, cookie := range jar.Cookies(shown.Request.URL) {
		if cookie.Name == "_xsrf" {
			form.Set("_xsrf", cookie.Value)
		}
	}
	reply, err := l.browser.PostForm(page, form)
	if err != nil {
		h.t.Fatal(err)
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK || reply.Request.URL.Path != "/hub/home" {
		h.t.Fatalf("%s does not come in: %s at %s", l.name, reply.Status, reply.Request.URL)
	}
}

// visits has a learner's browser open a server's list of kernels, and says what it gets to see.
func (h *hub) visits(l, host *learner) (status int, page string) {
	h.t.Helper()
	reply, err := l.browser.Get(h.address + "/user/" + host.name + "/lab") // her cookie for a server of her own comes with its first page
	if err != nil {
		h.t.Fatal(err)
	}
	reply.Body.Close()
	reply, err = l.browser.Get(h.address + "/user/" + host.name + "/api/kernels")
	if err != nil {
		h.t.Fatal(err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return reply.StatusCode, string(text)
}

// spawn starts a learner's server, which asks for her language as the hub's page does.
func (h *hub) spawn(l *learner) {
	h.t.Helper()
	user := "/hub/api/users/" + l.name
	h.must(http.MethodPost, user+"/server", map[string]string{"lang": string(l.lang)}, nil)
	h.until("the server of "+l.name, func() bool {
		var model struct {
			Servers map[string]struct{ Ready bool }
		}
		h.must(http.MethodGet, user, nil, &model)
		return model.Servers[""].Ready
	})
}

// speaks asks the learner's server which language JupyterLab opens in, and whether it has the words.
func (h *hub) speaks(l *learner) {
	h.t.Helper()
	var setting struct{ Raw string }
	h.must(http.MethodGet, "/user/"+l.name+"/lab/api/settings/@jupyterlab/translation-extension:plugin", nil, &setting)
	locale := map[words.Lang]string{words.English: "en", words.Japanese: "ja_JP"}[l.lang]
	if !strings.Contains(setting.Raw, `"`+locale+`"`) {
		h.t.Errorf("%s: the menus' language is %s", l.name, setting.Raw)
	}
	var pack struct{ Data map[string]any }
	if h.must(http.MethodGet, "/user/"+l.name+"/lab/api/translations/"+locale, nil, &pack); l.lang == words.Japanese && len(pack.Data) == 0 {
		h.t.Errorf("%s: JupyterLab has no words in %s", l.name, locale)
	}
}

// run runs cells in a kernel of the learner's own, in her language, and returns all that they show.
func (h *hub) run(l *learner, cells ...string) string {
	h.t.Helper()
	var kernel struct{ ID string }
	h.must(http.MethodPost, "/user/"+l.name+"/api/kernels", map[string]string{"name": notebook.Kernel(l.lang)}, &kernel)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	channels := "ws" + strings.TrimPrefix(h.address, "http") + "/user/" + l.name + "/api/kernels/" + kernel.ID + "/channels"
	socket, _, err := websocket.Dial(ctx, channels, &websocket.DialOptions{HTTPHeader: http.Header{"Authorization": {"token " + h.token}}})
	if err != nil {
		h.t.Fatal(err)
	}
	defer socket.CloseNow()
	socket.SetReadLimit(64 << 20)
	var said strings.Builder
	for i, code := range cells {
		id := fmt.Sprint("cell-", i)
		if err := wsjson.Write(ctx, socket, map[string]any{
			"header":        map[string]string{"msg_id": id, "msg_type": "execute_request", "session": l.name, "username": l.name, "version": "5.4", "date": time.Now().Format(time.RFC3339Nano)},
			"parent_header": map[string]any{}, "metadata": map[string]any{}, "channel": "shell",
			"content": map[string]any{"code": code, "silent": false, "store_history": true, "allow_stdin": false, "stop_on_error": true},
		}); err != nil {
			h.t.Fatal(err)
		}
		for {
			var m struct {
				Kind   string `json:"msg_type"`
				Parent struct {
					ID string `json:"msg_id"`
				} `json:"parent_header"`
				Content struct {
					State string `json:"execution_state"`
					Text  string
					Value string `json:"evalue"`
					Data  map[string]any
				}
			}
			if err := wsjson.Read(ctx, socket, &m); err != nil {
				h.t.Fatalf("%v, after\n%s", err, said.String())
			}
			if m.Parent.ID != id {
				continue
			}
			said.WriteString(m.Content.Text + m.Content.Value)
			if plain, ok := m.Content.Data["text/plain"].(string); ok {
				said.WriteString(plain)
			}
			if m.Kind == "status" && m.Content.State == "idle" {
				break
			}
		}
	}
	return said.String()
}

func (h *hub) must(method, path string, body, answer any) {
	h.t.Helper()
	if err := h.ask(method, path, body, answer); err != nil {
		h.t.Fatal(err)
	}
}

// ask sends a request to the hub, or through it to a learner's server, and reads the answer.
func (h *hub) ask(method, path string, body, answer any) error {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, h.address+path, content)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "token "+h.token)
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err == nil && reply.StatusCode >= 300 {
		err = fmt.Errorf("%s %s: %s\n%s", method, path, reply.Status, text)
	}
	if err == nil && answer != nil {
		err = json.Unmarshal(text, answer)
	}
	return err
}

// until waits for what needs a server's time to start.
func (h *hub) until(what string, there func() bool) {
	h.t.Helper()
	for late := time.Now().Add(3 * time.Minute); !there(); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(late) {
			h.t.Fatalf("not there after 3 minutes: %s", what)
		}
	}
}

// free is an address that nobody listens on.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// do runs a line that a person types into a shell, in the clone.
func do(t *testing.T, line string) {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = filepath.Join(here(t), "..", "..")
	cmd.Env = append(os.Environ(), "PIP_NO_CACHE_DIR=1", "PIP_NO_COMPILE=1", "npm_config_audit=false", "npm_config_fund=false")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
}

func here(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
