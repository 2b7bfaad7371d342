// Package scenes draws what the lectures show: one file a lecture, a function a scene. All that is computed in a picture is computed
// by nn or from the formula itself, never typed in.
package scenes

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"nekonote/plots/scene"
)

// course lists the scenes of each lecture by their names in its text.
var course = map[string]map[string]func() *scene.Scene{}

// Find returns the function that draws a scene.
func Find(lecture, name string) (func() *scene.Scene, error) {
	draw := course[lecture][name]
	if draw == nil {
		return nil, fmt.Errorf("nothing draws the scene %q of %s; there are: %s", name, lecture, strings.Join(slices.Sorted(maps.Keys(course[lecture])), ", "))
	}
	return draw, nil
}
