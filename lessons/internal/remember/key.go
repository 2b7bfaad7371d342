package remember

import (
	"crypto/sha256"
	"encoding"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/internal/answer"
	"nekonote/nn"
	"nekonote/nn/words"
)

var badArgument = words.T("its argument %d: %v", "%d 番目の引数：%v")

// keyOf returns what a value depends on, as a hash: the source of f and what it reaches, args, the data set, the type.
func keyOf(f reflect.Value, args []any, t reflect.Type) (string, error) {
	hash := sha256.New()
	part := func(said string) { _, _ = fmt.Fprintf(hash, "%d\n%s\n", len(said), said) }
	part(fmt.Sprintf("nn %d", nn.Version))
	part(t.String())
	source, err := answer.DependsOn(f)
	if err != nil {
		return "", err
	}
	part(source.Text)
	if source.Cats {
		part(cats.Fingerprint())
	}
	for i, arg := range args {
		v := reflect.ValueOf(arg)
		if !v.IsValid() {
			part("nil")
			continue
		}
		if err := storable(v.Type(), typeName(v.Type())); err != nil {
			return "", errors.New(badArgument.Fill(i+1, err).String())
		}
		part(v.Type().String())
		canonical(hash, v)
	}
	return hex.EncodeToString(hash.Sum(nil))[:32], nil
}

// canonical writes a storable value so that equal values, and only those, give the same bytes.
func canonical(w io.Writer, v reflect.Value) {
	put := func(kind string, data []byte) {
		_, _ = fmt.Fprintf(w, "%s%d ", kind, len(data))
		_, _ = w.Write(data)
	}
	if m, ok := v.Interface().(encoding.BinaryMarshaler); ok {
		data, err := m.MarshalBinary()
		put("binary", append(data, fmt.Sprint(err)...))
		return
	}
	switch v.Kind() {
	case reflect.Float32, reflect.Float64:
		put("float", binary.LittleEndian.AppendUint64(nil, math.Float64bits(v.Float())))
	case reflect.Slice, reflect.Array:
		put("list", fmt.Append(nil, v.Len()))
		for i := range v.Len() {
			canonical(w, v.Index(i))
		}
	case reflect.Map:
		var entries []string
		for _, key := range v.MapKeys() {
			var entry strings.Builder
			canonical(&entry, key)
			canonical(&entry, v.MapIndex(key))
			entries = append(entries, entry.String())
		}
		slices.Sort(entries)
		put("map", fmt.Append(nil, len(entries), entries))
	case reflect.Struct:
		for i := range v.NumField() {
			canonical(w, v.Field(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			put("nil", nil)
			return
		}
		canonical(w, v.Elem())
	default: // numbers, truths, strings
		put("value", fmt.Append(nil, v))
	}
}
