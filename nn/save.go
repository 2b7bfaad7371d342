package nn

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"

	"nekonote/nn/words"
)

// A saved model is a JSON object, readable from any language:
//
//	{"format": "nekonote model", "version": 1,
//	 "model": "deep",                         or "logistic regression", "two layers"
//	 "activations": ["relu", "sigmoid"],      one for each layer; of "two layers" the hidden one's only
//	 "parameters": [{"name": "W1", "rows": 20, "cols": 12288, "numbers": "…"}, …],
//	 "checksum": 1234567}
//
// numbers holds the matrix row by row, each number as the 8 bytes of an IEEE 754 double, little-endian, all in base64:
// what is loaded is what was saved, to the bit. checksum is the CRC-32 (IEEE) of all those bytes in order. In numpy:
// np.frombuffer(base64.b64decode(p["numbers"])).reshape(p["rows"], p["cols"]).
type savedModel struct {
	Format      string        `json:"format"`
	Version     int           `json:"version"`
	Model       string        `json:"model"`
	Activations []Activation  `json:"activations"`
	Parameters  []savedMatrix `json:"parameters"`
	Checksum    uint32        `json:"checksum"`
}

type savedMatrix struct {
	Name    string `json:"name"`
	Rows    int    `json:"rows"`
	Cols    int    `json:"cols"`
	Numbers []byte `json:"numbers"`
}

const (
	saveFormat  = "nekonote model"
	saveVersion = 1
)

// LoadError is why a file or stream could not be loaded as a model.
type LoadError struct {
	Path   string     // the file; empty for a stream
	Reason words.Text // what is wrong, and what to do
	Err    error      // what lies below, if anything
}

// Words says so in both languages.
func (e *LoadError) Words() words.Text {
	if e.Path == "" {
		return words.T("the model cannot be loaded: %s", "モデルを読み込めません：%s").Fill(e.Reason)
	}
	return words.T("%s cannot be loaded: %s", "%s を読み込めません：%s").Fill(e.Path, e.Reason)
}

// Error says the same in the learner's language.
func (e *LoadError) Error() string { return e.Words().String() }

// Unwrap returns what lies below, so that errors.Is(err, fs.ErrNotExist) works.
func (e *LoadError) Unwrap() error { return e.Err }

