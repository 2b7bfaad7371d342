// Package trial runs a first cell on a machine, as a notebook would, to see whether learners' cells will run there.
package trial

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"nekonote/kernel/relay"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Command is the hidden `trial`, the last step of a set-up: the program that was built tries itself.
type Command struct{}

// Run runs the trial cell, and prints what was tried.
func (c *Command) Run() error {
	place, err := setup.Locate()
	if err != nil {
		return err
	}
	said, err := Cell(context.Background(), place)
	if err != nil {
		return err
	}
	fmt.Println(said)
	return nil
}

// Cell runs a real cell in the real kernel: it uses every package that a notebook may use, and the network is out of reach. It
// returns what was tried. The kernel may take its time: on a slow machine whose build cache is cold, a first cell takes
// minutes. The error says what the kernel said, and the way out.
func Cell(ctx context.Context, p setup.Place) (said string, err error) {
	packages, cell, err := write(p)
	if err != nil {
		return "", problem(err.Error())
	}
	room, err := scratch.Make("nk-")
	if err != nil {
		return "", problem(err.Error())
	}
	defer func() { err = errors.Join(err, os.RemoveAll(room)) }()
	k, err := start(p, room)
	if err != nil {
		return "", problem(err.Error())
	}
	defer k.end()
	client, err := relay.Connect(ctx, k.file, k.gone)
	if err != nil {
		return "", problem(err.Error() + "\n" + k.said.String())
	}
	defer client.Close()
	defer func() { _ = client.Shutdown() }()
	reply, err := client.Execute(ctx, cell)
	switch {
	case err != nil:
		return "", problem(err.Error() + "\n" + k.said.String())
	case !reply.OK:
		return "", problem(reply.Name + ": " + reply.Value + "\n" + strings.Join(reply.Trace, "\n"))
	}
	return words.T("a cell ran, without the network: %d packages", "セルを実行できました（ネットワークなし、パッケージ %d 個）").Fill(len(packages)).String(), nil
}

// kernel is the running kernel.
type kernel struct {
	cmd  *exec.Cmd
	file string // its connection file
	gone chan struct{}
	said strings.Builder // on standard error
}

// start starts the kernel as its kernelspec does.
func start(p setup.Place, room string) (*kernel, error) {
	file, err := relay.NewConnection(room)
	if err != nil {
		return nil, err
	}
	k := &kernel{file: file, gone: make(chan struct{})}
	k.cmd = exec.Command(p.Program(), "kernel", file)
	k.cmd.Dir = room
	k.cmd.Env = append(os.Environ(), p.KernelEnvironment(words.Current())...)
	k.cmd.Env = append(k.cmd.Env, "GOPROXY=off", "NEKONOTE_DIR="+room)
	k.cmd.Stderr = &k.said
	k.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := k.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = k.cmd.Wait()
		close(k.gone)
	}()
	return k, nil
}

// end waits until the kernel, which has been told to end, is gone.
func (k *kernel) end() {
	select {
	case <-k.gone:
	case <-time.After(20 * time.Second):
		_ = syscall.Kill(-k.cmd.Process.Pid, syscall.SIGKILL)
		<-k.gone
	}
}

// failed is an error that a learner reads.
type failed words.Text

func (f failed) Error() string { return words.Text(f).String() }

func problem(said string) error {
	return failed(words.T(
		"a first cell does not run on this machine:\n%s\nIf a program or a file is named that is yours to mend (a full disk, a "+
			"folder that cannot be written to), mend it and start again. Else delete the folder of the set-up "+
			"(go run ./kernel doctor names it) and start anew",
		"このマシンでは最初のセルが動きません：\n%s\nディスクの空き不足や書き込めないフォルダーなど、直せる原因が書かれていれば、直してから"+
			"もう一度起動してください。そうでなければ、セットアップのフォルダー（go run ./kernel doctor で表示されます）を削除して、"+
			"最初からやり直してください",
	).Fill(strings.TrimSpace(said)))
}
