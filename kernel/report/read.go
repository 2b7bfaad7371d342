// Package report is the command `nekonote report`: one page that shows a teacher where her class stands, from the tables that
// `grade --csv` has written. It names mistakes, and no learner unless she asks for it.
package report

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

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
	sayNotOurs = words.T("%s is not a table of grade --csv", "%s は grade --csv の表ではありません")
)

// read reads a table, or all tables of a folder: those of the parts of a class are together that of the whole.
func read(path string) ([]row, error) {
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
		all = append(all, rows...)
	}
	if len(all) == 0 {
		return nil, errors.New(sayNoTable.Fill(path).String())
	}
	return all, nil
}

// table reads one file. A spreadsheet may have put a byte order mark before it, and semicolons between its columns.
func table(path string) ([]row, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	in.FieldsPerRecord = -1
	if first, _, _ := strings.Cut(string(text), "\n"); strings.Contains(first, ";") && !strings.Contains(first, ",") {
		in.Comma = ';'
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
