// Package pictures opens a learner's own photographs for her network: one (Open, Judge), or folders of them as a data set
// (FromFolders).
//
// A network of the course sees 64×64 pixels. What it sees of a photograph is the square in its middle, reduced: squeezing
// the whole of a wide photograph into a square, as the course does, makes cats thin, and the pictures that the network has
// learned from are squares cut out of photographs, too. Verdict shows what was cut out.
package pictures

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Variable is the environment variable that names Nekonote's program, which decodes pictures. The kernel sets it.
const Variable = "NEKONOTE_PROGRAM"

// Photo is a photograph, and what a network sees of it.
type Photo struct {
	Path          string
	Kind          string         // "JPEG", "HEIC", …
	Rows, Columns int            // the photograph's own size, in pixels, upright
	Picture       pixels.Picture // the 64×64 pixels of its middle, or whatever else a network sees of it
	X             nn.Matrix      // the same as a column, 12288×1, 0 … 255, in the order of a data set's columns

	shown []byte // the whole of it, small, as a JPEG
}

// Open opens a picture: a JPEG, PNG, GIF (the first picture of a moving one), WebP, BMP, or a HEIC from a phone. path is
// counted from the notebook's folder; the name alone is enough for a picture in its folder pictures. The error says, in
// the learner's language, what is wrong with the file and what to do, and which name she may have meant.
func Open(path string) (Photo, error) {
	found, err := find(path)
	if err != nil {
		return Photo{}, err
	}
	var photo Photo
	err = ask([]string{found}, func(answer Answer) error {
		photo, err = fromAnswer(answer)
		return err
	})
	return photo, err
}

// fromAnswer turns what the program says of a file into a photograph or an error.
func fromAnswer(answer Answer) (Photo, error) {
	if answer.Problem != nil {
		return Photo{}, cats.Problem{Text: *answer.Problem}
	}
	if len(answer.Seen) != pixels.Size {
		return Photo{}, programFailed(fmt.Errorf("%d of %d numbers", len(answer.Seen), pixels.Size))
	}
	picture := pixels.New(pixels.Side, pixels.Side)
	at := 0
	for _, row := range picture {
		for x := range row {
			at += copy(row[x][:], answer.Seen[at:])
		}
	}
	return Photo{
		Path:    answer.File,
		Kind:    answer.Kind,
		Rows:    answer.Rows,
		Columns: answer.Columns,
		Picture: picture,
		X:       pixels.Columns(picture),
		shown:   answer.Shown,
	}, nil
}

// patience is how long one picture may take: the largest photograph takes seconds.
const patience = 60 * time.Second

// ask has Nekonote's program open files and hands its answers to each, in the order of the files.
func ask(files []string, each func(Answer) error) error {
	program := os.Getenv(Variable)
	if program == "" {
		return problem(words.T(
			"Pictures are opened by Nekonote's own program, and this kernel has not said where it is (%s is not set). Start JupyterLab with `go run ./kernel lab`.",
			"写真を開くのは猫の手のプログラムですが、その場所がわかりません（%s が設定されていません）。JupyterLab を `go run ./kernel lab` で起動してください。",
		), Variable)
	}
	ctx, stop := context.WithTimeout(context.Background(), patience*time.Duration(len(files)))
	defer stop()
	command := exec.CommandContext(ctx, program, append([]string{"picture"}, files...)...)
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.StdoutPipe()
	if err != nil {
		return programFailed(err)
	}
	if err := command.Start(); err != nil {
		return programFailed(err)
	}
	wrong := readAnswers(out, len(files), each)
	if wrong != nil {
		stop() // nobody reads what it would say from here on
	}
	err = command.Wait()
	var ours cats.Problem
	switch {
	case errors.As(wrong, &ours):
		return wrong
	case ctx.Err() == context.DeadlineExceeded:
		return problem(words.T(
			"The picture took longer than %v to open, and was given up. Save it smaller.",
			"写真を開くのに %v 以上かかったため、中止しました。小さくして保存し直してください。",
		), patience*time.Duration(len(files)))
	case wrong != nil || err != nil:
		last := strings.TrimSpace(said.String())
		return programFailed(errors.Join(wrong, err, errors.New(last[max(0, len(last)-300):])))
	}
	return nil
}

// readAnswers reads one answer for each file.
func readAnswers(out io.Reader, files int, each func(Answer) error) error {
	lines := json.NewDecoder(out)
	for range files {
		var answer Answer
		if err := lines.Decode(&answer); err != nil {
			return err
		}
		if err := each(answer); err != nil {
			return err
		}
	}
	return nil
}

func programFailed(err error) error {
	return problem(words.T(
		"Nekonote's program, which opens pictures, has failed: %v. `go run ./kernel doctor` looks for the cause.",
		"写真を開く猫の手のプログラムが失敗しました：%v。`go run ./kernel doctor` で原因を調べられます。",
	), strings.Join(strings.Fields(err.Error()), " "))
}

func problem(text words.Text, args ...any) error {
	return cats.Problem{Text: text.Fill(args...)}
}

// folder is where a learner's own pictures lie, in her folder.
func folder() string { return filepath.Join(cats.Folder(), "pictures") }
