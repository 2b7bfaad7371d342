package lectures

import (
	"io/fs"
	"path"
	"regexp"
	"sync"

	"nekonote/lessons/week1"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
)

// weeks are the parts of the course that have lectures, in their order.
var weeks = []struct {
	name  string
	texts fs.FS
}{
	{"week1", week1.Lectures},
	{"week2", week2.Lectures},
	{"week3", week3.Lectures},
	{"week4", week4.Lectures},
}

// Course returns all lectures in the order in which a learner meets them, or what is wrong with the first that cannot be read.
var Course = sync.OnceValues(course)

var numbered = regexp.MustCompile(`^\d+-(.+)\.md$`)

func course() (all []*Lecture, err error) {
	for _, week := range weeks {
		files, err := fs.Glob(week.texts, "lectures/*.md") // in order
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			text, err := fs.ReadFile(week.texts, file)
			if err != nil {
				return nil, err
			}
			where := path.Join("lessons", week.name, file)
			name := numbered.FindStringSubmatch(path.Base(file))
			if name == nil {
				return nil, problem(where, 1, "a lecture's file is named like 02-slope.md: its place, then its name")
			}
			l, err := Parse(week.name+"/"+name[1], where, string(text))
			if err != nil {
				return nil, err
			}
			all = append(all, l)
		}
	}
	return all, nil
}
