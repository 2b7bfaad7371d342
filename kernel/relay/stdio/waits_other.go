//go:build !linux

package stdio

// Waits reports whether a process waits for standard input that comes from here. This system does not tell.
func (p *Pipes) Waits(int) (waits, known bool) { return false, false }
