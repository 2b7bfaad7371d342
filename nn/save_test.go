package nn

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"nekonote/nn/version"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func someModels() map[string][2]Model { // each with another one of its kind to load into
	Seed(5)
	deep, two := NewDeep(4, 3, 2, 1), NewTwoLayer(4, 3, 1)
	deep.Layers[1].G, two.G = LeakyReLU, ReLU
	deep.Layers[0].W.Dense().Set(0, 0, math.NaN()) // even what went wrong is saved as it is
	deep.Layers[0].W.Dense().Set(0, 1, math.Copysign(0, -1))
	return map[string][2]Model{
		"logistic": {&LogisticRegression{W: Randn(4, 1), B: Randn(1, 1)}, &LogisticRegression{}},
		"two":      {two, NewTwoLayer(1, 1, 1)},
		"deep":     {deep, &Deep{}},
		"classes":  {NewClassifier(4, 3, 3), NewClassifier(2, 2)},
		"pictures": {NewConvolutional(Picture{4, 5, 2}, 2, []int{2}, 3, 2), NewConvolutional(Picture{3, 3, 1}, 1, []int{1}, 2)},
	}
}

// exactly returns all of a model's numbers, exactly.
func exactly(model Model) (list []uint64) {
	for _, p := range model.parameters() {
		for _, x := range p.value.values() {
			list = append(list, math.Float64bits(x))
		}
	}
	return list
}

func TestWhatIsLoadedIsWhatWasSaved(t *testing.T) {
	for name, m := range someModels() {
		path := filepath.Join(t.TempDir(), "model.json")
		for range 2 { // the second time over the first
			if err := Save(path, m[0]); err != nil {
				t.Fatal(err)
			}
		}
		if err := Load(path, m[1]); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		a, b := exactly(m[0]), exactly(m[1])
		if len(a) == 0 || len(a) != len(b) {
			t.Fatalf("%s: %d numbers became %d", name, len(a), len(b))
		}
		for k := range a {
			if a[k] != b[k] {
				t.Fatalf("%s: number %d changed", name, k)
			}
		}
		if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
			t.Errorf("%s: Save left %v", name, files)
		}
	}
	deep := someModels()["deep"]
	var buffer bytes.Buffer
	if err := errors.Join(Write(&buffer, deep[0]), Read(&buffer, deep[1])); err != nil || deep[1].(*Deep).Layers[1].G != LeakyReLU {
		t.Errorf("the activation was lost (%v)", err)
	}
}

// Every truncated, changed or foreign file is a LoadError with a reason in both languages, and leaves the model alone.
func TestBrokenFilesAreErrors(t *testing.T) {
	for name, m := range someModels() {
		var buffer bytes.Buffer
		if err := Write(&buffer, m[0]); err != nil {
			t.Fatal(err)
		}
		whole := buffer.String()
		before := exactly(m[1])
		if !strings.Contains(whole, `"nekonote":"`+version.Number+`"`) {
			t.Errorf("%s: the file does not say which Nekonote saved it", name)
		}
		broken := map[string]string{
			"empty": "", "null": "null", "a list": "[1]", "a picture": "\x89PNG\r\n", "foreign": `{"format":"x"}`,
			"no parameters": `{"format":"nekonote model","version":1,"model":"deep","activations":["relu"]}`,
			"newer":         strings.Replace(whole, `"version":1`, `"version":2`, 1),
			"another kind":  strings.Replace(whole, `"model":"`, `"model":"other `, 1),
			"more rows":     strings.Replace(whole, `"rows":`, `"rows":1`, 1),
			"no columns":    strings.ReplaceAll(whole, `"cols":`, `"cols":0,"was":`),
			"negative":      strings.Replace(whole, `"rows":`, `"rows":-`, 1),
			"huge":          strings.Replace(whole, `"rows":`, `"rows":4611686018427387905`, 1),
			"other sum":     strings.Replace(whole, `"checksum":`, `"checksum":1`, 1),
			"other names":   strings.ReplaceAll(whole, `"name":"`, `"name":"x`),
		}
		if name != "logistic" {
			broken["activation"] = strings.Replace(whole, `relu"`, `swish"`, 1)
		}
		for cut := range len(whole) - 2 {
			broken[fmt.Sprintf("cut at %d", cut)] = whole[:cut]
		}
		for what, text := range broken {
			err := Read(strings.NewReader(text), m[1])
			var e *LoadError
			if !errors.As(err, &e) || e.Words().Empty() {
				t.Errorf("%s, %s: error %v, want a LoadError", name, what, err)
			}
		}
		after := exactly(m[1])
		if len(after) != len(before) {
			t.Errorf("%s: a broken file changed the model", name)
		}
	}
	err := Load(filepath.Join(t.TempDir(), "none.json"), &Deep{})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("a missing file gives %v", err)
	}
}

// Layers that do not fit one another are damage, even if every sum is right.
func TestLayersMustFit(t *testing.T) {
	bad := NewDeep(4, 3, 1)
	bad.Layers[1].W = Zeros(1, 5)
	var buffer bytes.Buffer
	if err := Write(&buffer, bad); err != nil {
		t.Fatal(err)
	}
	if err := Read(&buffer, &Deep{}); err == nil || !strings.Contains(err.Error(), "W2 is 1×5") {
		t.Errorf("a W2 that does not fit gives %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, m := range someModels() {
		var buffer bytes.Buffer
		if err := Write(&buffer, m[0]); err != nil {
			f.Fatal(err)
		}
		f.Add(buffer.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, m := range []Model{&LogisticRegression{}, &TwoLayer{}, &Deep{}, &Classifier{}, &Convolutional{}} {
			if Read(bytes.NewReader(data), m) != nil {
				continue
			}
			var buffer bytes.Buffer // what could be read must be whole: it can be written, and be read as the same
			if err := Write(&buffer, m); err != nil || !json.Valid(buffer.Bytes()) {
				t.Errorf("%q was read, but cannot be written: %v", data, err)
			}
		}
	})
}
