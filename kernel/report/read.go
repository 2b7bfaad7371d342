// Package report is the command `nekonote report`: one page that shows a teacher where her class stands, from the tables that
// `grade --csv` has written. It names mistakes, and no learner unless she asks for it.
package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// row is one exercise of one notebook.
type row struct {
	student, notebook, exercise string
	outcome                     verdict.Outcome
	points, max                 int
	says                        string
}

// columns are the first row of a table.
const columns = "student,notebook,exercise,outcome,points,max,error"

var (
	sayNoTable = words.T("there is no table in %[1]s. Grade first: nekonote grade --csv SUBMISSIONS >%[1]s/grades.csv",
		"%[1]s に表がありません。先に採点してください：nekonote grade --csv 提出物 >%[1]s/grades.csv")
	sayLeft    = words.T("left out: %v", "含めていません：%v")
	sayNotOurs = words.T("%s is not a table of grade --csv", "%s は grade --csv の表ではありません")
)

// read reads a table, or all tables of a folder: those of the parts of a class are together that of the whole. What is none, or a
// damaged one, is named in log.
func read(path string, log io.Writer) ([]row, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.csv")); err != nil {
			return nil, err
		}
	}
	var all []row
	for _, file := range files {
		rows, err := table(file)
		if err != nil && len(files) == 1 {
			return nil, err
		}
		if err != nil {
			_, _ = fmt.Fprintln(log, sayLeft.Fill(err))
		}
		all = append(all, rows...)
	}
	if len(all) == 0 {
		return nil, errors.New(sayNoTable.Fill(path).String())
	}
	return all, nil
}

// table reads one file. A spreadsheet may have put a byte order mark before it, semicolons or tabs between its columns, and its letters
// into Shift JIS or UTF-16.
func table(path string) ([]row, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text := utf8Text(data)
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	if first, _, _ := strings.Cut(text, "\n"); !strings.Contains(first, ",") && strings.ContainsAny(first, ";\t") {
		in.Comma = rune(first[strings.IndexAny(first, ";\t")])
	}
	var all []row
	for i := 0; ; i++ {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil || len(fields) != 7 || i == 0 && strings.Join(fields, ",") != columns {
			return nil, errors.New(sayNotOurs.Fill(path).String())
		}
		if slices.Equal(fields, strings.Split(columns, ",")) {
			continue // of the first part, or of another that was joined to it
		}
		r := row{student: fields[0], notebook: fields[1], exercise: fields[2], outcome: verdict.Outcome(fields[3]), says: fields[6]}
		r.points, _ = strconv.Atoi(fields[4])
		r.max, _ = strconv.Atoi(fields[5])
		all = append(all, r)
	}
}

// utf8Text is the text of a file in UTF-8, without a byte order mark.
func utf8Text(data []byte) string {
	decoder := unicode.BOMOverride(unicode.UTF8.NewDecoder())
	if !utf8.Valid(data) && !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		decoder = japanese.ShiftJIS.NewDecoder()
	}
	text, _, err := transform.Bytes(decoder, data)
	if err != nil {
		return string(data)
	}
	return string(text)
}
