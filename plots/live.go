package plots

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"time"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Live is a cost curve that is drawn while a network learns. LiveCost starts one.
type Live struct {
	iterations int
	options    options
	at         []float64 // the iterations noted
	costs      []float64
	started    time.Time
	output     display.Live
}

// LiveCost starts a cost curve for a training of so many iterations. Note the cost in each with Add, or in every hundredth
// as you like; it is redrawn at most ten times a second, so that the training is hardly slower. Done draws the figure that
// stays. It heeds Title and LogScale.
//
//	live := plots.LiveCost(iterations)
//	for i := range iterations {
//		…
//		live.Add(i, cost)
//	}
//	live.Done()
func LiveCost(iterations int, options ...Option) *Live {
	return &Live{iterations: iterations, options: heed("LiveCost", options, "LogScale"), started: time.Now()}
}

var (
	liveProgress = words.T("iteration %s of %s · cost %s · %s left", "%s / %s 回目 · コスト %s · 残り約 %s")
	liveDone     = words.T("%s iterations in %s · final cost %s", "%s 回の繰り返し（%s）· 最後のコスト %s")
	liveStopped  = words.T("stopped after iteration %s of %s, %s · cost %s", "%s / %s 回目で終了（%s）· コスト %s")
)

// Add notes the cost of iteration i (from 0), and redraws the curve if the last drawing is old enough.
func (l *Live) Add(i int, cost float64) {
	l.at = append(l.at, float64(i))
	l.costs = append(l.costs, cost)
	if !display.InNotebook() || !l.output.Due() {
		return
	}
	done := i + 1
	spent := time.Since(l.started)
	left := time.Duration(float64(spent) / float64(done) * float64(max(l.iterations-done, 0)))
	f := l.figure(liveProgress.Fill(thousands(done), thousands(l.iterations), fixed(cost, 6), duration(left)))
	l.output.Update(f.html(), f.words())
}

// Done draws the figure that stays. Without it the last drawing of Add is what is left.
func (l *Live) Done() {
	f := l.figure(l.status())
	l.output.Final(f.html(), f.words())
}

// Close takes the curve away and leaves a line that says how the training has ended: for where the costs are drawn once more, which would
// be the same figure twice.
func (l *Live) Close() {
	said := l.status().String()
	l.output.Final(display.Lines(said), said+"\n")
}

// MarshalBinary returns the costs so far and the time that they took, so that a training that was stopped goes on with its curve,
// as lessons.Steps sees to. It never fails.
func (l *Live) MarshalBinary() ([]byte, error) {
	data := binary.LittleEndian.AppendUint64(nil, uint64(time.Since(l.started)))
	for i := range l.at {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(l.at[i]))
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(l.costs[i]))
	}
	return data, nil
}

// UnmarshalBinary gives a curve the costs that MarshalBinary has written. On an error it stays as it was.
func (l *Live) UnmarshalBinary(data []byte) error {
	if len(data)%16 != 8 {
		return errors.New("no costs of a training")
	}
	l.started = time.Now().Add(-time.Duration(binary.LittleEndian.Uint64(data)))
	l.at, l.costs = nil, nil
	for data = data[8:]; len(data) > 0; data = data[16:] {
		l.at = append(l.at, math.Float64frombits(binary.LittleEndian.Uint64(data)))
		l.costs = append(l.costs, math.Float64frombits(binary.LittleEndian.Uint64(data[8:])))
	}
	return nil
}

// status is how the training has ended.
func (l *Live) status() words.Text {
	n := len(l.costs)
	if n == 0 {
		return noCosts
	}
	done, spent := int(l.at[n-1])+1, duration(time.Since(l.started))
	if l.iterations > done { // the last cost stands for the iterations up to the next one, too
		done = min(done-1+step(l.at), l.iterations)
	}
	if l.iterations > done {
		return liveStopped.Fill(thousands(done), thousands(l.iterations), spent, fixed(l.costs[n-1], 6))
	}
	return liveDone.Fill(thousands(done), spent, fixed(l.costs[n-1], 6))
}

// step is the distance between the iterations that are noted.
func step(at []float64) int {
	if len(at) < 2 {
		return 1
	}
	return int(at[len(at)-1] - at[len(at)-2])
}

// figure is the curve so far, on an axis as long as the whole training.
func (l *Live) figure(status words.Text) figure {
	f := costCurve([]series{{at: l.at, costs: l.costs}}, l.iterations-1, l.options)
	note := f.note
	f.note = status.String()
	if note != "" {
		f.note = andNote.Fill(status, note).String()
	}
	return f
}

// thousands writes a count with its digits in groups of three.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// duration says how long, as precisely as it is of use.
func duration(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return words.T("%.1f s", "%.1f 秒").Fill(d.Seconds()).String()
	case d < 90*time.Second:
		return words.T("%.0f s", "%.0f 秒").Fill(d.Seconds()).String()
	}
	return words.T("%d min %d s", "%d 分 %d 秒").Fill(int(d.Minutes()), int(d.Seconds())%60).String()
}
