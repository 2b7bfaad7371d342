package hub_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
)

// The versions that README.md installs.
const proxy = "configurable-http-proxy@5.3.0"

// hub is a running JupyterHub.
type hub struct {
	t       *testing.T
	address string
	token   string
	log     string
}

// start installs the hub below root and starts it, in a view of the machine that has the learners among its users.
func start(t *testing.T, prefix, root string, learners ...*learner) *hub {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Fatal("a hub whose learners are users of the machine is root's")
	}
	if out, err := exec.Command("unshare", "--mount", "true").CombinedOutput(); err != nil {
		t.Skipf("this machine gives no program a view of its own, and the test adds no users to it: unshare --mount: %v %s", err, out)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	venv, share := filepath.Join(root, "hub"), filepath.Join(root, "local")
	if _, err := exec.LookPath("npm"); err != nil {
		if err := setup.Install(os.Stdout, "nodejs", "npm"); err != nil {
			t.Fatal(err)
		}
	}
	do(t, "python3", "-m", "venv", venv)
	do(t, filepath.Join(venv, "bin", "pip"), "install", "-q", "--no-cache-dir", "--no-compile", "-r", filepath.Join(here, "requirements.txt"))
	do(t, "npm", "install", "--silent", "--no-audit", "--prefix", filepath.Join(root, "proxy"), proxy)
	do(t, filepath.Join(prefix, "bin", "nekonote"), "install", "--prefix", share)

	h := &hub{t: t, address: "http://" + free(t), token: "a-token-of-the-test", log: filepath.Join(root, "hub.log")}
	config := filepath.Join(root, "config.py")
	write(t, config, fmt.Sprintf(`load_subconfig(%q)
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.hub_bind_url = "http://%s"
c.ConfigurableHTTPProxy.api_url = "http://%s"
c.JupyterHub.services.append({"name": "test", "api_token": %q})
c.JupyterHub.load_roles.append({"name": "test", "services": ["test"],
    "scopes": ["admin:users", "admin:servers", "access:servers"]})
`, filepath.Join(here, "jupyterhub_config.py"), free(t), free(t), h.token))
	users, groups := read(t, "/etc/passwd"), read(t, "/etc/group")
	for _, l := range learners {
		users += fmt.Sprintf("%s:x:%d:%[2]d::%s:/bin/sh\n", l.name, l.uid, l.home)
		groups += fmt.Sprintf("%s:x:%d:\n", l.name, l.uid)
	}
	write(t, filepath.Join(root, "passwd"), users)
	write(t, filepath.Join(root, "group"), groups)
	const enter = `mount --bind "$0/passwd" /etc/passwd && mount --bind "$0/group" /etc/group && exec "$0/hub/bin/jupyterhub" -f "$0/config.py"`
	cmd := exec.Command("unshare", "--mount", "sh", "-c", enter, root)
	cmd.Dir = root
	cmd.Env = append(os.Environ(),
		"PATH="+filepath.Join(venv, "bin")+":"+filepath.Join(root, "proxy", "node_modules", ".bin")+":"+os.Getenv("PATH"),
		"JUPYTER_PATH="+filepath.Join(share, "share", "jupyter"), "NEKONOTE_PREFIX="+prefix, "NEKONOTE_HUB_URL="+h.address)
	out, err := os.Create(h.log)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = out, out, &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM) // the hub stops its servers and the proxy
		ended := time.AfterFunc(time.Minute, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
		_ = cmd.Wait()
		ended.Stop()
		if t.Failed() {
			t.Log(read(t, h.log))
		}
	})
	h.until("the hub answers", func() bool { return h.ask(http.MethodGet, "/hub/api/users", nil, nil) == nil })
	return h
}

// spawn starts a learner's server, which asks for her language as the hub's page does.
func (h *hub) spawn(l *learner) {
	h.t.Helper()
	user := "/hub/api/users/" + l.name
	h.must(http.MethodPost, user, nil, nil)
	h.must(http.MethodPost, user+"/server", map[string]string{"lang": string(l.lang)}, nil)
	h.until("the server of "+l.name, func() bool {
		var model struct {
			Servers map[string]struct{ Ready bool }
		}
		h.must(http.MethodGet, user, nil, &model)
		return model.Servers[""].Ready
	})
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

func do(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
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
