package relay

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// Limits are what a cell's program, with all its children, may use. Zero fields are filled from the environment, and
// where that says nothing by half of the machine's memory and 10 MB of output.
type Limits struct {
	Memory int64 // bytes, of all processes of the cell together; NEKONOTE_MEMORY
	Output int64 // bytes that one run of a cell may show; NEKONOTE_OUTPUT
}

// The environment variables that change the limits; a number with a unit, as in 4GB or 500MB.
const (
	memoryVariable = "NEKONOTE_MEMORY"
	outputVariable = "NEKONOTE_OUTPUT"
)

const megabyte = 1 << 20

func (l Limits) orFromEnvironment() (Limits, error) {
	var wrong []error
	fill := func(field *int64, variable string, otherwise int64) {
		if *field != 0 {
			return
		}
		*field = otherwise
		if text := os.Getenv(variable); text != "" {
			size, err := ParseSize(text)
			if err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %w", variable, err))
				return
			}
			*field = size
		}
	}
	fill(&l.Memory, memoryVariable, process.MachineMemory()/2)
	fill(&l.Output, outputVariable, 10*megabyte)
	return l, errors.Join(wrong...)
}

// ParseSize reads "500MB", "4 GB", "4g" or a number of bytes.
func ParseSize(text string) (int64, error) {
	number := strings.ToUpper(strings.ReplaceAll(text, " ", ""))
	number = strings.TrimSuffix(strings.TrimSuffix(number, "B"), "I")
	unit := 1.0
	for i, letter := range "KMGT" {
		if strings.HasSuffix(number, string(letter)) {
			number = number[:len(number)-1]
			unit = float64(int64(1) << (10 * (i + 1)))
			break
		}
	}
	value, err := strconv.ParseFloat(number, 64)
	if err != nil || !(value > 0) || value*unit > 1<<62 {
		return 0, fmt.Errorf("%q is no size; write for example 4GB", text)
	}
	return int64(value * unit), nil
}

// size writes bytes as a reader wants them.
func size(bytes int64) string {
	if bytes >= 1000*megabyte {
		return fmt.Sprintf("%.1f GB", float64(bytes)/(1<<30))
	}
	if bytes >= megabyte {
		return fmt.Sprintf("%d MB", bytes/megabyte)
	}
	return fmt.Sprintf("%d KB", max(bytes/1024, 1))
}

var tooMuchMemory = words.T(
	"this cell was stopped: it held %[1]s of memory, and the limit is %[2]s. Does a loop append without end, or is a matrix larger than you meant? A higher limit: set %[3]s before you start",
	"このセルを停止しました。メモリーを %[1]s 使い、上限の %[2]s を超えたためです。append し続けるループや、思ったより大きな行列はありませんか。上限は、起動前に環境変数 %[3]s で変えられます",
)

func (l Limits) memoryFailure(used int64) failure {
	return failure{Name: "MemoryLimit", Value: tooMuchMemory.Fill(size(used), size(l.Memory), memoryVariable).String()}
}

var tooMuchOutput = words.T(
	"this cell was stopped: it had printed more than %[1]s. Does a loop print without end? A higher limit: set %[2]s before you start",
	"このセルを停止しました。出力が %[1]s を超えたためです。終わらないループの中で表示していませんか。上限は、起動前に環境変数 %[2]s で変えられます",
)

func outputStep() step {
	o := &outputCount{}
	return step{name: "limit of output", output: o.output}
}

// outputLimit is the name of the failure of a cell that showed too much.
const outputLimit = "OutputLimit"

var tooLarge = words.T(
	"this cell was stopped: it displays more than 64 MB in one piece, which no notebook can hold. Draw less, or save it as a file",
	"このセルを停止しました。一度に 64 MB を超えるものを表示しようとしたためです。ノートブックには収まりません。描くものを減らすか、ファイルに保存してください",
)

// outputCount counts the bytes that one cell has shown.
type outputCount struct{ shown int64 }

// output counts what a cell shows and stops it at the limit; what comes after is dropped. An update replaces what is
// shown, so that a live figure may run for hours.
func (o *outputCount) output(l *loop, c *cell, m *wire.Message) []*wire.Message {
	if m.Kind == "update_display_data" {
		return []*wire.Message{m}
	}
	limit := l.options.Limits.Output
	if o.shown > limit {
		return nil
	}
	o.shown += int64(len(m.Content))
	if o.shown > limit {
		l.stop(c, failure{Name: outputLimit, Value: tooMuchOutput.Fill(size(limit), outputVariable).String()})
		if m.Kind != "stream" {
			return nil
		}
	}
	return []*wire.Message{m}
}
