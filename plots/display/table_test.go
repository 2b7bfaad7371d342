package display

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

type cat struct {
	Name   string
	weight float64
	Friend *cat
}

func TestTablesAreBounded(t *testing.T) {
	long := make([][]float64, 1000)
	for i := range long {
		long[i] = make([]float64, 30)
	}
	for _, c := range []struct {
		value any
		rows  int // of the table, 0 where there is none
		want  []string
	}{
		{long, mostRows, []string{"and 980 more rows", "and 18 more columns"}},
		{[]cat{{"Tama <3", 4.5, nil}, {strings.Repeat("猫", 100), 3, nil}}, 2, []string{"weight", "Tama <3", "4.5", strings.Repeat("猫", mostLetters-1) + "…"}},
		{[]*cat{{Name: "Mike"}, nil}, 2, []string{"Mike", "nil"}},
		{map[string]cat{"b": {Name: "B"}, "a": {Name: "A"}}, 2, []string{"Name", "a  A", "b  B"}},
		{map[int]string{10: "ten", 9: "nine"}, 2, []string{"9   nine\n10  ten"}},
		{map[[2]int]bool{{1, 2}: true}, 1, []string{"[1 2]  true"}},
		{[2][2]string{{"a\nb", "c"}, {"d", "e"}}, 2, []string{"a b"}},
		{map[string]any{"x": 1, "y": nil}, 2, []string{"x  1", "y  <nil>"}},
		{[][]int{{}, nil}, 2, nil},
		{[]int{1, 2}, 0, nil}, {[]drawn{{1}}, 0, nil}, {map[string]int{}, 0, nil}, {[]cat(nil), 0, nil}, {cat{}, 0, nil}, {nil, 0, nil}, {(*cat)(nil), 0, nil},
		{[][]byte{[]byte("ab")}, 1, []string{"97"}},
	} {
		t.Setenv(words.Variable, string(words.English))
		got, is := tableOf(c.value)
		if is != (c.rows > 0) || len(got.rows) != c.rows {
			t.Errorf("%T: a table %t of %d rows; want %d", c.value, is, len(got.rows), c.rows)
			continue
		}
		text := got.text()
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%T says\n%s\nwant %q in it", c.value, text, want)
			}
		}
		if page := got.html(); len(page) > 20000 || strings.Contains(page, "Tama <3") || strings.Count(page, "<tr>") > mostRows+1 {
			t.Errorf("%T: %d bytes: %.200s", c.value, len(page), page)
		}
	}
	t.Setenv(words.Variable, string(words.Japanese))
	if got, _ := tableOf(long); got.left != "… ほか 980 行 · ほか 18 列" {
		t.Errorf("left out: %s", got.left)
	}
}
