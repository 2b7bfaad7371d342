package values

import (
	"cmp"
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
)

// A value is written as it is, field by field and without its type: whoever reads it knows what it should be. Equal
// values, and only those, give the same bytes; an empty slice or map comes back as what it was, empty or nil. Numbers are
// 8 bytes, lengths varints; what can be nil has a byte before it, 0 or 1.

// deepest is how many values may lie in one another: more is a ring, or an attack.
const deepest = 100

var (
	errDeep  = errors.New("a value that holds itself")
	errShort = errors.New("the value is cut short")
	errLong  = errors.New("there is more than the value")
)

var (
	marshals   = reflect.TypeFor[encoding.BinaryMarshaler]()
	unmarshals = reflect.TypeFor[encoding.BinaryUnmarshaler]()
)

// Marshals reports whether a type writes and reads itself, as nn.Matrix and time.Time do.
func Marshals(t reflect.Type) bool {
	return t.Implements(marshals) && reflect.PointerTo(t).Implements(unmarshals)
}

// Encode returns a value's bytes. Functions, channels and interfaces have none; fields that are not exported are left out.
func Encode(v reflect.Value) ([]byte, error) { return encode(nil, v, 0) }

func encode(to []byte, v reflect.Value, depth int) ([]byte, error) {
	if depth > deepest {
		return nil, errDeep
	}
	if Marshals(v.Type()) {
		data, err := v.Interface().(encoding.BinaryMarshaler).MarshalBinary()
		return append(binary.AppendUvarint(to, uint64(len(data))), data...), err
	}
	switch v.Kind() {
	case reflect.Bool:
		return append(to, flag(v.Bool())), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.LittleEndian.AppendUint64(to, uint64(v.Int())), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.LittleEndian.AppendUint64(to, v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return binary.LittleEndian.AppendUint64(to, math.Float64bits(v.Float())), nil
	case reflect.Complex64, reflect.Complex128:
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(real(v.Complex())))
		return binary.LittleEndian.AppendUint64(to, math.Float64bits(imag(v.Complex()))), nil
	case reflect.String:
		return append(binary.AppendUvarint(to, uint64(v.Len())), v.String()...), nil
	case reflect.Slice, reflect.Array:
		return encodeList(to, v, depth)
	case reflect.Map:
		return encodeMap(to, v, depth)
	case reflect.Pointer:
		to = append(to, flag(!v.IsNil()))
		if v.IsNil() {
			return to, nil
		}
		return encode(to, v.Elem(), depth+1)
	case reflect.Struct:
		var err error
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if to, err = encode(to, v.Field(i), depth+1); err != nil {
				return nil, err
			}
		}
		return to, nil
	}
	return nil, fmt.Errorf("a %s cannot be written", v.Type())
}

func encodeList(to []byte, v reflect.Value, depth int) (_ []byte, err error) {
	if v.Kind() == reflect.Slice {
		to = append(to, flag(!v.IsNil()))
		if v.IsNil() {
			return to, nil
		}
		to = binary.AppendUvarint(to, uint64(v.Len()))
	}
	for i := range v.Len() {
		if to, err = encode(to, v.Index(i), depth+1); err != nil {
			return nil, err
		}
	}
	return to, nil
}

// encodeMap writes the entries in the order of their keys' bytes.
func encodeMap(to []byte, v reflect.Value, depth int) (_ []byte, err error) {
	to = append(to, flag(!v.IsNil()))
	if v.IsNil() {
		return to, nil
	}
	type entry struct {
		key   []byte
		value reflect.Value
	}
	var entries []entry
	for _, key := range v.MapKeys() {
		data, err := encode(nil, key, depth+1)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{data, v.MapIndex(key)})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(string(a.key), string(b.key)) })
	to = binary.AppendUvarint(to, uint64(len(entries)))
	for _, e := range entries {
		if to, err = encode(append(to, e.key...), e.value, depth+1); err != nil {
			return nil, err
		}
	}
	return to, nil
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// Decode fills a value in, which must be settable and zero, from bytes that Encode gave for one of its type. Bytes that it
// did not give are an error at worst: they take no more memory than a few times their own length.
func Decode(data []byte, into reflect.Value) error {
	d := decoder{data}
	if err := d.decode(into, 0); err != nil {
		return err
	}
	if len(d.rest) > 0 {
		return errLong
	}
	return nil
}

