package judge

import (
	"reflect"
	"slices"
)

// Differences lists the results, by name, in which two functions differ for arguments drawn from seed. A panic, a changed
// argument and shared memory count as results of their own.
func (s *Exercise) Differences(f, g reflect.Value, seed uint64) []string {
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	const many = 4 * rounds
	for _, args := range s.Random(seed, many) {
		a, b := s.call(f, args), s.call(g, args)
		if a.Panic != b.Panic || a.Gone != b.Gone {
			add("a panic")
		}
		if a.Changed != b.Changed {
			add("a changed argument")
		}
		if !slices.Equal(a.Shared, b.Shared) {
			add("shared memory")
		}
		for _, l := range slices.Concat(a.leaves, b.leaves) {
			if !a.agrees(b, l.Name) {
				add(l.Name)
			}
		}
	}
	return names
}
