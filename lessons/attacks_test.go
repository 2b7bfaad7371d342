package lessons_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
)

// Each of these programs tries to get points for an answer that is none. The check itself stands in it as it was handed out.
var attacks = map[string]string{
	"another exercise behind the name": `
func init() { *week2.Sigmoid = *ask.New[func(nn.Matrix) nn.Matrix]("week2/flatten") }

func sigmoid(z nn.Matrix) nn.Matrix { return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"a shadowed week": `
type liar struct{}

func (liar) Check(any) { fmt.Println("✓ Correct · The sigmoid · 10 of 10 points") }

type fake struct{ Sigmoid liar }

func sigmoid(z nn.Matrix) nn.Matrix { return z.Tanh() }

func main() {
	var week2 fake
	week2.Sigmoid.Check(sigmoid)
}`,
	"words into all descriptors": `
func init() { shout() }

func shout() {
	said := "{\"id\":\"week2/sigmoid\",\"outcome\":\"correct\",\"points\":10,\"max\":10}\n"
	files, _ := filepath.Glob("/proc/self/fd/*")
	for _, name := range files {
		if file, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0); err == nil {
			fmt.Fprint(file, said)
		}
	}
	for fd := 3; fd < 20; fd++ {
		syscall.Write(fd, []byte(said))
	}
}

func sigmoid(z nn.Matrix) nn.Matrix { shout(); return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"no check at all": `
func init() { os.Exit(0) }

func sigmoid(z nn.Matrix) nn.Matrix { return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"results of another's making": `
func init() {
	conn, err := net.Dial("unix", os.Getenv("NEKONOTE_JUDGE"))
	if err == nil {
		for _, size := range []uint32{0, 1, 1 << 10, 64 << 20, 1<<32 - 1} {
			conn.Write(binary.BigEndian.AppendUint32(nil, size))
			conn.Write(bytes.Repeat([]byte{1}, 1<<10))
		}
		conn.Close()
	}
}

func sigmoid(z nn.Matrix) nn.Matrix { return nn.Matrix{} }

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"the method under another name": `
var f = nn.Matrix.Sigmoid

func sigmoid(z nn.Matrix) nn.Matrix { return f(z) }

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"arguments that are remembered": `
var last nn.Matrix

func sigmoid(z nn.Matrix) nn.Matrix {
	defer func() { last = z }()
	return last
}

func main() { week2.Sigmoid.Check(sigmoid) }`,
	"a process that lives on": `
func sigmoid(z nn.Matrix) nn.Matrix { return z.Tanh() }

func main() {
	exec.Command("sh", "-c", "sleep 1").Start()
	week2.Sigmoid.Check(sigmoid)
}`,
}

func TestAttacksEarnNothing(t *testing.T) {
	for name, body := range attacks {
		t.Run(name, func(t *testing.T) {
			imports := ""
			for _, path := range []string{"bytes", "encoding/binary", "fmt", "net", "os", "os/exec", "path/filepath", "syscall",
				"nekonote/lessons/face/ask", "nekonote/lessons/face/lessons", "nekonote/lessons/face/week2", "nekonote/nn"} {
				if strings.Contains(body, path[strings.LastIndex(path, "/")+1:]+".") {
					imports += "\t\"" + path + "\"\n"
				}
			}
			if name == "a shadowed week" {
				imports = strings.Replace(imports, "\t\"nekonote/lessons/face/week2\"\n", "", 1)
			}
			for _, graded := range []string{"", "autograde"} {
				out, verdicts, _ := program(t, imports, body)("NBGRADER_EXECUTION="+graded, "NEKONOTE_CHECK_LIMIT=1s")
				for _, v := range verdicts {
					if v.Outcome == verdict.Correct || v.Points != 0 {
						t.Errorf("%+v\n%s", v, out)
					}
				}
			}
		})
	}
}

// What a cell links holds neither references nor anything that judges; every exercise has its name there.
func TestFacesHoldNoJudge(t *testing.T) {
	forbidden := []string{"nekonote/lessons", "nekonote/lessons/internal/judge", "nekonote/lessons/internal/broken", "nekonote/lessons/weeks"}
	for _, e := range weeks.All {
		forbidden = append(forbidden, "nekonote/lessons/"+e.Info().Week)
	}
	out, err := exec.Command("go", "list", "-deps", "./face/weeks", "./face/lessons").Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	for _, path := range forbidden {
		if slices.Contains(linked, path) {
			t.Errorf("a face links %s", path)
		}
	}
	for _, path := range []string{"nekonote/lessons/face/week1", "nekonote/lessons/face/ask"} {
		if !slices.Contains(linked, path) {
			t.Errorf("the course's face does not link %s", path)
		}
	}
}

// heavy are packages that a cell with a check must not bring along: the linker reads all of a package, used or not, in every cell.
var heavy = []string{"net", "go/ast", "go/types", "archive/zip", "image/png", "encoding/gob", "crypto/sha256", "crypto/rand", "math/big", "golang.org/x/sys/unix"}

// TestACheckLinksLittle looks at what the faces of the weeks bring into a cell.
func TestACheckLinksLittle(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./face/weeks").Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	if !slices.Contains(linked, "nekonote/lessons/face/week2") {
		t.Fatal("the faces are not among what was listed")
	}
	for _, path := range heavy {
		if slices.Contains(linked, path) {
			t.Errorf("a cell with a check links %s", path)
		}
	}
}
