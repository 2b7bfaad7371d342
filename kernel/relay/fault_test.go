package relay

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
)

// faultPoints are the messages of a cell, in their order; at each of them the engine may go wrong.
var faultPoints = []string{"busy", "input", "output", "display", "reply", "idle"}

// faulty answers a cell "//fault POINT HOW" as GoNB does, and goes wrong just before that message.
func faulty(f *wire.Front, m wire.Arrival, words []string) {
	for _, point := range faultPoints {
		answer := map[string]*wire.Message{
			"busy":    m.Answer("status", map[string]any{"execution_state": "busy"}),
			"input":   m.Answer("execute_input", map[string]any{"code": "", "execution_count": 1}),
			"output":  m.Answer("stream", map[string]any{"name": "stdout", "text": "a"}),
			"display": m.Answer("display_data", map[string]any{"data": map[string]any{"text/plain": "b"}, "metadata": map[string]any{}}),
			"reply":   m.Answer("execute_reply", map[string]any{"status": "ok", "execution_count": 1}),
			"idle":    m.Answer("status", map[string]any{"execution_state": "idle"}),
		}[point]
		if point == words[1] {
			switch words[2] {
			case "dies":
				os.Exit(3)
			case "hangs":
				stop := make(chan os.Signal, 1)
				signal.Notify(stop, os.Interrupt)
				<-stop
				signal.Reset(os.Interrupt)
			case "deaf":
				signal.Ignore(os.Interrupt)
				select {}
			case "half":
				answer.Content = answer.Content[:len(answer.Content)/2]
			case "silent":
				continue
			case "twice":
				send(f, m, point, answer)
			}
		}
		send(f, m, point, answer)
	}
}

func send(f *wire.Front, m wire.Arrival, point string, answer *wire.Message) {
	if point == "reply" {
		f.Reply(m.From, answer)
	} else {
		f.Publish(answer)
	}
}

// Wherever in a cell the engine goes wrong, and however: the cell gets one reply and one idle status, and the next one runs.
func TestTheEngineGoesWrongAtEachStepOfACell(t *testing.T) {
	t.Parallel()
	for _, how := range []string{"dies", "hangs", "deaf", "half", "silent", "twice"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			k := startFake(t)
			for _, point := range faultPoints {
				id := k.execute("//fault " + point + " " + how)
				ended := make(chan struct{})
				if how == "hangs" || how == "deaf" {
					go func() { // she presses Stop until it stops
						for {
							select {
							case <-time.After(calm / 10):
								k.send(wire.Control, "interrupt_request", map[string]any{})
							case <-ended:
								return
							}
						}
					}()
				}
				r := k.collect(id)
				close(ended)
				time.Sleep(400 * time.Millisecond) // longer than a cell that was asked for before an error is not run
				next := k.collect(k.execute("//many 2"))
				if next.stdout != "0\n1\n" {
					t.Errorf("%s at %s: %s; the next cell: %s, %s\n%s", how, point, r.all(), next.status(), next.all(), k.log)
				}
				if replies, idles := k.answersTo(id); replies > 0 || idles > 0 {
					t.Errorf("%s at %s: %d more replies and %d more idle statuses", how, point, replies, idles)
				}
			}
		})
	}
}

// answersTo counts what has come for a request since.
func (k *client) answersTo(id string) (replies, idles int) {
	for {
		select {
		case m := <-k.arrivals:
			if m.ParentID() != id {
				continue
			}
			var said struct {
				State string `json:"execution_state"`
			}
			m.Read(&said)
			if m.From == wire.Shell {
				replies++
			} else if said.State == "idle" {
				idles++
			}
		default:
			return replies, idles
		}
	}
}

// Whoever watches over the engine is killed: the engine goes with it, the cell says so, and the next one has another.
func TestKillOfTheGuard(t *testing.T) {
	k := startFake(t)
	id := k.execute("//hang")
	k.await(id, wire.IOPub, calmly)
	var guards []process.Process
	until(t, "running", func() bool {
		guards = nil
		for _, p := range process.Descendants(k.cmd.Process.Pid) {
			if p.Parent == k.cmd.Process.Pid && !isJudge(p.PID) {
				guards = append(guards, p)
			}
		}
		return len(guards) == 1
	})
	engines := process.Descendants(guards[0].PID)
	_ = syscall.Kill(guards[0].PID, syscall.SIGKILL)
	r := k.collect(id)
	if len(r.errors) != 1 || r.errors[0].Name != EngineStopped {
		t.Errorf("%s", r.all())
	}
	if r := k.run("//many 2"); r.stdout != "0\n1\n" {
		t.Errorf("the next cell: %s\n%s", r.all(), k.log)
	}
	until(t, "without the old engine", func() bool {
		for _, p := range engines {
			if syscall.Kill(p.PID, 0) == nil {
				return false
			}
		}
		return true
	})
}