type decoder struct{ rest []byte }

// take returns the next n bytes.
func (d *decoder) take(n uint64) ([]byte, error) {
	if n > uint64(len(d.rest)) {
		return nil, errShort
	}
	taken := d.rest[:n]
	d.rest = d.rest[n:]
	return taken, nil
}

func (d *decoder) word() (uint64, error) {
	data, err := d.take(8)
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint64(data), nil
}

func (d *decoder) float() (float64, error) {
	x, err := d.word()
	return math.Float64frombits(x), err
}

func (d *decoder) flag() (bool, error) {
	data, err := d.take(1)
	return err == nil && data[0] != 0, err
}

// length reads how many entries follow: each takes at least a byte.
func (d *decoder) length() (int, error) {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 || n > uint64(len(d.rest)-size) {
		return 0, errShort
	}
	d.rest = d.rest[size:]
	return int(n), nil
}

func (d *decoder) bytes() ([]byte, error) {
	n, err := d.length()
	if err != nil {
		return nil, err
	}
	return d.take(uint64(n))
}

func (d *decoder) decode(into reflect.Value, depth int) error {
	if depth > deepest {
		return errDeep
	}
	if Marshals(into.Type()) {
		data, err := d.bytes()
		if err != nil {
			return err
		}
		return into.Addr().Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary(data)
	}
	switch into.Kind() {
	case reflect.Bool:
		b, err := d.flag()
		into.SetBool(b)
		return err
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x, err := d.word()
		into.SetInt(int64(x))
		return err
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		x, err := d.word()
		into.SetUint(x)
		return err
	case reflect.Float32, reflect.Float64:
		x, err := d.float()
		into.SetFloat(x)
		return err
	case reflect.Complex64, reflect.Complex128:
		x, err := d.float()
		y, errY := d.float()
		into.SetComplex(complex(x, y))
		return errors.Join(err, errY)
	case reflect.String:
		data, err := d.bytes()
		into.SetString(string(data))
		return err
	case reflect.Array:
		return d.list(into, depth)
	case reflect.Struct:
		return d.fields(into, depth)
	case reflect.Slice, reflect.Map, reflect.Pointer:
		there, err := d.flag()
		if err != nil || !there {
			return err
		}
		return d.made(into, depth)
	}
	return fmt.Errorf("a %s cannot be read", into.Type())
}

// made reads what can be nil and is not.
func (d *decoder) made(into reflect.Value, depth int) error {
	t := into.Type()
	if t.Kind() == reflect.Pointer {
		into.Set(reflect.New(t.Elem()))
		return d.decode(into.Elem(), depth+1)
	}
	n, err := d.length()
	if err != nil {
		return err
	}
	if t.Kind() == reflect.Slice {
		for i := range n { // it grows as it is read: n is only what the bytes say
			into.Grow(1)
			into.SetLen(i + 1)
			if err := d.decode(into.Index(i), depth+1); err != nil {
				return err
			}
		}
		if n == 0 {
			into.Set(reflect.MakeSlice(t, 0, 0))
		}
		return nil
	}
	into.Set(reflect.MakeMap(t))
	for range n {
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if err := d.decode(key, depth+1); err != nil {
			return err
		}
		if err := d.decode(value, depth+1); err != nil {
			return err
		}
		into.SetMapIndex(key, value)
	}
	return nil
}

func (d *decoder) list(into reflect.Value, depth int) error {
	for i := range into.Len() {
		if err := d.decode(into.Index(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) fields(into reflect.Value, depth int) error {
	for i := range into.NumField() {
		if !into.Type().Field(i).IsExported() {
			continue
		}
		if err := d.decode(into.Field(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}
