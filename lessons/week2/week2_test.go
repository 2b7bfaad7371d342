package week2

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

func TestQuiz(t *testing.T) {
	exercisetest.Quiz(t, Quiz)
}
