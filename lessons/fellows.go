package lessons

import (
	"path"
	"reflect"
)

// course are the exercises of all weeks.
var course = map[string]Entry{}

// Together says which exercises belong together: functions of one week call one another.
func Together(all []Entry) []Entry {
	for _, e := range all {
		course[e.Info().ID] = e
	}
	return all
}

// fellow is the reference of another exercise of the week; not valid where there is none.
func fellow(id, name string) reflect.Value {
	other := path.Join(path.Dir(id), name)
	if e := course[other]; e != nil && other != id {
		return reflect.ValueOf(e.Anatomy().Reference)
	}
	return reflect.Value{}
}
