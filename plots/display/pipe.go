package display

import (
	"encoding/gob"
	"maps"
	"os"
	"sync"

	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// GoNB gives a cell's program two named pipes: one for what it shows, one for GoNB's answers, both in encoding/gob. They
// are spoken to here, and not through GoNB's own package gonbui, because that links a logger and the net package into
// every cell. Nobody else may write to the pipe in a program that displays through this package.

// pipe is the connection to GoNB. Its zero value is not open yet.
type pipe struct {
	mu      sync.Mutex
	encoder *gob.Encoder
	answers chan int // numbers of the syncs that GoNB has answered; closed when GoNB is gone
	syncs   int
	broken  bool // GoNB is gone: nothing is sent any more
}

var notebook pipe

// InNotebook reports whether a notebook shows what this program displays.
func InNotebook() bool {
	return os.Getenv(protocol.GONB_PIPE_ENV) != ""
}

// open opens both pipes; each end waits until GoNB has opened the other.
func (p *pipe) open() error {
	if p.encoder != nil {
		return nil
	}
	out, err := os.OpenFile(os.Getenv(protocol.GONB_PIPE_ENV), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	back, err := os.Open(os.Getenv(protocol.GONB_PIPE_BACK_ENV))
	if err != nil {
		_ = out.Close()
		return err
	}
	p.encoder, p.answers = gob.NewEncoder(out), make(chan int, 1)
	go func() {
		defer close(p.answers)
		for decoder := gob.NewDecoder(back); ; {
			var answer protocol.CommValue
			if decoder.Decode(&answer) != nil {
				return
			}
			if n, ok := answer.Value.(int); ok && answer.Address == protocol.GonbuiSyncAckAddress {
				p.answers <- n
			}
		}
	}()
	return nil
}

// show sends one output and waits until the notebook has it.
func (p *pipe) show(data *protocol.DisplayData) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.broken {
		return
	}
	if name := mark(p.syncs + 1); name != "" {
		data.Metadata = maps.Clone(data.Metadata)
		if data.Metadata == nil {
			data.Metadata = map[string]any{}
		}
		data.Metadata[MarkKey] = name
	}
	p.broken = p.open() != nil || p.encoder.Encode(data) != nil || !p.sync()
}

// sync asks GoNB to answer, which it does when it has handed on everything that came before. It waits as long as GoNB lives,
// whose end closes the pipe: of a program that ended meanwhile, GoNB would die as it answers.
func (p *pipe) sync() bool {
	p.syncs++
	if p.encoder.Encode(&protocol.DisplayData{Data: map[protocol.MIMEType]any{
		protocol.MIMECommValue: &protocol.CommValue{Address: protocol.GonbuiSyncAddress, Value: p.syncs},
	}}) != nil {
		return false
	}
	for n := range p.answers {
		if n == p.syncs {
			return true
		}
	}
	return false
}
