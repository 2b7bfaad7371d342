package exercisetest

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/nn"
)

// figuresFile holds the numbers of the course's figures that tests need. They are part of the repository, so that every
// clone compares with them.
const figuresFile = "nn/testdata/figures.json"

// Figures compares the published cases of a week with the course's figures.
func Figures(t *testing.T, exercises []lessons.Entry) {
	data, err := os.ReadFile(filepath.Join(root(t), figuresFile))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Functions map[string]json.RawMessage `json:"functions"`
		Later     map[string]json.RawMessage `json:"later_versions"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for _, e := range exercises {
		id := e.Info().ID
		where := e.Anatomy().Published
		if where.Key == "" {
			continue
		}
		raw := file.Functions[where.Key]
		if later, changed := file.Later[where.Key]; changed && where.Later {
			raw = later
		}
		var f figure
		if err := json.Unmarshal(raw, &f); err != nil {
			t.Errorf("%s: figures.json, %q: %v", id, where.Key, err)
			continue
		}
		if f.Exact != nil {
			f.Outputs = f.Exact
		}
		c := e.Anatomy().Cases[0]
		compare(t, id, where.Inputs, f.Inputs, c.Args)
		compare(t, id, where.Outputs, f.Outputs, c.Want)
	}
}

type figure struct {
	Inputs  map[string]any `json:"inputs"`
	Outputs map[string]any `json:"outputs"`
	Exact   map[string]any `json:"outputs_correctly_rounded"`
}

// root returns the folder of go.mod, above that of the test.
func root(t *testing.T) string {
	t.Helper()
	for dir := ".."; len(dir) < 30; dir = filepath.Join("..", dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod above the test")
	return ""
}

func compare(t *testing.T, id string, names []string, published map[string]any, ours []any) {
	t.Helper()
	if len(names) != len(ours) {
		t.Errorf("%s: %d names for %d values", id, len(names), len(ours))
		return
	}
	for i, name := range names {
		if name == "" {
			continue
		}
		var want []float64
		for _, part := range strings.Fields(name) {
			want = append(want, flat(published[part])...)
		}
		got := flat(ours[i])
		if len(want) == 0 || len(want) != len(got) {
			t.Errorf("%s: %s has %d numbers; published are %d", id, name, len(got), len(want))
			continue
		}
		for j := range want {
			if math.Abs(got[j]-want[j]) > 1e-8 {
				t.Errorf("%s: number %d of %s is %v; published is %v", id, j, name, got[j], want[j])
			}
		}
	}
}

// flat lists all numbers of a value, row by row, those of a struct field by field.
func flat(value any) []float64 {
	switch x := value.(type) {
	case nil:
		return nil
	case nn.Matrix:
		if x.IsEmpty() {
			return nil
		}
		return append([]float64(nil), x.Dense().RawMatrix().Data...)
	}
	v := reflect.ValueOf(value)
	switch {
	case v.CanFloat():
		return []float64{v.Float()}
	case v.CanInt():
		return []float64{float64(v.Int())}
	}
	var all []float64
	if v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			all = append(all, flat(v.Field(i).Interface())...)
		}
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			all = append(all, flat(v.Index(i).Interface())...)
		}
	}
	return all
}
