package wire

import (
	"encoding/json"
	"fmt"
	"os"
)

// Connection is what a connection file says: where the five sockets of a kernel are, and the key that signs messages.
type Connection struct {
	Transport string `json:"transport"`
	IP        string `json:"ip"`
	Shell     int    `json:"shell_port"`
	Control   int    `json:"control_port"`
	Stdin     int    `json:"stdin_port"`
	IOPub     int    `json:"iopub_port"`
	Heartbeat int    `json:"hb_port"`
	Key       string `json:"key"`
	Scheme    string `json:"signature_scheme"`
	Kernel    string `json:"kernel_name,omitempty"`
}

// ReadConnection reads the connection file that Jupyter has written.
func ReadConnection(path string) (Connection, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Connection{}, fmt.Errorf("connection file: %w (Jupyter writes it; this command is started by Jupyter alone)", err)
	}
	var c Connection
	if err := json.Unmarshal(text, &c); err != nil {
		return Connection{}, fmt.Errorf("connection file %s: %w", path, err)
	}
	if c.Shell == 0 || c.IOPub == 0 {
		return Connection{}, fmt.Errorf("connection file %s names no ports", path)
	}
	if c.Key != "" && c.Scheme != "" && c.Scheme != "hmac-sha256" {
		return Connection{}, fmt.Errorf("connection file %s wants %s; only hmac-sha256 is spoken here", path, c.Scheme)
	}
	return c, nil
}

// Address is where the socket with this number is, for zmq4.
func (c Connection) Address(port int) string {
	if c.Transport == "ipc" {
		return limitedIPC + "://" + c.place(port)
	}
	return limitedTCP + "://" + c.place(port)
}

// place is the address without its transport.
func (c Connection) place(port int) string {
	if c.Transport == "ipc" {
		return fmt.Sprintf("%s-%d", c.IP, port)
	}
	return fmt.Sprintf("%s:%d", c.IP, port)
}
