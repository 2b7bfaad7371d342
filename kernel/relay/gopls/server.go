// Package gopls asks gopls, Go's language server, of which all kernels of a user share one: it holds hundreds of megabytes, and
// a kernel that only runs cells needs none.
//
// The first question starts it. It listens on a socket in a folder that this user alone can open, lives on when the kernel that
// has started it ends, and ends itself when no kernel has been connected for a while. One that is gone, however it went, is
// started anew by the next question.
package gopls

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"nekonote/kernel/scratch"
)

// Server says which gopls is asked. Servers with the same program and the same settings for Go are one.
type Server struct {
	Program string        // the path of gopls
	Env     []string      // what it sees, as "NAME=value"
	Idle    time.Duration // how long it lives without a kernel that is connected
}

// dial connects to the server, which it starts if none listens.
func (s Server) dial(ctx context.Context) (net.Conn, error) {
	folder, err := scratch.Own("nekonote-gopls")
	if err != nil {
		return nil, err
	}
	socket := filepath.Join(folder, s.name())
	if conn, err := net.Dial("unix", socket); err == nil {
		return conn, nil
	}
	lock := flock.New(socket+".lock", flock.SetPermissions(0o600))
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return nil, err
	}
	defer lock.Close()
	if conn, err := net.Dial("unix", socket); err == nil { // another kernel was faster
		return conn, nil
	}
	_ = os.Remove(socket) // of one that was killed
	ended, err := s.start(folder, socket)
	if err != nil {
		return nil, err
	}
	for {
		if conn, err := net.Dial("unix", socket); err == nil {
			return conn, nil
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case err := <-ended:
			return nil, fmt.Errorf("gopls ended while it started: %v", err)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// name is that of the socket: kernels whose Go is another one share nothing.
func (s Server) name() string {
	hash := sha256.New()
	_, _ = fmt.Fprintln(hash, s.Program, s.Idle)
	for _, pair := range s.Env {
		if strings.HasPrefix(pair, "GO") || strings.HasPrefix(pair, "PATH=") || strings.HasPrefix(pair, "HOME=") {
			_, _ = fmt.Fprintln(hash, pair)
		}
	}
	return hex.EncodeToString(hash.Sum(nil)[:4])
}

// start starts gopls as a process that no kernel takes along when it ends.
func (s Server) start(folder, socket string) (ended <-chan error, err error) {
	cmd := exec.Command(s.Program, "-listen=unix;"+socket, "-listen.timeout="+s.Idle.String())
	cmd.Env, cmd.Dir = s.Env, folder
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	return done, nil
}