// Save writes the model's parameters to a file. An older file of that name is replaced only when the new one is whole.
func Save(path string, model Model) error {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // does nothing once it has its own name
	if err := errors.Join(Write(file, model), file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// Load reads parameters that Save has written into a model of the same kind, whatever its sizes were. If that fails, it
// returns a *LoadError, and the model is left as it was.
func Load(path string, model Model) error {
	file, err := os.Open(path)
	if err != nil {
		return &LoadError{Path: path, Err: err,
			Reason: words.T("there is no such file, or it may not be read; check the name, and the folder you are in", "ファイルがないか、読み取れません。名前と、今いるフォルダーを確かめてください")}
	}
	defer file.Close()
	err = Read(file, model)
	if e := (*LoadError)(nil); errors.As(err, &e) {
		e.Path = path
	}
	return err
}

// Write is Save to a stream.
func Write(w io.Writer, model Model) error {
	s := model.saved()
	s.Format, s.Version = saveFormat, saveVersion
	for _, p := range model.parameters() {
		n, m := p.value.Dims()
		numbers := make([]byte, 0, 8*n*m)
		for _, x := range p.value.values() {
			numbers = binary.LittleEndian.AppendUint64(numbers, math.Float64bits(x))
		}
		s.Parameters = append(s.Parameters, savedMatrix{p.name, n, m, numbers})
		s.Checksum = crc32.Update(s.Checksum, crc32.IEEETable, numbers)
	}
	return json.NewEncoder(w).Encode(s)
}

// Read is Load from a stream.
func Read(r io.Reader, model Model) error {
	var s savedModel
	if err := json.NewDecoder(r).Decode(&s); err != nil || s.Format != saveFormat {
		return &LoadError{Err: err, Reason: words.T("it is not a whole file of a saved model; save the model again", "保存されたモデルの完全なファイルではありません。モデルを保存し直してください")}
	}
	if s.Version != saveVersion {
		return &LoadError{Reason: words.T("it was saved in version %d of the format, this Nekonote reads version %d; use the Nekonote that saved it", "形式のバージョンが %d です。この Nekonote が読めるのは %d です。保存したときの Nekonote を使ってください").Fill(s.Version, saveVersion)}
	}
	if want := model.saved().Model; s.Model != want {
		return &LoadError{Reason: words.T("it holds the model %q, not %q; load it into a variable of its own kind", "入っているモデルは %q で、%q ではありません。同じ種類の変数に読み込んでください").Fill(s.Model, want)}
	}
	err := s.intact()
	if err == nil {
		err = model.restore(s)
	}
	if err != nil {
		return &LoadError{Err: err, Reason: words.T("it is damaged (%v); save the model again", "壊れています（%v）。モデルを保存し直してください").Fill(err)}
	}
	return nil
}

// intact reports whether all numbers are there and have not changed.
func (s savedModel) intact() error {
	sum := uint32(0)
	for _, p := range s.Parameters {
		if p.Rows < 1 || p.Cols < 1 || len(p.Numbers)%8 != 0 || len(p.Numbers)/8/p.Cols != p.Rows || len(p.Numbers)/8%p.Cols != 0 {
			return fmt.Errorf("%s: %d bytes for %d×%d numbers", p.Name, len(p.Numbers), p.Rows, p.Cols)
		}
		sum = crc32.Update(sum, crc32.IEEETable, p.Numbers)
	}
	if sum != s.Checksum {
		return fmt.Errorf("checksum %d instead of %d", sum, s.Checksum)
	}
	for _, g := range s.Activations {
		if !g.known() {
			return g.unknown()
		}
	}
	return nil
}

// fill puts the saved matrices into the parameters, whose names must be the same.
func (s savedModel) fill(parameters []parameter) error {
	if len(s.Parameters) != len(parameters) {
		return fmt.Errorf("%d parameters instead of %d", len(s.Parameters), len(parameters))
	}
	for k, p := range s.Parameters {
		if p.Name != parameters[k].name {
			return fmt.Errorf("parameter %s instead of %s", p.Name, parameters[k].name)
		}
		out := Zeros(p.Rows, p.Cols)
		for i, x := 0, out.values(); i < len(x); i++ {
			x[i] = math.Float64frombits(binary.LittleEndian.Uint64(p.Numbers[8*i:]))
		}
		*parameters[k].value = out
	}
	return nil
}

// chained reports whether the layers fit one another: W1, b1, W2, b2 … with each b n×1 and each W n×n_prev.
func chained(parameters []parameter) error {
	for k := 0; k < len(parameters); k += 2 {
		W, b := shape(*parameters[k].value), shape(*parameters[k+1].value)
		if b != [2]int{W[0], 1} || k > 0 && W[1] != shape(*parameters[k-2].value)[0] {
			return fmt.Errorf("%s is %d×%d, which does not fit what is around it", parameters[k].name, W[0], W[1])
		}
	}
	return nil
}

func (p *LogisticRegression) saved() savedModel { return savedModel{Model: "logistic regression"} }

func (p *LogisticRegression) restore(s savedModel) error {
	var q LogisticRegression
	if err := s.fill(q.parameters()); err != nil {
		return err
	}
	if shape(q.W)[1] != 1 || shape(q.B) != [2]int{1, 1} {
		return errors.New("w is not a column, or b not 1×1")
	}
	*p = q
	return nil
}

func (p *TwoLayer) saved() savedModel {
	return savedModel{Model: "two layers", Activations: []Activation{p.G}}
}

func (p *TwoLayer) restore(s savedModel) error {
	if len(s.Activations) != 1 {
		return fmt.Errorf("%d activations instead of 1", len(s.Activations))
	}
	q := TwoLayer{G: s.Activations[0]}
	if err := s.fill(q.parameters()); err != nil {
		return err
	}
	if err := chained(q.parameters()); err != nil {
		return err
	}
	*p = q
	return nil
}

func (p *Deep) saved() savedModel {
	s := savedModel{Model: "deep"}
	for _, l := range p.Layers {
		s.Activations = append(s.Activations, l.G)
	}
	return s
}

func (p *Deep) restore(s savedModel) error {
	var q Deep
	for _, g := range s.Activations {
		q.Layers = append(q.Layers, Layer{G: g})
	}
	if err := s.fill(q.parameters()); err != nil {
		return err
	}
	if err := chained(q.parameters()); err != nil {
		return err
	}
	*p = q
	return nil
}
