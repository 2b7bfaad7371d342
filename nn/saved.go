package nn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
)

// A saved model is a JSON object, readable from any language:
//
//	{"format": "nekonote model", "version": 1,
//	 "nekonote": "1.1.0",                     which Nekonote has saved it, for whoever cannot read it
//	 "model": "deep",                         or "logistic regression", "two layers", "classes", "convolutional"
//	 "picture": [8, 8, 1],                    of "convolutional" only: height, width and channels of what comes in
//	 "activations": ["relu", "sigmoid"],      one for each layer; of the others than "deep" the hidden ones only, without filters
//	 "parameters": [{"name": "W1", "rows": 20, "cols": 12288, "numbers": "…"}, …],
//	 "checksum": 1234567}
//
// numbers holds the matrix row by row, each number as the 8 bytes of an IEEE 754 double, little-endian, all in base64:
// what is loaded is what was saved, to the bit. checksum is the CRC-32 (IEEE) of all those bytes in order. In numpy:
// np.frombuffer(base64.b64decode(p["numbers"])).reshape(p["rows"], p["cols"]).
type savedModel struct {
	Format      string        `json:"format"`
	Version     int           `json:"version"`
	Nekonote    string        `json:"nekonote"`
	Model       string        `json:"model"`
	Picture     []int         `json:"picture,omitempty"`
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

// by is the version of the Nekonote that saved it; files did not say that before 1.1.
func (s savedModel) by() string {
	if s.Nekonote == "" {
		return "1.0"
	}
	return s.Nekonote
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
		if _, err := g.find(); err != nil {
			return err
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

// fillLayers is fill for the parameters of layers, which must fit one another.
func (s savedModel) fillLayers(parameters []parameter) error {
	if err := s.fill(parameters); err != nil {
		return err
	}
	return chained(parameters)
}

// layers are as many as there are activations, still without numbers.
func (s savedModel) layers() (list []Layer) {
	for _, g := range s.Activations {
		list = append(list, Layer{G: g})
	}
	return list
}

func activationsOf(layers []Layer) (list []Activation) {
	for _, l := range layers {
		list = append(list, l.G)
	}
	return list
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
	if err := s.fillLayers(q.parameters()); err != nil {
		return err
	}
	*p = q
	return nil
}

func (p *Deep) saved() savedModel {
	return savedModel{Model: "deep", Activations: activationsOf(p.Layers)}
}

func (p *Deep) restore(s savedModel) error {
	q := Deep{Layers: s.layers()}
	if err := s.fillLayers(q.parameters()); err != nil {
		return err
	}
	*p = q
	return nil
}

const (
	saveFormat  = "nekonote model"
	saveVersion = 1
)
