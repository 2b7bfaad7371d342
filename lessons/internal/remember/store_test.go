package remember

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func TestStoreKnowsHowLongItTookLastTime(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	s := open("my network", "k1")
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		t.Fatal(err)
	}
	if s.last() != 0 {
		t.Errorf("before the first time: %v", s.last())
	}
	if err := s.write(reflect.ValueOf(1.5), 3*time.Second); err != nil {
		t.Fatal(err)
	}
	if err := open("my network", "k2").write(reflect.ValueOf(2.5), 5*time.Second); err != nil {
		t.Fatal(err)
	}
	if err := open("another", "k1").write(reflect.ValueOf(2.5), 9*time.Second); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(open("my network", "k3").path, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := open("my network", "k4").last(); got != 5*time.Second {
		t.Errorf("last time took %v; want 5s", got)
	}
}

// TestAnEmptySliceStaysOne: nil is another value, also in a field.
func TestAnEmptySliceStaysOne(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	type trained struct{ Costs, None []float64 }
	s := open("costs", "k1")
	if err := s.write(reflect.ValueOf(trained{Costs: []float64{}}), time.Second); err != nil {
		t.Fatal(err)
	}
	var got trained
	if err := s.read(reflect.ValueOf(&got).Elem()); err != nil || got.Costs == nil || got.None != nil {
		t.Errorf("got %#v, %v; want an empty slice and a nil one", got, err)
	}
}

// TestNoLockIsLeft: not by a computation that ended, and not by one that was killed.
func TestNoLockIsLeft(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	killed := filepath.Join(filepath.Dir(open("x", "k").path), locksName, "killed-k0")
	if err := os.MkdirAll(filepath.Dir(killed), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(killed, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open("x", "k1")
	unlock, err := s.lock()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write(reflect.ValueOf(1.5), time.Second); err != nil {
		t.Fatal(err)
	}
	unlock()
	if left, _ := os.ReadDir(filepath.Dir(killed)); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}
