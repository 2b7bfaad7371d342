package plots

import (
	"io"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"nekonote/nn/words"
)

// TestLiveSays what a training that took two seconds, by a clock that goes as fast here as on any machine, leaves behind: a figure, or
// one line.
func TestLiveSays(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	for name, c := range map[string]struct {
		end  func(*Live)
		want string
	}{
		"Done":  {(*Live).Done, "Training\ncost 0.690000 at iteration 0, 0.400000 at iteration 2; lowest 0.400000 at iteration 2\n3 iterations in 2.0 s · final cost 0.400000\n"},
		"Close": {(*Live).Close, "3 iterations in 2.0 s · final cost 0.400000\n"},
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		stdout := os.Stdout
		os.Stdout = write
		synctest.Test(t, func(*testing.T) {
			live := LiveCost(3, Title("Training"))
			for i, cost := range []float64{0.69, 0.5, 0.4} {
				live.Add(i, cost)
			}
			time.Sleep(2 * time.Second)
			c.end(live)
		})
		os.Stdout = stdout
		_ = write.Close()
		if said, err := io.ReadAll(read); err != nil || string(said) != c.want {
			t.Errorf("%s prints %q (%v), want %q", name, said, err, c.want)
		}
	}
}
