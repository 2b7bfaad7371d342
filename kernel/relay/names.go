package relay

import (
	"regexp"
	"slices"
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// A name of hers may be a package's, too. Most of these are hers to take; then the package is not to be had, and an error says so.

// parsed is the package that GoNB has in each program, for the arguments of %args.
const parsed = "flag"

var sayTaken = words.T("The program of every cell has the package flag in it, so this name is taken: call yours otherwise, such as isCat.",
	"flag は、どのセルのプログラムにも入っているパッケージの名前なので使えません。isCat など、別の名前にしてください。")

var (
	sayMains = words.T("Beside func main stand statements, or another func main, and only one of them would run: put all into one main, or take the line func main() { and its } away.",
		"func main のほかにも実行する文（または、もう一つの func main）があり、片方しか実行されません。すべてを一つの main に入れるか、func main() { の行とその } を消してください。")
	sayTwice = words.T("%[1]s stands twice in this cell (lines %[2]d and %[3]d): the later one counts. Remove the other.",
		"このセルには %[1]s が二つあり（%[2]d 行目と %[3]d 行目）、あとのほうが使われます。要らないほうを消してください。")
)

// nameStep refuses a declaration with which no program would compile any more, and a main that would not run. Of anything else that a
// cell declares twice, GoNB takes the later one, and says nothing.
func nameStep(l *loop, c *cell) {
	if c.failure != nil {
		return
	}
	refuse := func(d gocell.Declared, said string, advice words.Text) {
		p := problem{said: said, advice: advice, at: c.placeInSent(d.Line, strings.Index(c.sent.Lines[d.Line], d.Name))}
		c.fail(report(compileErrorName, []problem{p}))
		l.notebook.broke(c, p)
	}
	first := map[string]gocell.Declared{}
	for _, d := range c.sent.Declared() {
		before, twice := first[d.Name]
		switch {
		case d.Name == parsed:
			refuse(d, parsed+" is the name of a package", sayTaken)
			return
		case twice && d.Name == "main":
			if gocell.OpensMain(c.sent.Lines[d.Line]) {
				d = before
			}
			refuse(d, "main redeclared in this cell", sayMains)
			return
		case twice:
			l.note(c, sayTwice.Fill(d.Name, c.sent.From[before.Line]+1, c.sent.From[d.Line]+1))
		}
		first[d.Name] = d
	}
}

var noSuchMethod = regexp.MustCompile(`^(\w+)\.(\w+) undefined \(type .* has no field or method \w+`)

var (
	sayHides = words.T("%[1]s is what In [%[2]d] declares, not the package: give that another name, restart the kernel (menu Kernel) and run the cells above again.",
		"ここの %[1]s はパッケージではなく、セル [%[2]d] で宣言したものです。そちらを別の名前に変えてカーネルを再起動し（メニュー「Kernel」）、上のセルをもう一度実行してください。")
	sayHidesHere = words.T("%[1]s is a variable of this cell here, not the package: give the variable another name.",
		"ここの %[1]s はパッケージではなく、このセルの変数です。変数を別の名前に変えてください。")
)

// hidden is about a package that something of hers hides.
func (l *loop) hidden(c *cell, p *problem) (words.Text, bool) {
	found := noSuchMethod.FindStringSubmatch(p.said)
	if found == nil {
		return words.Text{}, false
	}
	name := found[1]
	if _, ok := l.packages.names(name)[found[2]]; !ok {
		return words.Text{}, false
	}
	own := c.definitions()
	if main := own["main"]; main != nil && slices.Contains(gocell.LocalNames(main.Node), name) {
		return sayHidesHere.Fill(name), true
	}
	d := own[name]
	if d == nil {
		d = l.notebook.declared[name]
	}
	if d == nil {
		return words.Text{}, false
	}
	return sayHides.Fill(name, d.cell.count), true
}
