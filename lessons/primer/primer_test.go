package primer

import (
	"testing"

	"nekonote/lessons/exercisetest"
)

func TestExercises(t *testing.T) { exercisetest.Run(t, Exercises) }
