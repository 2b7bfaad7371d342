package journal

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

func event(id string, outcome verdict.Outcome, points int) Event {
	return Event{Time: time.Unix(1e9, 0).UTC(), ID: id, Kind: Checked, Outcome: outcome, Points: points, Max: 10}
}

func journalPath(folder string) string { return filepath.Join(folder, FileName) }

func TestJournalGivesBackWhatWasNoted(t *testing.T) {
	folder := filepath.Join(t.TempDir(), ".nekonote")
	if events, damaged, err := Read(folder); len(events) != 0 || damaged != 0 || err != nil {
		t.Errorf("no journal: %v, %d, %v; want nothing", events, damaged, err)
	}
	want := []Event{event("week2/sigmoid", verdict.Incorrect, 0), event("week2/sigmoid", verdict.Correct, 10)}
	for _, e := range want {
		if err := Append(folder, e); err != nil {
			t.Fatal(err)
		}
	}
	if events, damaged, err := Read(folder); !reflect.DeepEqual(events, want) || damaged != 0 || err != nil {
		t.Errorf("read %v, %d, %v; want %v", events, damaged, err, want)
	}
}

// TestJournalSurvivesAnyCut cuts the file at each byte, as a kill or a full disk would, and goes on.
func TestJournalSurvivesAnyCut(t *testing.T) {
	folder := t.TempDir()
	for i := range 3 {
		if err := Append(folder, event(fmt.Sprint("week2/e", i), verdict.Correct, i)); err != nil {
			t.Fatal(err)
		}
	}
	whole, err := os.ReadFile(journalPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		if err := os.WriteFile(journalPath(folder), whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		complete := strings.Count(string(whole[:cut]), "\n")
		if err := Append(folder, event("week2/last", verdict.Correct, 9)); err != nil {
			t.Fatal(err)
		}
		events, damaged, err := Read(folder)
		if err != nil || len(events) < complete+1 || events[len(events)-1].ID != "week2/last" {
			t.Fatalf("cut at %d: %d events, %v; want at least %d and the last", cut, len(events), err, complete+1)
		}
		if torn := cut > 0 && whole[cut-1] != '\n' && whole[cut] != '\n'; torn != (damaged == 1) {
			t.Errorf("cut at %d: %d damaged lines; torn: %v", cut, damaged, torn)
		}
	}
}

func TestJournalSkipsWhatIsDamaged(t *testing.T) {
	folder := t.TempDir()
	for i := range 3 {
		if err := Append(folder, event(fmt.Sprint("week2/e", i), verdict.Correct, i)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(journalPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(journalPath(folder), data, 0o600); err != nil {
		t.Fatal(err)
	}
	if events, damaged, err := Read(folder); len(events) != 2 || damaged != 1 || err != nil {
		t.Errorf("one bit turned: %d events, %d damaged, %v; want 2, 1", len(events), damaged, err)
	}
}

// TestJournalTakesManyWritersAtOnce runs writers in processes of their own, one of which is killed again and again.
func TestJournalTakesManyWritersAtOnce(t *testing.T) {
	if folder := os.Getenv("NEKONOTE_TEST_WRITER"); folder != "" {
		for {
			if Append(folder, event("week2/killed", verdict.Incorrect, 0)) != nil {
				return
			}
		}
	}
	folder := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var writers sync.WaitGroup
	for w := range 4 {
		writers.Go(func() {
			for i := range 25 {
				if err := Append(folder, event(fmt.Sprintf("week2/w%d-%d", w, i), verdict.Correct, 1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 3 {
		cmd := exec.Command(program, "-test.run=TestJournalTakesManyWritersAtOnce")
		cmd.Env = append(os.Environ(), "NEKONOTE_TEST_WRITER="+folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(30 * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	writers.Wait()
	events, damaged, err := Read(folder)
	count := 0
	for _, e := range events {
		if strings.HasPrefix(e.ID, "week2/w") {
			count++
		}
	}
	if err != nil || count != 100 || damaged > 3 {
		t.Errorf("%d of 100 events, %d damaged, %v", count, damaged, err)
	}
}

// TestJournalOnAFullDisk limits the size of files, which fails a write half way as a full disk does.
func TestJournalOnAFullDisk(t *testing.T) {
	if folder := os.Getenv("NEKONOTE_TEST_FULL"); folder != "" {
		if err := Append(folder, event("week2/full", verdict.Correct, 1)); err == nil {
			t.Error("a write to a full disk succeeded")
		}
		return
	}
	folder := t.TempDir()
	for i := range 12 {
		if err := Append(folder, event(fmt.Sprint("week2/e", i), verdict.Correct, i)); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.ReadFile(journalPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	blocks := len(before)/1024 + 1 // ulimit -f counts blocks of 1024 bytes
	if len(before)%1024 < 900 {
		pad := 1024 - len(before)%1024 - 60 // leave room for half a line only
		before = append(before, []byte(strings.Repeat("x", pad-1)+"\n")...)
		if err := os.WriteFile(journalPath(folder), before, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("bash", "-c", fmt.Sprintf(`ulimit -f %d && trap "" XFSZ && exec "$0" -test.run=TestJournalOnAFullDisk`, blocks), program)
	cmd.Env = append(os.Environ(), "NEKONOTE_TEST_FULL="+folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	after, err := os.ReadFile(journalPath(folder))
	if err != nil || string(after) != string(before) {
		t.Errorf("the journal has %d bytes after a failed write, %v; want %d, unchanged", len(after), err, len(before))
	}
}

func TestStandingsFoldTheJournal(t *testing.T) {
	first, second := event("week2/sigmoid", verdict.Correct, 10), event("week2/sigmoid", verdict.Incorrect, 0)
	second.Time = first.Time.Add(time.Hour)
	events := []Event{
		event("week2/sigmoid", verdict.NotAttempted, 0), event("week2/sigmoid", verdict.Almost, 0),
		{ID: "week2/sigmoid", Kind: Hinted, Step: 1}, {ID: "week2/sigmoid", Kind: Hinted, Step: 2},
		first, second, {ID: "week2/sigmoid", Kind: Revealed},
	}
	got := Standings(events)["week2/sigmoid"]
	want := Standing{ID: "week2/sigmoid", Attempts: 3, Outcome: verdict.Correct, Points: 10, Max: 10, Hints: 2, Solution: true, Correct: &first.Time}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("standing %+v; want %+v", got, want)
	}
	all := Overviews([]Item{{ID: "week9/total", Week: "week9", Title: words.T("Sum", "和"), Points: 4}}, events)
	if len(all) != 1 || all[0].Next != "week9/total" || all[0].Max != 4 {
		t.Errorf("overview %+v", all)
	}
}
