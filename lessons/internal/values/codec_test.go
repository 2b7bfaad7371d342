package values

import (
	"math"
	"reflect"
	"testing"
	"time"

	"nekonote/nn"
)

type everything struct {
	W       nn.Matrix
	None    nn.Matrix
	N       int
	U       uint8
	X, NaN  float64
	Small   float32
	Z       complex128
	Yes     bool
	Said    string
	Costs   []float64
	Empty   []float64
	Nil     []float64
	Pairs   [2]int
	Grads   map[string]nn.Matrix
	Empties map[string]int
	Next    *everything
	At      time.Time
	hidden  int
}

func full() everything {
	return everything{
		W: nn.Rows([][]float64{{1, 2}, {3, math.Inf(-1)}}), N: -7, U: 200, X: 0.1, NaN: math.NaN(), Small: 1.5, Z: 1 + 2i, Yes: true, Said: "猫",
		Costs: []float64{1, 2}, Empty: []float64{}, Pairs: [2]int{1, 2}, Grads: map[string]nn.Matrix{"b": nn.Row(1), "a": nn.Column(1, 2)},
		Empties: map[string]int{}, Next: &everything{N: 3}, At: time.Unix(1e9, 5).UTC(), hidden: 1,
	}
}

func TestValuesComeBackAsTheyWere(t *testing.T) {
	was := full()
	data, err := Encode(reflect.ValueOf(was))
	if err != nil {
		t.Fatal(err)
	}
	var got everything
	if err := Decode(data, reflect.ValueOf(&got).Elem()); err != nil {
		t.Fatal(err)
	}
	if !math.IsNaN(got.NaN) || got.hidden != 0 {
		t.Errorf("NaN came back as %v, what is hidden as %d", got.NaN, got.hidden)
	}
	was.NaN, got.NaN, was.hidden = 0, 0, 0
	if !reflect.DeepEqual(got, was) {
		t.Errorf("got %+v\nwant %+v", got, was)
	}
	if got.Empty == nil || got.Empties == nil || got.Nil != nil {
		t.Error("an empty slice or map came back as nil, or the other way round")
	}
	again, _ := Encode(reflect.ValueOf(got))
	was.NaN = 0
	first, _ := Encode(reflect.ValueOf(was))
	if string(again) != string(first) {
		t.Error("equal values give different bytes")
	}
}

func TestWhatCannotBeWrittenIsNamed(t *testing.T) {
	type ring struct{ Next *ring }
	round := &ring{}
	round.Next = round
	for _, v := range []any{func() {}, make(chan int), []any{1}, struct{ F func() }{}, round} {
		if _, err := Encode(reflect.ValueOf(v)); err == nil {
			t.Errorf("%T was written", v)
		}
	}
}

// FuzzDecode: bytes of whatever origin are read or refused.
func FuzzDecode(f *testing.F) {
	data, err := Encode(reflect.ValueOf(full()))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte{1, 255, 255, 255, 255, 255, 255, 255, 255, 127})
	f.Fuzz(func(t *testing.T, data []byte) {
		var got everything
		if Decode(data, reflect.ValueOf(&got).Elem()) != nil {
			return
		}
		if _, err := Encode(reflect.ValueOf(got)); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
	})
}
