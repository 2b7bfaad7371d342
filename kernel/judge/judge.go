// Package judge is the judge of one kernel: a process of its own, in which all weeks are linked, and the kernel's end of the line
// to it.
//
// The kernel listens on a socket in a private folder. A program of a cell that connects to it is handed on to the judge (a
// descriptor and what is known of the cell), if it is the one that the engine runs for that cell and no other. The judge asks
// it for results, and sends the verdict and the card to the kernel, which shows the card. No program that a cell has started can
// speak to the judge in another way, and none can read its memory.
//
// The judge starts with the first question and ends when none has come for a while. One that dies is started again with the next
// question; what it was asked is then not judged.
package judge

import (
	"crypto/rand"
	"errors"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/scratch"
	"nekonote/lessons"
	"nekonote/lessons/weeks"
)

// Judge is the kernel's end.
type Judge struct {
	room   string
	socket *net.UnixListener
	log    *log.Logger
	update func(*Hearing, lessons.Card)

	mu       sync.Mutex
	engine   func() Engine
	cell     *Cell        // that runs
	earlier  map[int]bool // the processes that were there before it
	hearings map[int]*Hearing
	count    int
	line     *line // to the process; nil where none runs
	quiet    *time.Timer
}

// Engine says where the programs of cells come from.
type Engine struct {
	PID    int    // of GoNB, whose children they are
	Folder string // where it composes them
}

// Cell is what is known of the cell that runs.
type Cell struct {
	Declared string                   // by the cells before it and by itself, as the text of a Go file
	Pieces   map[string]gocell.Piece  // the same, as each stands in its cell
	Stale    map[string]lessons.Stale // of these, those whose newest version did not compile
	Tag      any                      // the kernel's own
	Checks   bool                     // whether it will probably ask for a verdict
	Seed     uint64                   // for random cases that are to be the same each time that the same cells are run

	over bool
}

// Start begins to listen. Until Engine and Begin are called, nobody is heard. update is told of cards that take the place of one
// that is shown.
func Start(logger *log.Logger, update func(*Hearing, lessons.Card)) (*Judge, error) {
	if err := process.Undumpable(); err != nil { // the line to the judge is in our hands
		return nil, err
	}
	room, err := scratch.Make("judge-")
	if err != nil {
		return nil, err
	}
	socket, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(room, "s"), Net: "unix"})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	j := &Judge{room: room, socket: socket, log: logger, update: update, hearings: map[int]*Hearing{}}
	go j.listen()
	return j, nil
}

// Close ends the hearings and the judge's process.
func (j *Judge) Close() {
	_ = j.socket.Close()
	_ = os.RemoveAll(j.room)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.hangUp()
}

// Environ is what a cell's program must have in its environment to find the judge.
func (j *Judge) Environ() string { return lessons.SocketVariable + "=" + j.socket.Addr().String() }

// Engine says which engine runs cells now.
func (j *Judge) Engine(of func() Engine) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.engine = of
}

// Begin says that a cell is given to the engine. Processes that are there already are none of its.
func (j *Judge) Begin(c *Cell) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.cell, j.earlier = c, map[int]bool{}
	if j.engine != nil {
		for _, p := range process.Descendants(j.engine().PID) {
			j.earlier[p.PID] = true
		}
	}
	if c.Checks {
		_, _ = j.reach() // it gets ready while the cell is compiled
	}
}

// listen takes the programs that have a question.
func (j *Judge) listen() {
	for {
		conn, err := j.socket.AcceptUnix()
		if err != nil {
			return
		}
		if err := j.take(conn); err != nil {
			j.log.Printf("a program is not heard by the judge: %v", err)
		}
		_ = conn.Close()
	}
}

var errStranger = errors.New("it is not the program of the cell that runs")

