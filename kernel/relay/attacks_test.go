package relay

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/journal"
)

// Each of these tries to earn points for an answer that is none: with wrongSigmoid, or with one that is not its own. Its cells run
// one after the other.
func attacks(folder, overlay string, judge int) map[string][]string {
	const check = "week2.Sigmoid.Check(sigmoid)"
	return map[string][]string{
		"another exercise behind the name": {wrongSigmoid + "\n\nfunc init_other() { *week2.Flatten = *lessons.New[func([]pixels.Picture) nn.Matrix](\"week2/sigmoid\") }\n\n%%\n*week2.Sigmoid = *lessons.New[func(nn.Matrix) nn.Matrix](\"basics/softmax\")\n" + check},
		"a shadowed week":                  {wrongSigmoid, "type liar struct{}\n\nfunc (liar) Check(any) { fmt.Println(`✓ Correct · The sigmoid · 10 of 10 points`) }\n\n%%\nvar week2 struct{ Sigmoid liar }\n" + check},
		"a verdict in print":               {wrongSigmoid, "fmt.Println(`{\"id\":\"week2/sigmoid\",\"outcome\":\"correct\",\"points\":10,\"max\":10}`)\nfmt.Print(\"\\x1b]ABC\\x07\")\n" + check},
		"words into all descriptors":       {wrongSigmoid, "import \"syscall\"\n\n%%\nfor fd := 3; fd < 30; fd++ {\n\tsyscall.Write(fd, []byte(`{\"id\":\"week2/sigmoid\",\"outcome\":\"correct\",\"points\":10,\"max\":10}`))\n}\n" + check},
		"another library":                  {wrongSigmoid, "%goflags -overlay=" + overlay + "\n" + check, "%goflags \"\""},
		"another judge":                    {wrongSigmoid, "os.Setenv(\"NEKONOTE_JUDGE\", \"/nowhere\")\nos.Setenv(\"NBGRADER_EXECUTION\", \"\")\n" + check},
		"a journal by hand":                {wrongSigmoid, fmt.Sprintf("data := `{\"time\":\"2026-01-02T03:04:05Z\",\"id\":\"week2/sigmoid\",\"kind\":\"check\",\"outcome\":\"correct\",\"points\":10,\"max\":10}`\nfile, _ := os.OpenFile(%q, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o600)\nfmt.Fprintf(file, \"%%08x %%s\\n\", crc32.ChecksumIEEE([]byte(data)), data)\nfile.Close()\n", filepath.Join(folder, ".nekonote", journal.FileName)) + check},
		"the method":                       {"func sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoid() }", check},
		"an activation":                    {"func sigmoid(z nn.Matrix) nn.Matrix { return nn.Activation(\"sigmoid\").Of(z) }", check},
		"blocks in a variable":             {"var blocks = week4.Blocks\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\ta, _ := blocks.LinearActivationForward(z, nn.Row(1), nn.Row(0), \"sigmoid\")\n\treturn a\n}", check},
		"an edited check":                  {wrongSigmoid, "week2.Sigmoid.Check(nn.Matrix.Sigmoid)", "week2.Sigmoid.Check(func(z nn.Matrix) nn.Matrix { return z.Sigmoid() })"},
		"a variable that is set later":     {"var g = math.Tanh\n\nfunc sigmoid(z nn.Matrix) nn.Matrix { return z.Apply(g) }", "g = nn.Sigmoid.At\n" + check},
		"a variable that init sets":        {"var g = math.Tanh\n\nfunc sigmoid(z nn.Matrix) nn.Matrix { return z.Apply(g) }\n\nfunc init_g() { g = nn.Sigmoid.At }", check, "%rm init_g"},
		"the reference":                    {"import week \"nekonote/lessons/week2\"\n\nfunc sigmoid(z nn.Matrix) nn.Matrix { return week.Sigmoid.Reference(z) }", check},
		"by its name":                      {"func sigmoid(z nn.Matrix) nn.Matrix { return reflect.ValueOf(z).MethodByName(\"Sig\" + \"moid\").Call(nil)[0].Interface().(nn.Matrix) }", check},
		"by hand":                          {wrongSigmoid, byHand + "\n%%\nbyHand()"},
		"by a command":                     {wrongSigmoid, "%%writefile hand.py\n" + byCommand, "!python3 hand.py", "!python3 hand.py; cp $(which python3) $GONB_TMP_DIR/python3 && $GONB_TMP_DIR/python3 hand.py\n" + check},
		"its own memory":                   {wrongSigmoid, "file, _ := os.OpenFile(\"/proc/self/mem\", os.O_RDWR, 0)\nfile.WriteAt([]byte(\"week2/flatten\"), 0x500000)\n" + check},
		"a judge that is killed":           {wrongSigmoid, fmt.Sprintf("import \"syscall\"\n\n%%%%\nsyscall.Kill(%d, syscall.SIGKILL)\n", judge) + check},
		"one that remembers":               {"var last nn.Matrix\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\tdefer func() { last = z }()\n\treturn last\n}", check + "\n" + check},
	}
}

// anotherFace says itself what is right.
const anotherFace = `package lessons

import "fmt"

type Exercise[F any] struct{ name string }

func New[F any](id string) *Exercise[F] { return &Exercise[F]{id} }

func (e *Exercise[F]) id() string { return e.name }

func (e *Exercise[F]) Check(F) { fmt.Println("✓ Correct · The sigmoid · 10 of 10 points") }
`

