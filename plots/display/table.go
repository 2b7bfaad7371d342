package display

import (
	"cmp"
	"fmt"
	"html"
	"reflect"
	"slices"
	"strings"
	"text/tabwriter"

	"nekonote/nn/words"
)

// A table has at most so many rows and columns, and a cell so many letters: what is longer would fill the notebook.
const (
	mostRows    = 20
	mostColumns = 12
	mostLetters = 40
)

var (
	moreRows    = words.T("and %d more rows", "ほか %d 行")
	moreColumns = words.T("and %d more columns", "ほか %d 列")
)

// table is a value in rows and columns. Its zero value has none.
type table struct {
	head []string
	rows [][]string
	left string // what is left out, in words
}

// tableOf makes a table of a slice of structs or of slices, and of a map. It reports false for anything else, for what is
// empty, and for what says itself how it is written, by a method String or Error.
func tableOf(v any) (table, bool) {
	r := reflect.ValueOf(v)
	if v == nil || speaks(r.Type()) {
		return table{}, false
	}
	var keys []string
	var values []reflect.Value
	switch r.Kind() {
	case reflect.Slice, reflect.Array:
		if of := r.Type().Elem(); speaks(of) || rowKind(of) == reflect.Invalid {
			return table{}, false
		}
		for i := range min(r.Len(), mostRows) {
			keys, values = append(keys, fmt.Sprint(i)), append(values, r.Index(i))
		}
	case reflect.Map:
		for _, key := range slices.SortedFunc(slices.Values(r.MapKeys()), byKey) {
			if len(keys) < mostRows {
				keys, values = append(keys, cell(key)), append(values, r.MapIndex(key))
			}
		}
	default:
		return table{}, false
	}
	if len(values) == 0 {
		return table{}, false
	}
	t := table{}
	of := r.Type().Elem()
	if !speaks(of) {
		t.head = columns(of, values)
	}
	t.head = append([]string{""}, t.head...)
	for i, value := range values {
		t.rows = append(t.rows, append([]string{keys[i]}, row(value, len(t.head)-1)...))
	}
	t.cut(r.Len())
	return t, true
}

// speaks reports whether values of a type say themselves how they are written.
func speaks(of reflect.Type) bool {
	return of.Implements(reflect.TypeFor[fmt.Stringer]()) || of.Implements(reflect.TypeFor[error]())
}

// rowKind is reflect.Struct or reflect.Slice for what makes a row of several cells, and reflect.Invalid for anything else.
func rowKind(of reflect.Type) reflect.Kind {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
		if of.Kind() != reflect.Struct {
			return reflect.Invalid
		}
	}
	switch of.Kind() {
	case reflect.Struct:
		return reflect.Struct
	case reflect.Slice, reflect.Array:
		return reflect.Slice
	}
	return reflect.Invalid
}

// columns names the columns of rows of a type: the fields of a struct, the numbers of a slice's elements; none for a single
// cell.
func columns(of reflect.Type, values []reflect.Value) []string {
	var names []string
	switch rowKind(of) {
	case reflect.Struct:
		if of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		for i := range of.NumField() {
			names = append(names, of.Field(i).Name)
		}
	case reflect.Slice:
		for _, value := range values {
			for len(names) < value.Len() {
				names = append(names, fmt.Sprint(len(names)))
			}
		}
	}
	return names
}

// row writes a value in so many cells; with no columns that have names, in one.
func row(v reflect.Value, n int) []string {
	if n == 0 {
		return []string{cell(v)}
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return []string{"nil"}
		}
		v = v.Elem()
	}
	var cells []string
	for i := range n {
		switch {
		case v.Kind() == reflect.Struct:
			cells = append(cells, cell(v.Field(i)))
		case i < v.Len():
			cells = append(cells, cell(v.Index(i)))
		}
	}
	return cells
}

// cell writes a value in one short line.
func cell(v reflect.Value) string {
	text := strings.Join(strings.Fields(fmt.Sprint(v)), " ") // fmt writes the value that v holds
	if letters := []rune(text); len(letters) > mostLetters {
		return string(letters[:mostLetters-1]) + "…"
	}
	return text
}

// byKey orders the keys of a map: numbers and texts as such, others as they are written.
func byKey(a, b reflect.Value) int {
	switch {
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint() && b.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat() && b.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	}
	return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b))
}

// cut leaves out columns that are too many, and says what is missing of a value of so many rows.
func (t *table) cut(rows int) {
	var said []string
	if rows > len(t.rows) {
		said = append(said, moreRows.Fill(rows-len(t.rows)).String())
	}
	if n := len(t.head) - 1 - mostColumns; n > 0 {
		said = append(said, moreColumns.Fill(n).String())
		t.head = t.head[:mostColumns+1]
		for i, row := range t.rows {
			t.rows[i] = row[:min(len(row), mostColumns+1)]
		}
	}
	if len(said) > 0 {
		t.left = "… " + strings.Join(said, " · ")
	}
}

// html is the table for the eye.
func (t table) html() string {
	var b strings.Builder
	b.WriteString(`<table style="font-variant-numeric:tabular-nums">`)
	if len(t.head) > 1 {
		b.WriteString("<thead><tr>")
		for _, name := range t.head {
			b.WriteString("<th>" + html.EscapeString(name) + "</th>")
		}
		b.WriteString("</tr></thead>")
	}
	b.WriteString("<tbody>")
	for _, row := range t.rows {
		b.WriteString("<tr><th>" + html.EscapeString(row[0]) + "</th>")
		for _, cell := range row[1:] {
			b.WriteString("<td>" + html.EscapeString(cell) + "</td>")
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</tbody></table>")
	if t.left != "" {
		b.WriteString(`<div style="opacity:.75">` + html.EscapeString(t.left) + `</div>`)
	}
	return b.String()
}

// text is its plain twin.
func (t table) text() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	if len(t.head) > 1 {
		_, _ = fmt.Fprintln(w, strings.Join(t.head, "\t"))
	}
	for _, row := range t.rows {
		_, _ = fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	_ = w.Flush()
	return strings.TrimRight(b.String()+t.left, "\n")
}