// take hands a program on to the judge.
func (j *Judge) take(conn *net.UnixConn) error {
	pid, err := process.Peer(conn)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.runs(pid) || j.earlier[pid] || j.cell == nil || j.cell.over {
		return errStranger
	}
	file, err := conn.File()
	if err != nil {
		return err
	}
	defer file.Close()
	l, err := j.reach()
	if err != nil {
		return err
	}
	j.count++
	h := &Hearing{judge: j, number: j.count, pid: pid, line: l, mark: "\x1b]" + rand.Text() + "\x07", cell: j.cell, ready: make(chan struct{}), settled: make(chan struct{})}
	h.Display = "nekonote-" + rand.Text()
	j.hearings[h.number] = h
	m := letter{Kind: hear, Hearing: h.number, Mark: h.mark, Program: filepath.Join(j.engine().Folder, programs, "main.go"), Cells: h.cell.Declared, Pieces: h.cell.Pieces, Stale: h.cell.Stale, Seed: h.cell.Seed}
	return l.say(m, file)
}

// programs is the folder in the engine's in which it composes and builds programs, as a pattern.
const programs = "gonb_*"

// runs reports whether a process is the engine's child and runs what the engine has built of a cell: a command that a cell starts
// with ! is the engine's child, too.
func (j *Judge) runs(pid int) bool {
	p, ok := process.Find(pid)
	if !ok || j.engine == nil || p.Parent != j.engine().PID {
		return false
	}
	file := process.Executable(pid)
	built, _ := filepath.Match(filepath.Join(unlinked(j.engine().Folder), programs, "gonb_*"), file)
	return built || file == "" && runtime.GOOS != "linux" // a process may keep Linux from telling what it runs; no cell's program does
}

// unlinked is a folder's path without links.
func unlinked(folder string) string {
	if path, err := filepath.EvalSymlinks(folder); err == nil {
		return path
	}
	return folder
}

// idle is how long a judge lives that nobody asks.
const idle = time.Minute

// reach returns the line to the judge's process, which it starts if none runs.
func (j *Judge) reach() (*line, error) {
	if j.quiet != nil {
		j.quiet.Stop()
	}
	j.quiet = time.AfterFunc(idle, j.rest)
	if j.line != nil {
		return j.line, nil
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	l, theirs, err := newLine()
	if err != nil {
		return nil, err
	}
	defer theirs.Close()
	cmd := exec.Command(self, Name)
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.Stderr = j.log.Writer()
	process.NewGroup(cmd) // a Stop of Jupyter's is not for it
	if err := cmd.Start(); err != nil {
		return nil, errors.Join(err, l.conn.Close())
	}
	j.line = l
	go func() {
		j.follow(l)
		_ = cmd.Wait()
	}()
	return l, nil
}

// rest ends a judge that has nothing to do.
func (j *Judge) rest() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, h := range j.hearings {
		select {
		case <-h.settled:
		default:
			j.quiet.Reset(idle)
			return
		}
	}
	clear(j.hearings)
	j.hangUp()
}

// hangUp ends the judge's process, if there is one.
func (j *Judge) hangUp() {
	if j.line != nil {
		_ = j.line.conn.Close()
		j.line = nil
	}
}

// follow takes the judge's letters until it is gone.
func (j *Judge) follow(l *line) {
	for {
		m, _, err := l.next()
		if err != nil {
			break
		}
		j.mu.Lock()
		if h := j.hearings[m.Hearing]; h != nil && h.line == l {
			h.told(m)
		}
		j.mu.Unlock()
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.line == l {
		j.log.Print("the judge has ended; the next check starts another")
		j.hangUp()
	}
	for _, h := range j.hearings {
		if h.line == l {
			h.end()
		}
	}
}

// Checks are the ids of the exercises and questions that a cell's code checks.
func Checks(code string) []string {
	var all []string
	for _, e := range weeks.Course() {
		info := e.Info()
		call, _, _ := strings.Cut(info.Call, "(")
		if info.Question {
			call = info.Call[:strings.LastIndex(info.Call, " ")] // week2.Quiz.Check(3,
		}
		if strings.Contains(code, call) && !slices.Contains(all, info.ID) {
			all = append(all, info.ID)
		}
	}
	return all
}
