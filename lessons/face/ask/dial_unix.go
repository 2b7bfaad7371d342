//go:build unix

package ask

import (
	"os"
	"syscall"
)

// dial connects with the judge's socket.
func dial(path string) (*os.File, error) {
	syscall.ForkLock.RLock()
	socket, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err == nil {
		syscall.CloseOnExec(socket)
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, os.NewSyscallError("socket", err)
	}
	for {
		err = syscall.Connect(socket, &syscall.SockaddrUnix{Name: path})
		if err == nil || err == syscall.EISCONN { // a signal had come while it was being connected
			return os.NewFile(uintptr(socket), path), nil
		}
		if err != syscall.EINTR && err != syscall.EALREADY {
			_ = syscall.Close(socket)
			return nil, os.NewSyscallError("connect", err)
		}
	}
}
