package lab

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"nekonote/kernel/export"
	"nekonote/kernel/process"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Options say which JupyterLab is started.
type Options struct {
	Place   setup.Place
	Dir     string     // the learner's folder, laid out if need be
	Private string     // JupyterLab's own folder: settings, sessions, log; nothing of her own Jupyter is read or written
	Lang    words.Lang // of the notebooks and the menus
	Port    int        // 0: the first free one from 8888
	Browser bool       // whether to open a browser

	Notebook7 string // the folder of Notebook 7's Python packages: then that is started in JupyterLab's place
}

// Server is a running JupyterLab.
type Server struct {
	URL string // of the notebook that it opens, with the token

	jupyter *process.Guarded
	log     string
}

// patience is how long JupyterLab may take to answer: a slow disk needs half a minute for its first start.
const patience = 3 * time.Minute

// Start lays out the learner's folder, starts JupyterLab on it and waits until it answers.
func Start(o Options) (*Server, error) {
	if err := LayOut(o.Dir, o.Lang); err != nil {
		return nil, folderProblem(o.Dir, err)
	}
	first, err := whereSheStopped(o.Dir)
	if err != nil {
		return nil, folderProblem(o.Dir, err)
	}
	if err := chooseMenus(o.Private, o.Lang); err != nil {
		return nil, folderProblem(o.Private, err)
	}
	if err := trust(o); err != nil {
		return nil, err
	}
	if err := portFree(o.Port); err != nil {
		return nil, err
	}
	path := "lab/tree/" + first
	if o.Notebook7 != "" {
		path = "notebooks/" + first
	}
	s := &Server{log: filepath.Join(o.Private, "jupyterlab.log")}
	log, err := os.Create(s.log)
	if err != nil {
		return nil, folderProblem(o.Private, err)
	}
	defer log.Close()
	command := o.command(path)
	command.Stdout, command.Stderr = log, log
	if s.jupyter, err = process.Start(command); err != nil {
		return nil, s.died(err)
	}
	address, err := s.answer(filepath.Join(o.Private, "runtime"))
	if err != nil {
		s.Stop()
		return nil, err
	}
	s.URL = address.URL + path + "?token=" + address.Token
	return s, nil
}

// command is JupyterLab with settings, sessions and logs of its own. Its group is its own, too: Ctrl+C in the terminal is ours
// to hear first.
func (o Options) command(path string) process.Command {
	args := []string{"--ServerApp.ip=127.0.0.1", "--ServerApp.root_dir=" + o.Dir, "--LabApp.default_url=/" + path, "--HTMLExporter.template_name=" + export.Template}
	if len(filepath.Join(o.Private, "runtime"))+socketName <= longestSocket {
		// The kernels' sockets are files in a folder of hers alone: no other user of the machine can speak to one, or listen.
		args = append(args, "--KernelManager.transport=ipc")
	}
	if o.Port != 0 {
		args = append(args, "--ServerApp.port="+strconv.Itoa(o.Port), "--ServerApp.port_retries=0")
	}
	if !o.Browser {
		args = append(args, "--no-browser")
	}
	if os.Geteuid() == 0 {
		args = append(args, "--allow-root")
	}
	program := []string{filepath.Join(o.Place.Venv(), "bin", "jupyter-lab")}
	if o.Notebook7 != "" {
		program = []string{filepath.Join(o.Place.Venv(), "bin", "python"), "-m", "notebook"}
	}
	return process.Command{
		Args:  append(program, args...),
		Env:   append(o.environment(), "NEKONOTE_DIR="+o.Dir),
		Dir:   o.Dir,
		Grace: 10 * time.Second, // JupyterLab ends its kernels, should we be killed
	}
}

// socketName is how many bytes Jupyter puts behind the folder for the path of a kernel's socket ("/kernel-", a UUID, "-ipc-5"),
// and longestSocket how many such a path may have, on macOS as elsewhere. Where it would be longer, the sockets are ports.
const socketName, longestSocket = 50, 103

