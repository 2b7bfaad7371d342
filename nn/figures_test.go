package nn

import (
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// The course's published figures. They lie beside the checkout, or, where they do not, in a small extract of what the
// tests of this package need: go test ./nn -run Extract -extract writes it anew.
const (
	wholeFigures = "../../shared/course/figures.json"
	extract      = "testdata/figures.json"
)

var writeExtract = flag.Bool("extract", false, "write testdata/figures.json from the whole figures")

// published is what the tests read of figures.json, and all that the extract holds.
type published struct {
	Functions map[string]call `json:"functions"`
	Later     map[string]call `json:"later_versions"`
	Models    struct {
		Logistic catModel `json:"logistic_regression"`
		TwoLayer catModel `json:"two_layer"`
		Deep     catModel `json:"five_layer"`
	} `json:"models"`
	Planar struct {
		Flower struct {
			X array `json:"X"`
		} `json:"flower"`
		Net struct {
			Costs   [][2]float64 `json:"costs_every_1000"`
			Correct int          `json:"correct_of_400"`
		} `json:"nn_model_4_hidden_10000"`
	} `json:"planar"`
	Rng struct {
		Seeds map[string]struct {
			Words       []uint32  `json:"words_uint32"`
			Rand        []float64 `json:"rand"`
			Randn       []float64 `json:"randn"`
			Permutation []int     `json:"permutation_20"`
			Mixed       []float64 `json:"mixed_randn_rand_randn_randn"`
			Last        float64   `json:"randn_index_99999"`
			Sum         float64   `json:"randn_100000_sum"`
			Squares     float64   `json:"randn_100000_sum_of_squares"`
		} `json:"seeds"`
	} `json:"rng"`
}

// call is one call of a function: what went in and what came out.
type call struct {
	Inputs         arrays `json:"inputs"`
	Outputs        arrays `json:"outputs"`
	Exact          arrays `json:"outputs_correctly_rounded,omitempty"`
	PublishedOrder arrays `json:"outputs_in_published_order,omitempty"`
}

type catModel struct {
	Costs      [][2]float64 `json:"costs_every_100,omitempty"`
	FirstCosts [][2]float64 `json:"costs_every_100_first_three,omitempty"`
	LastCost   float64      `json:"cost_after_last_update,omitempty"`
	TestWrong  []int        `json:"test_mislabelled_indices,omitempty"`
	TrainWrong []int        `json:"train_mislabelled_indices,omitempty"`
	After      *struct {
		TestWrong  []int `json:"test_mislabelled_indices"`
		TrainWrong []int `json:"train_mislabelled_indices"`
	} `json:"after_2500,omitempty"`
}

// arrays are named matrices. Where the figures have words instead of numbers ("models.two_layer") it is empty.
type arrays map[string]array

func (a *arrays) UnmarshalJSON(data []byte) error {
	var parts map[string]array
	if json.Unmarshal(data, &parts) == nil {
		*a = parts
	}
	return nil
}

// array is a Matrix written as a number, a list (a row) or a list of rows.
type array struct{ Matrix }

func (a *array) UnmarshalJSON(data []byte) error {
	var x float64
	var row []float64
	var rows [][]float64
	switch {
	case json.Unmarshal(data, &x) == nil:
		a.Matrix = Row(x)
	case json.Unmarshal(data, &row) == nil:
		a.Matrix = Row(row...)
	case json.Unmarshal(data, &rows) == nil:
		a.Matrix = Rows(rows)
	default: // a picture, a nested record: none that is compared
		var volume [][][]float64
		if json.Unmarshal(data, &volume) == nil {
			for _, rows := range volume {
				a.Matrix = ConcatRows(a.Matrix, Rows(rows))
			}
		}
	}
	return nil
}

func (a array) MarshalJSON() ([]byte, error) {
	n, m := a.Dims()
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = a.values()[i*m : (i+1)*m]
	}
	return json.Marshal(rows)
}

var readFigures = sync.OnceValues(func() (*published, error) {
	data, err := os.ReadFile(wholeFigures)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = os.ReadFile(extract)
	}
	if err != nil {
		return nil, err
	}
	figures := new(published)
	return figures, json.Unmarshal(data, figures)
})

func figures(t testing.TB) *published {
	t.Helper()
	f, err := readFigures()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The extract must say what the whole figures say, where both are there.
func TestExtractIsUpToDate(t *testing.T) {
	if _, err := os.Stat(wholeFigures); err != nil {
		t.Skip("the whole figures are not beside this checkout; the extract is what the tests read")
	}
	want, err := json.Marshal(figures(t))
	if err != nil {
		t.Fatal(err)
	}
	if *writeExtract {
		if err := os.MkdirAll(filepath.Dir(extract), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(extract, append(want, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(extract)
	if err != nil || string(got) != string(want)+"\n" {
		t.Errorf("%s differs from the figures (%v): go test ./nn -run Extract -extract", extract, err)
	}
}
