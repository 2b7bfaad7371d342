package week3

import (
	"testing"

	"nekonote/lessons/exercisetest"
)

func TestQuiz(t *testing.T) {
	exercisetest.Quiz(t, Quiz)
}
