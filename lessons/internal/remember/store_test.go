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