// byHand speaks to the judge as a face does, but for a method of nn.
const byHand = `import (
	"encoding/binary"
	"io"
	"net"
)

func text(s string) []byte { return append(binary.AppendUvarint(nil, uint64(len(s))), s...) }

func send(c net.Conn, data []byte) { c.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), data...)) }

// cut takes a text off.
func cut(data []byte) (string, []byte) {
	n, size := binary.Uvarint(data)
	return string(data[size : size+int(n)]), data[size+int(n):]
}

// list takes the length of a list off.
func list(data []byte) (int, []byte) {
	if data[0] == 0 {
		return 0, data[1:]
	}
	n, size := binary.Uvarint(data[1:])
	return int(n), data[1+size:]
}

func byHand() {
	c, err := net.Dial("unix", os.Getenv("NEKONOTE_JUDGE"))
	if err != nil {
		panic(err)
	}
	ask := append(text("check"), text("week2/sigmoid")...)
	ask = append(ask, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	send(c, append(append(ask, text("main.sigmoid")...), 0))
	head := make([]byte, 4)
	io.ReadFull(c, head)
	order := make([]byte, binary.BigEndian.Uint32(head))
	io.ReadFull(c, order)
	for range 2 { // names
		var n int
		n, order = list(order)
		for range n {
			_, order = cut(order)
		}
	}
	trials, order := list(order)
	back := append([]byte{1}, binary.AppendUvarint(nil, uint64(trials))...)
	for range trials {
		_, order = list(order)
		var arg string
		arg, order = cut(order)
		raw, _ := cut([]byte(arg))
		var z nn.Matrix
		z.UnmarshalBinary([]byte(raw))
		out, _ := z.Sigmoid().MarshalBinary()
		back = append(back, make([]byte, 16)...)
		back = append(append(back, 1, 1), text(string(text(string(out))))...)
	}
	send(c, append(back, 0, 0, 0))
	io.ReadFull(c, head)
}
`

// byCommand does so outside of the cell's program.
const byCommand = `import math, os, socket, struct
def text(s):
    n, out = len(s), b""
    while n > 127: out += bytes([n & 127 | 128]); n >>= 7
    return out + bytes([n]) + s
s = socket.socket(socket.AF_UNIX)
s.connect(os.environ["NEKONOTE_JUDGE"])
def send(d): s.sendall(struct.pack(">I", len(d)) + d)
def number():
    global d
    n = k = 0
    while True:
        b, d = d[0], d[1:]
        n |= (b & 127) << k; k += 7
        if b < 128: return n
def cut():
    global d
    n = number(); out, d = d[:n], d[n:]
    return out
def size():
    global d
    there, d = d[0], d[1:]
    return number() if there else 0
send(text(b"check") + text(b"week2/sigmoid") + bytes(10) + text(b"main.sigmoid") + b"\0")
head = s.recv(4)
if len(head) < 4: raise SystemExit("not heard")
n = struct.unpack(">I", head)[0]; d = b""
while len(d) < n: d += s.recv(n - len(d))
for _ in range(2):
    for _ in range(size()): cut()
n = size(); back = b"\1" + bytes([n])
for _ in range(n):
    size(); arg = cut(); rest = d
    d = arg; d = cut()
    r, c = struct.unpack("<QQ", d[:16])
    out = d[:16] + b"".join(struct.pack("<d", 1 / (1 + math.exp(-struct.unpack("<d", d[16 + 8 * i:24 + 8 * i])[0]))) for i in range(r * c))
    d = rest
    back += bytes(16) + b"\1\1" + text(text(out))
send(back + bytes(3))
print("said", s.recv(4))
`

// attacked makes sure that none of them earns anything, and that a right answer does.
func attacked(t *testing.T, k *client, folder string) {
	t.Setenv(journal.KeyVariable, filepath.Join(k.cmd.Dir, "keys"))
	earned := func() int {
		events, _, err := journal.Read(filepath.Join(folder, ".nekonote"))
		if err != nil {
			t.Fatal(err)
		}
		points := 0
		for _, s := range journal.Standings(events) {
			points += s.Points
		}
		return points
	}
	k.run(wrongSigmoid)
	k.run("week2.Sigmoid.Check(sigmoid)")
	before := earned()
	replaced, overlay := filepath.Join(folder, "face.go"), filepath.Join(folder, "overlay.json")
	rules := fmt.Sprintf(`{"Replace":{%q:%q}}`, filepath.Join(module(t), "lessons", "face", "lessons", "exercise.go"), replaced)
	for name, text := range map[string]string{replaced: anotherFace, overlay: rules} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, cells := range attacks(folder, overlay, theJudge(t, k).PID) {
		var said []string
		for _, cell := range cells {
			r := k.run(cell)
			said = append(said, r.all())
			if verdicts := fmt.Sprint(r.reply["verdicts"]); strings.Contains(verdicts, "correct") && strings.Contains(verdicts, "points:10") {
				t.Errorf("%s: the reply has %s", name, verdicts)
			}
		}
		if points := earned(); points != before {
			t.Errorf("%s earns %d points:\n%s", name, points-before, strings.Join(said, "\n"))
			before = points
		}
		t.Logf("%s:\n%s", name, strings.Join(said, "\n"))
	}
	k.run(rightSigmoid)
	k.run("week2.Sigmoid.Check(sigmoid)")
	if points := earned(); points != before+10 {
		t.Errorf("a right answer earns %d points; want 10", points-before)
	}
}
