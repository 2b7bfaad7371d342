package week3

import (
	"testing"

	"nekonote/lessons/exercisetest"
)

func TestExercises(t *testing.T) {
	exercisetest.Run(t, Exercises)
}

func TestPublishedFigures(t *testing.T) {
	exercisetest.Figures(t, Exercises)
}
