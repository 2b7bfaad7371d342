package relay

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"sync"

	"nekonote/kernel/relay/gocell"
	"nekonote/lessons"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// A notebook builds on functions that are exercises: of earlier notebooks (lessons.Mine brings them along), and of its own. Of the
// latter, a cell may be empty, have an error, or not have been run. Then the cells below would not compile, for a reason that
// nobody has written there; so the exercise's empty skeleton stands in.

// mineStep puts what lessons.Mine names into the cell: the learner's own functions, or the library's.
func mineStep(_ *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) || !strings.Contains(c.asked.Code, "lessons.Mine(") {
		return
	}
	sorted := c.sent.Sorted()
	_, tree, err := sorted.Parse()
	if err != nil {
		return // which is said soon
	}
	var wanted []lessons.Entry
	ast.Inspect(tree, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || nameOf(call.Fun) != "lessons.Mine" {
			return true
		}
		for _, arg := range call.Args {
			for _, e := range weeks.All {
				if info := e.Info(); info.Week+"."+info.Var == nameOf(arg) {
					wanted = append(wanted, e)
				}
			}
		}
		return true
	})
	at := slices.IndexFunc(c.lines, func(line string) bool { return strings.Contains(line, "lessons.Mine(") })
	c.put(lessons.Brought(wanted, taken()), 0, at)
}

// taken are the names that the course's notebooks declare.
var taken = sync.OnceValue(func() map[string]bool { return lessons.Taken(weeks.Lessons) })

// nameOf is pkg.Name for such an expression.
func nameOf(x ast.Expr) string {
	if sel, ok := x.(*ast.SelectorExpr); ok {
		if of, ok := sel.X.(*ast.Ident); ok {
			return of.Name + "." + sel.Sel.Name
		}
	}
	return ""
}

// put adds declarations to the program, in front of its line to; they count as the cell's line from.
func (c *cell) put(declarations string, to, from int) {
	program := c.sent.Copy()
	for i, line := range strings.Split(strings.TrimSpace(declarations), "\n") {
		program.Insert(to+i, line, max(from, 0))
	}
	c.sent = program
}

// defines reports whether the cell declares a name.
func (c *cell) defines(name string) bool { return c.definitions()[name] != nil }

var ofWeek = regexp.MustCompile(`\b(` + strings.Join(weekNames(), "|") + `)\.[A-Z]`)

func weekNames() []string {
	var all []string
	for _, e := range weeks.All {
		if week := e.Info().Week; !slices.Contains(all, week) {
			all = append(all, week)
		}
	}
	return all
}

var sayAbsent = words.T("%s: not there yet, since its cell was not run, is empty, or has an error. Until it is, an empty function stands in.",
	"%s：まだありません。そのセルを実行していないか、空か、エラーがあります。それまでは、空の関数で代用します。")

// supplyStep puts in the skeletons of exercises that the cell needs and that no cell has declared. Which week's they are, its
// own words or those of the cells before it say. Who grades wants to see what is missing.
func supplyStep(l *loop, c *cell) {
	n := l.notebook
	for _, found := range ofWeek.FindAllStringSubmatch(c.asked.Code, -1) {
		n.weeks = append([]string{found[1]}, slices.DeleteFunc(n.weeks, func(week string) bool { return week == found[1] })...)
	}
	if lessons.Graded() || gocell.Foreign(c.sent.Lines) || len(n.weeks) == 0 {
		return
	}
	used := c.sent.Unresolved()
	var absent []string
	for _, week := range n.weeks {
		for _, e := range weeks.All {
			info := e.Info()
			if info.Week != week || !used[info.Func] || n.declared[info.Func] != nil || c.supplied[info.Func] {
				continue
			}
			if slices.ContainsFunc(n.names(), func(name string) bool { return strings.EqualFold(name, info.Func) }) {
				continue // she has written it under a name of another case: the compiler's complaint leads there
			}
			skeleton, _, err := e.Texts(words.Current())
			if err != nil {
				continue
			}
			if c.supplied == nil {
				c.supplied = map[string]bool{}
			}
			c.supplied[info.Func] = true
			to := slices.IndexFunc(c.sent.Lines, gocell.OpensMain)
			if to < 0 {
				to = len(c.sent.Lines)
			}
			c.put(skeleton, to, 0)
			if !strings.Contains(c.asked.Code, ".Check("+info.Func+")") { // its card says so
				absent = append(absent, info.Func)
			}
		}
	}
	if len(absent) > 0 {
		slices.Sort(absent)
		l.note(c, sayAbsent.Fill(words.List(absent)))
	}
}
