// Package judge is the judge of one kernel. It lives outside of the cells' programs, in the kernel's process, and hears them
// through a socket in a private folder.
package judge

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"nekonote/kernel/lectures"
	"nekonote/kernel/process"
	"nekonote/kernel/scratch"
	"nekonote/lessons"
	"nekonote/lessons/weeks"
)

// Judge hears the cells' programs of one kernel.
type Judge struct {
	room   string
	socket net.Listener
	court  *lessons.Court

	mu     sync.Mutex
	engine func() (folder string, processes []process.Process)
	cells  string              // what the cells declare
	stop   bool                // whether the cell that runs is being stopped
	found  []lessons.Judgement // since they were taken
}

// Start begins to hear. Until Engine is called, nothing is known of the cells' sources, and no program is ended.
func Start() (*Judge, error) {
	if err := process.Undumpable(); err != nil {
		return nil, err
	}
	room, err := scratch.Make("judge-")
	if err != nil {
		return nil, err
	}
	socket, err := net.Listen("unix", filepath.Join(room, "s"))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	j := &Judge{room: room, socket: socket}
	j.court = &lessons.Court{Entries: weeks.Course(), Program: j.program, Cells: j.declared, Judged: j.judged, Stopped: j.stopped, End: j.end,
		Lecture: lectures.Cell}
	go func() { _ = j.court.Serve(socket) }()
	return j, nil
}

// Close ends the hearings.
func (j *Judge) Close() {
	_ = j.socket.Close()
	_ = os.RemoveAll(j.room)
}

// Environ is what a cell's program must have in its environment to find the judge.
func (j *Judge) Environ() string { return lessons.SocketVariable + "=" + j.socket.Addr().String() }

// Engine says how to find GoNB's folder, where the programs of cells are composed, and the processes that it has started.
func (j *Judge) Engine(of func() (folder string, processes []process.Process)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.engine = of
}

// Cells says what the cells declare while the next one runs, as the text of a Go file.
func (j *Judge) Cells(text string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.cells, j.stop = text, false
}

// Stop says that the learner stops the cell that runs.
func (j *Judge) Stop() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.stop = true
}

func (j *Judge) stopped() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.stop
}

func (j *Judge) declared() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.cells
}

// settling is how long a cell that is over may wait for the judge to explain its program's death.
const settling = 5 * time.Second

// Take returns the verdicts since the last call, those that are under way included.
func (j *Judge) Take() []lessons.Judgement {
	j.court.Wait(time.After(settling))
	j.mu.Lock()
	defer j.mu.Unlock()
	found := j.found
	j.found = nil
	return found
}

func (j *Judge) judged(found lessons.Judgement) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.found = append(j.found, found)
}

func (j *Judge) now() (folder string, processes []process.Process) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.engine == nil {
		return "", nil
	}
	return j.engine()
}

// program is the program that GoNB composed last.
func (j *Judge) program() (file, text string) {
	folder, _ := j.now()
	paths, _ := filepath.Glob(filepath.Join(folder, "gonb_*", "main.go")) // the pattern is right
	if folder == "" || len(paths) == 0 {
		return "", ""
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		return "", ""
	}
	return paths[0], string(data)
}

// end ends a program that says that it is pid, if it is one of the engine's.
func (j *Judge) end(pid int) {
	_, processes := j.now()
	for _, p := range processes {
		if p.PID == pid {
			if found, err := os.FindProcess(pid); err == nil {
				_ = found.Kill()
			}
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