// environment is that of the course, with folders of its own for Jupyter. Its kernels are found first, whatever others she
// has installed.
func (o Options) environment() []string {
	return append(o.Place.Environ(os.Environ()),
		"JUPYTER_PATH="+o.Place.Jupyter(),
		"PYTHONPATH="+strings.Trim(o.Place.Exporter()+":"+o.Notebook7, ":"), "NEKONOTE_PROGRAM="+o.Place.Program(), // for an export to HTML
		"JUPYTER_CONFIG_PATH=",
		"JUPYTER_CONFIG_DIR="+filepath.Join(o.Private, "config"),
		"JUPYTER_DATA_DIR="+filepath.Join(o.Private, "data"),
		"JUPYTER_RUNTIME_DIR="+filepath.Join(o.Private, "runtime"),
		"JUPYTERLAB_SETTINGS_DIR="+filepath.Join(o.Private, "settings"),
		"JUPYTERLAB_WORKSPACES_DIR="+filepath.Join(o.Private, "workspaces"),
	)
}

// address is what JupyterLab writes down about itself.
type address struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

// answer waits until JupyterLab answers.
func (s *Server) answer(runtime string) (address, error) {
	file := filepath.Join(runtime, fmt.Sprintf("jpserver-%d.json", s.jupyter.PID))
	late := time.After(patience)
	for {
		var a address
		if text, err := os.ReadFile(file); err == nil && json.Unmarshal(text, &a) == nil {
			client := http.Client{Timeout: 5 * time.Second}
			if reply, err := client.Get(a.URL + "api"); err == nil {
				_ = reply.Body.Close()
				return a, nil
			}
		}
		select {
		case <-s.jupyter.Ended():
			return address{}, s.died(s.jupyter.Wait())
		case <-late:
			return address{}, s.died(errors.New(words.T("it does not answer", "応答がありません").String()))
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// died says why JupyterLab is not there, as far as its log tells.
func (s *Server) died(err error) error {
	return problem(words.T(
		"JupyterLab did not start (%v). Its last words:\n\n%s\n\nStart again; if it stays so, `go run ./kernel doctor` looks for what is "+
			"wrong. The whole log: %s",
		"JupyterLab を起動できませんでした（%v）。最後の出力：\n\n%s\n\nもう一度起動してみてください。直らないときは、"+
			"`go run ./kernel doctor` で原因を調べられます。ログの全体：%s",
	).Fill(err, lastLines(s.log, 12), s.log))
}

// lastLines are the last n lines of a file, each behind a bar.
func lastLines(path string, n int) string {
	text, err := os.ReadFile(path)
	if err != nil || len(bytes.TrimSpace(text)) == 0 {
		return words.T("    (nothing)", "    （なし）").String()
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	lines = lines[max(len(lines)-n, 0):]
	return "    " + strings.Join(lines, "\n    ")
}

// Stop ends JupyterLab and its kernels, and returns when they are gone.
func (s *Server) Stop() {
	_ = s.jupyter.Signal(syscall.SIGTERM)
	select {
	case <-s.jupyter.Ended():
	case <-time.After(15 * time.Second):
		s.jupyter.End()
	}
}

// untilStopped waits until JupyterLab ends: by itself (File > Shut Down), or because of a signal. Ctrl+C counts the second
// time only, since what is not saved would be lost.
func (s *Server) untilStopped(signals <-chan os.Signal) error {
	var last time.Time
	for {
		select {
		case <-s.jupyter.Ended():
			if err := s.jupyter.Wait(); err != nil {
				return s.died(err)
			}
			return nil
		case got := <-signals:
			if got == syscall.SIGINT && time.Since(last) > 10*time.Second {
				last = time.Now()
				fmt.Fprintln(os.Stderr, words.T(
					"\nIs everything saved? Press Ctrl+C once more to stop JupyterLab and its kernels.",
					"\n保存はお済みですか。もう一度 Ctrl+C を押すと、JupyterLab とカーネルを終了します。",
				))
				continue
			}
			s.Stop()
			return nil
		}
	}
}
