package nn

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"math"
	"os"

	"nekonote/nn/files"
	"nekonote/nn/version"
	"nekonote/nn/words"
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
	return files.Replace(path, func(w io.Writer) error { return Write(w, model) })
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
	s.Format, s.Version, s.Nekonote = saveFormat, saveVersion, version.Number
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
		return &LoadError{Reason: words.T("it was saved by Nekonote %s in version %d of the format, this Nekonote %s reads version %d; use the one that saved it", "Nekonote %s が形式バージョン %d で保存したものです。この Nekonote %s が読めるのはバージョン %d です。保存したときの Nekonote を使ってください").Fill(s.by(), s.Version, version.Number, saveVersion)}
	}
	if want := model.saved().Model; s.Model != want {
		return &LoadError{Reason: words.T("it holds the model %q, not %q; load it into a variable of its own kind", "入っているモデルは「%s」で、「%s」ではありません。同じ種類の変数に読み込んでください").Fill(s.Model, want)}
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
