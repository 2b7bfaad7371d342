package display

import (
	"fmt"
	"html"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/janpfeifer/gonb/gonbui/protocol"

	"nekonote/nn/words"
)

// ValueMark is the metadata by which the kernel knows the value of a cell's last expression from other outputs.
const ValueMark = "nekonote_value"

// Value shows the value of a cell's last expression; the kernel writes the call. A value with a method HTML, as
// nn.Matrix has, is drawn by it; a map, and a slice of structs or of slices, is a table; every other value is said in words by
// its method String or, without one, as fmt prints it.
// Several values, those of a function with several results, stand side by side. Nil alone, as an error that did not
// happen, shows nothing.
func Value(values ...any) {
	if len(values) > 1 && values[len(values)-1] == nil {
		values = values[:len(values)-1] // the error of (value, error)
	}
	var texts, pages []string
	drawn := false
	for _, v := range values {
		if v == nil && len(values) == 1 {
			return
		}
		text := inWords(v)
		if h, ok := v.(interface{ HTML() string }); ok && !isNil(v) {
			drawn = true
			pages = append(pages, h.HTML())
		} else if t, ok := tableOf(v); ok {
			drawn = true
			text = t.text()
			pages = append(pages, t.html())
		} else {
			pages = append(pages, `<pre style="margin:0">`+html.EscapeString(text)+`</pre>`)
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return
	}
	separator := " "
	if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, "\n") }) {
		separator = "\n"
	}
	text := strings.Join(texts, separator)
	if !InNotebook() {
		fmt.Println(text)
		return
	}
	data := &protocol.DisplayData{
		Data:     map[protocol.MIMEType]any{protocol.MIMETextPlain: text},
		Metadata: map[string]any{ValueMark: true},
	}
	if drawn {
		data.Data[protocol.MIMETextHTML] = strings.Join(pages, "\n")
	}
	notebook.show(data)
}

// A value has at most so many parts and letters: what is longer would fill the notebook and its file. fmt.Println prints all of it.
const (
	mostParts = 2000
	mostText  = 40000
)

var (
	moreParts   = words.T("and %d more values", "ほか %d 個")
	moreLetters = words.T("and %d more letters", "ほか %d 文字")
)

// inWords is the value in words, as much as a notebook can hold.
func inWords(v any) string {
	left := ""
	if r := reflect.ValueOf(v); r.Kind() == reflect.Slice && r.Len() > mostParts && !speaks(r.Type()) {
		left = "\n… " + moreParts.Fill(r.Len()-mostParts).String()
		v = r.Slice(0, mostParts).Interface()
	}
	text := whole(v)
	if letters := utf8.RuneCountInString(text); letters > mostText {
		return string([]rune(text)[:mostText]) + "\n… " + moreLetters.Fill(letters-mostText).String()
	}
	return text + left
}

// whole is the value as fmt prints it; a function, of which fmt prints an address, by its type.
func whole(v any) string {
	if _, ok := v.(fmt.Stringer); !ok && v != nil && reflect.TypeOf(v).Kind() == reflect.Func {
		return reflect.TypeOf(v).String()
	}
	if v != nil && reflect.Indirect(reflect.ValueOf(v)).Kind() == reflect.Struct {
		return strings.TrimRight(fmt.Sprintf("%+v", v), "\n")
	}
	return strings.TrimRight(fmt.Sprint(v), "\n")
}

// isNil reports whether v is a nil pointer, on which methods would break.
func isNil(v any) bool {
	r := reflect.ValueOf(v)
	return r.Kind() == reflect.Pointer && r.IsNil()
}
